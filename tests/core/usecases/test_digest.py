"""Everything of a day told at once: held, told once, never lost (G1)."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from core.model.reminder import ReminderManner
from core.store import draft as drafts
from core.store.outbox import outbox, write_notice
from core.usecases.notice.digest import list_taken
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.notice.sending import claim, delivered, failed, postpone, unreachable
from core.usecases.place.account import come_back, stop
from core.usecases.proposal.drafting import discard
from core.usecases.reminder.manner import set_manner
from core.usecases.reminder.planning import plan
from tests.support.proposals import registered
from tests.support.reminding import SECOND_CAMPAIGN, at, draft_of, reminded, second_campaign, states
from tests.support.town import CAMPAIGN, Town

ONE, TWO = 7001, 7002
DIGEST, DRAFT = "digest", "draft-due"


async def settled(town: Town, *accounts: int, manner: ReminderManner = ReminderManner.DAILY) -> None:
    """Let accounts that want everything once a day begin an application each."""
    town.clock.set_to(at("09-10 12:00"))
    for account in accounts:
        await town.settle(account)
        await draft_of(town, account)
        await set_manner(town.services, account, manner)


async def news(town: Town, name: str, account: int = ONE) -> None:
    """Queue news of a project to the account."""
    async with town.services.database.write() as connection:
        await write_notice(
            connection,
            CAMPAIGN,
            notice_id=f"news:{name}:{account}",
            account_id=account,
            kind=NoticeKind.PROJECT_NEWS.value,
            facts={"number": 1, "ordinal": 1},
            due_at=town.clock.now(),
        )


async def taken_now(town: Town, written: str) -> Notice:
    """Return the one digest that goes out at the instant."""
    town.clock.set_to(at(written))
    await plan(town.services)
    assert await claim(town.services, 10) == []
    town.wait(minutes=1)
    (notice,) = await claim(town.services, 10)
    assert notice.kind is NoticeKind.DIGEST
    return notice


async def told_in(town: Town) -> list[str]:
    """Return the kinds of what the account's digest tells."""
    return [notice.kind.value for notice in await list_taken(town.services, ONE)]


async def test_a_day_is_told_at_once(town: Town) -> None:
    """News of the afternoon and the reminder of ten o'clock come in one notice at ten [G1]."""
    await settled(town, ONE)
    assert await reminded(town, "10-06 15:00") == []
    await news(town, "first")
    await news(town, "second")
    assert await reminded(town, "10-06 15:01") == []
    digest = await taken_now(town, "10-07 10:00")
    assert await told_in(town) == ["project-news", "project-news", DRAFT]
    await delivered(town.services, digest)
    assert await told_in(town) == []
    assert set((await states(town)).values()) == {"sent"}
    assert await reminded(town, "10-08 10:01") == []


async def test_others_get_each_by_itself(town: Town) -> None:
    """A digest is for whoever wants it; «never» leaves out reminders and no news [G1]."""
    await settled(town, ONE, manner=ReminderManner.EACH)
    await settled(town, TWO, manner=ReminderManner.NEVER)
    town.clock.set_to(at("10-06 15:00"))
    await news(town, "first", ONE)
    await news(town, "first", TWO)
    told = await reminded(town, "10-06 15:01")
    assert told == [(ONE, "project-news"), (TWO, "project-news")]
    assert await reminded(town, "10-07 10:00") == [(ONE, DRAFT)]


async def test_what_is_decided_is_never_held(town: Town) -> None:
    """Decisions come at once, also to whoever wants the rest once a day [G1] [B4]."""
    await settled(town, ONE)
    town.clock.set_to(at("09-10 12:00"))
    await registered(town, 0)
    await set_manner(town.services, 7100, ReminderManner.DAILY)
    assert await reminded(town, "09-10 12:01") == [(7100, "proposal-decided")]


async def test_what_comes_while_the_digest_is_on_its_way(town: Town) -> None:
    """It is neither lost nor told twice: it waits for the next day's digest [G1]."""
    await settled(town, ONE)
    digest = await taken_now(town, "10-07 10:00")
    await news(town, "late")
    assert await claim(town.services, 10) == []
    assert await told_in(town) == [DRAFT]
    await delivered(town.services, digest)
    assert await reminded(town, "10-07 20:00") == []
    assert await reminded(town, "10-08 10:01") == [(ONE, DIGEST)]
    assert set((await states(town)).values()) == {"sent"}


async def test_a_killed_worker_loses_nothing(town: Town) -> None:
    """Where the process dies after taking, the digest is taken again with all it had [G1] [G3]."""
    await settled(town, ONE)
    await taken_now(town, "10-07 10:00")
    town.wait(seconds=31)
    await news(town, "meanwhile")
    (again,) = await claim(town.services, 10)
    assert again.attempts == 2
    assert await told_in(town) == [DRAFT]
    await delivered(town.services, again)
    assert await reminded(town, "10-08 10:01") == [(ONE, DIGEST)]


async def test_a_limit_of_the_messenger(town: Town) -> None:
    """A digest that met a 429 is told later with what has come meanwhile, and once [G3]."""
    await settled(town, ONE)
    digest = await taken_now(town, "10-07 10:00")
    await postpone(town.services, digest, timedelta(seconds=20), is_attempt=False)
    await news(town, "meanwhile")
    assert await claim(town.services, 10) == []
    town.wait(seconds=21)
    (again,) = await claim(town.services, 10)
    assert again.attempts == 1
    assert await told_in(town) == [DRAFT, "project-news"]
    await delivered(town.services, again)
    assert set((await states(town)).values()) == {"sent"}


async def test_what_is_done_by_then_is_left_out(town: Town) -> None:
    """Everything held is asked anew when the digest goes out; an empty one does not [G1]."""
    await settled(town, ONE)
    await news(town, "first")
    assert await reminded(town, "10-07 10:00") == []
    for draft_id in await _drafts(town, ONE):
        await discard(town.services, CAMPAIGN, ONE, draft_id)
    assert await reminded(town, "10-07 10:01") == [(ONE, DIGEST)]
    await settled(town, TWO)
    assert await reminded(town, "10-09 10:00") == []
    for draft_id in await _drafts(town, TWO):
        await discard(town.services, CAMPAIGN, TWO, draft_id)
    assert await reminded(town, "10-09 10:01") == []


async def _drafts(town: Town, account: int) -> list[str]:
    async with town.services.database.read() as connection:
        return [each.draft_id for each in await drafts.list_drafts(connection, account, CAMPAIGN)]


async def change_kind(town: Town, former: str, kind: str) -> None:
    """Let the held notices of one kind be of another."""
    async with town.services.database.write() as connection:
        held = outbox.c.state == "held", outbox.c.kind == former
        await connection.execute(update(outbox).where(*held).values(kind=kind))


async def test_a_kind_of_a_newer_version(town: Town) -> None:
    """What this version cannot read waits for the one that wrote it, and the others are told [G1] [G3]."""
    await settled(town, ONE)
    town.clock.set_to(at("10-06 15:00"))
    await news(town, "first")
    assert await reminded(town, "10-06 15:01") == []
    await change_kind(town, "project-news", "newer-kind")
    digest = await taken_now(town, "10-07 10:00")
    assert await told_in(town) == [DRAFT]
    await delivered(town.services, digest)
    assert await reminded(town, "10-08 10:01") == []
    assert (await states(town))[f"news:first:{ONE}"] == "held"
    await change_kind(town, "newer-kind", "project-news")
    await delivered(town.services, await taken_now(town, "10-09 10:00"))
    assert (await states(town))[f"news:first:{ONE}"] == "sent"


async def test_a_worker_of_the_former_version(town: Town) -> None:
    """A digest that was taken and comes back to an older worker leaves it what that cannot read [G3]."""
    await settled(town, ONE)
    town.clock.set_to(at("10-06 15:00"))
    await news(town, "first")
    assert await reminded(town, "10-06 15:01") == []
    await taken_now(town, "10-07 10:00")
    await change_kind(town, "project-news", "newer-kind")
    town.wait(seconds=31)
    (again,) = await claim(town.services, 10)
    assert await told_in(town) == [DRAFT]
    await delivered(town.services, again)
    assert (await states(town))[f"news:first:{ONE}"] == "held"


async def test_a_key_that_is_away(town: Town, tmp_path: Path) -> None:
    """A reminder that nobody can judge without the key waits for it; the news is told [G1] [G3]."""
    await settled(town, ONE)
    await town.by_phone(ONE, 0)
    town.clock.set_to(at("11-22 09:00"))
    await news(town, "first")
    (tmp_path / "keys").rename(tmp_path / "away")
    digest = await taken_now(town, "11-22 10:00")
    assert await told_in(town) == ["project-news"]
    await delivered(town.services, digest)
    (tmp_path / "away").rename(tmp_path / "keys")
    await taken_now(town, "11-23 10:00")
    assert "vote-due" in await told_in(town)


async def test_one_digest_over_all_campaigns(town: Town) -> None:
    """Reminders of two campaigns of one day are lines of one notice [G1]."""
    await second_campaign(town)
    await settled(town, ONE)
    await draft_of(town, ONE, SECOND_CAMPAIGN)
    await taken_now(town, "10-07 10:00")
    assert await told_in(town) == [DRAFT, DRAFT]


async def test_a_change_of_mind(town: Town) -> None:
    """Who wants no reminders any more gets none in a digest, but the news that was held [G1]."""
    await settled(town, ONE)
    assert await reminded(town, "10-07 10:00") == []
    await news(town, "first")
    assert await reminded(town, "10-07 10:00") == []
    await set_manner(town.services, ONE, ReminderManner.NEVER)
    town.wait(minutes=1)
    (digest,) = await claim(town.services, 10)
    assert await told_in(town) == ["project-news"]
    await delivered(town.services, digest)


async def test_who_stops_or_blocks(town: Town) -> None:
    """After /stop nothing held is told, also after a later /start [G4]."""
    await settled(town, ONE)
    assert await reminded(town, "10-07 10:00") == []
    await stop(town.services, ONE)
    assert await reminded(town, "10-07 10:01") == []
    assert set((await states(town)).values()) == {"dropped"}
    await come_back(town.services, ONE)
    digest = await taken_now(town, "10-09 10:00")
    await unreachable(town.services, digest)
    assert set((await states(town)).values()) == {"dropped"}


async def test_a_digest_that_is_refused(town: Town) -> None:
    """What Telegram refuses for good takes along what it told, and the next day's digest comes [G3]."""
    await settled(town, ONE)
    digest = await taken_now(town, "10-07 10:00")
    await failed(town.services, digest)
    assert set((await states(town)).values()) == {"failed"}
    assert await reminded(town, "10-09 10:00") == []
    assert await reminded(town, "10-09 10:01") == [(ONE, DIGEST)]


async def test_a_late_digest_waits_for_the_day(town: Town) -> None:
    """After a silence into the night the digest comes at ten, and one a day [G1]."""
    await settled(town, ONE)
    await news(town, "first")
    assert await reminded(town, "09-10 12:01") == []
    assert await reminded(town, "09-11 22:00") == []
    await news(town, "second")
    assert await reminded(town, "09-12 10:00") == []
    assert await reminded(town, "09-12 10:01") == [(ONE, DIGEST)]
    assert await reminded(town, "09-12 15:00") == []
    assert set((await states(town)).values()) == {"sent"}
