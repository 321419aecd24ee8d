"""Sending announcements: to everybody once, whatever Telegram answers, with a report that adds up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from core.model.announcement import (
    AnnouncementState,
    Attachment,
    Audience,
    Doubt,
    PauseCause,
    TakenPart,
)
from core.model.language import Language
from core.rules.announcement import TRIAL
from core.store import place
from core.usecases.announcement import beginning, delivery, uploading
from core.usecases.announcement.running import cancel, pause, resume, schedule
from core.usecases.announcement.wishes import set_announced
from core.usecases.announcement.writing import attach, send_test, write_announcement
from core.usecases.office.linking import link_account, make_invitation
from core.usecases.place.account import choose_language, find, stop
from core.usecases.place.choosing import choose_place
from core.usecases.privacy.forgetting import forget
from core.usecases.services import Services
from core.usecases.voting.casting import cast_vote
from messenger import announcing
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.running import RunningSandbox
from tests.core.files.samples import halves, saved
from tests.support.announcing import WRITTEN, due, found, report, settle_many, states, writer
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, OPEN, Town, build_town
from worker import recording
from worker.announcements import AnnouncementSender

CROWD, FEW, MANY = 5_000_000, 30, 90
LAST = CROWD + FEW - 1


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open, at eleven in the morning."""
    built = await build_town(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A Telegram with a crowd."""
    async with RunningSandbox(patience=30) as running:
        await running.crowd(MANY, CROWD)
        yield running


@asynccontextmanager
async def working(town: Town, sandbox: RunningSandbox) -> AsyncIterator[AnnouncementSender]:
    """Make a worker without a limit of its own."""
    pace = ProcessPace(1000)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    yield AnnouncementSender(town.services, strict_locales(), bot, pace)
    await bot.session.close()


async def send(town: Town, sandbox: RunningSandbox) -> int:
    """Send everything that is due now."""
    async with working(town, sandbox) as sender:
        return await sender.send_due()


async def send_all(town: Town, sandbox: RunningSandbox, *, ticks: int = 12) -> None:
    """Send, and let time pass for what is tried again, until there is nothing left."""
    async with working(town, sandbox) as sender:
        for _ in range(ticks):
            await sender.send_due()
            if not await delivery.list_running(town.services):
                return
            town.clock.advance(timedelta(seconds=30))
    raise AssertionError("it does not come to an end")


async def is_unreachable(town: Town, account_id: int) -> bool:
    """Say whether the account is known to be out of reach."""
    async with town.services.database.read() as connection:
        row = await place.get_viewer(connection, account_id)
    assert row is not None
    return bool(row["is_unreachable"])


async def test_everybody_gets_it_once_and_in_their_language(town: Town, sandbox: RunningSandbox) -> None:
    """Both languages, footer and button; a second run sends nothing; the report adds up [G2] [P6]."""
    await settle_many(town, range(CROWD, CROWD + MANY - 1), language=Language.KAZAKH)
    await settle_many(town, [CROWD + MANY - 1], language=Language.RUSSIAN)
    number = await due(town)
    await send_all(town, sandbox)
    assert await send(town, sandbox) == 0
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["messages"]) == (MANY, MANY)
    kk = (await sandbox.crowd_person(CROWD))["last_text"]
    ru = (await sandbox.crowd_person(CROWD + MANY - 1))["last_text"]
    assert kk.startswith("Жиналыс ертең")
    assert ru.startswith("Собрание завтра")
    assert ru.endswith(str(strict_locales().words(Language.RUSSIAN)("announcement-footer"))[3:-4])
    assert (await found(town, number)).state is AnnouncementState.DONE
    made = await report(town, number)
    assert (made.delivered, made.repeated) == (MANY, 0)
    # Nobody can tell from what is left who was written to.
    assert await states(town, number) == {}


async def test_whoever_wants_none_is_left_out_and_counted(town: Town, sandbox: RunningSandbox) -> None:
    """A /stop, the button and a block are known before, and asked again at each turn [G2] [G4]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    await stop(town.services, CROWD)
    await set_announced(town.services, CROWD + 1, is_announced=False)
    async with town.services.database.write() as connection:
        await place.set_unreachable(connection, [CROWD + 2])
    number = await due(town)
    async with working(town, sandbox) as sender:
        await sender.send_due()
    made = await report(town, number)
    assert (made.audience, made.stopped, made.unreachable, made.delivered) == (FEW, 2, 1, FEW - 3)
    for account_id in range(CROWD, CROWD + 3):
        assert (await sandbox.crowd_person(account_id))["messages"] == 0


async def begin(town: Town, **options: Any) -> tuple[int, delivery.Running]:
    """Begin an announcement and send nothing of it yet."""
    number = await due(town, **options)
    assert await beginning.begin_due(town.services) == 1
    (running,) = await delivery.list_running(town.services)
    return number, running


async def test_each_is_judged_when_the_turn_comes(town: Town, sandbox: RunningSandbox) -> None:
    """Who moved away, took another language, said /stop or was forgotten meanwhile gets nothing [G2] [G4]."""
    await settle_many(town, range(CROWD, CROWD + FEW), language=Language.KAZAKH)
    audience = Audience(territory="eski-qala", language=Language.KAZAKH)
    number, _ = await begin(town, audience=audience)
    await choose_place(town.services, CROWD, CAMPAIGN, "samal-1")
    await choose_language(town.services, CROWD + 1, Language.RUSSIAN)
    await stop(town.services, CROWD + 2)
    await forget(town.services, CROWD + 3)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unconcerned, made.stopped) == (FEW - 4, 3, 1)
    for account_id in range(CROWD, CROWD + 4):
        assert (await sandbox.crowd_person(account_id))["messages"] == 0


async def test_nobody_who_has_voted_meanwhile_is_asked_to(town: Town, sandbox: RunningSandbox) -> None:
    """A vote after the beginning, on the account or by its person elsewhere, ends the concern [G1] [G2]."""
    accounts = range(CROWD, CROWD + FEW)
    for account_id in accounts:
        await town.settle(account_id)
    await town.by_phone(CROWD, 0)
    await town.by_phone(CROWD + 1, 1)
    number, _ = await begin(town, audience=Audience(part=TakenPart.NOT_VOTED))
    await cast_vote(town.services, CAMPAIGN, CROWD, number=1, session=None)
    # The second one's vote is counted on another account than the one that is written to.
    await town.issue(1)
    await town.settle(999)
    session = await town.by_code(999, 1)
    await cast_vote(town.services, CAMPAIGN, 999, number=1, session=session)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unconcerned) == (FEW - 2, 2)
    assert [(await sandbox.crowd_person(each))["messages"] for each in accounts] == [0, 0] + [1] * (FEW - 2)


async def test_limits_lose_nobody_and_count_against_nobody(town: Town, sandbox: RunningSandbox) -> None:
    """A storm of 429 delays, and neither skips nor repeats anybody [G2] [G3]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    await sandbox.fault("429", method="sendMessage", retry_after=1, share=20, times=12, seed=7)
    await send_all(town, sandbox)
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["repeated"]) == (MANY, 0)
    made = await report(town, number)
    assert (made.delivered, made.repeated, made.failed) == (MANY, 0, 0)


async def test_who_has_blocked_is_counted_and_kept_so(town: Town, sandbox: RunningSandbox) -> None:
    """A third of 403 stops nothing: those are out of reach until /start, the others have it [G2] [G4]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    await sandbox.fault("403", method="sendMessage", share=35, seed=3)
    await send_all(town, sandbox)
    made, crowd = await report(town, number), await sandbox.crowd_report()
    assert 0 < made.blocked < MANY
    assert (made.delivered, made.delivered + made.blocked) == (crowd["reached"], MANY)
    for account_id in range(CROWD, CROWD + 10):
        heard = (await sandbox.crowd_person(account_id))["messages"]
        assert await is_unreachable(town, account_id) is (heard == 0)
    assert await find(town.services, CROWD) is not None


async def test_faults_of_the_server_are_tried_again(town: Town, sandbox: RunningSandbox) -> None:
    """A 500 is tried three times, each time later; then it is a failure and nobody else's [G2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number = await due(town)
    await sandbox.fault("500", method="sendMessage", chat_id=LAST)
    await sandbox.fault("500", method="sendMessage", chat_id=CROWD, times=2)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.failed, made.repeated) == (FEW - 1, 1, 0)
    struck = {fault["chat_id"]: fault["struck"] for fault in await sandbox.faults()}
    assert struck == {LAST: 3, CROWD: 2}


@pytest.mark.parametrize(
    ("doubt", "messages", "delivered", "unknown"),
    [(Doubt.REPEAT, 2, FEW, 0), (Doubt.LEAVE, 1, FEW - 1, 1)],
)
async def test_taken_without_an_answer(
    town: Town, sandbox: RunningSandbox, doubt: Doubt, messages: int, delivered: int, unknown: int
) -> None:
    """A message that came and whose answer was cut off is repeated once, or left as unknown [G2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number = await due(town, doubt=doubt)
    await sandbox.fault("drop", method="sendMessage", chat_id=CROWD, times=1)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unknown) == (delivered, unknown)
    assert made.repeated == messages - 1
    assert (await sandbox.crowd_person(CROWD))["messages"] == messages
    assert (await sandbox.crowd_report())["reached"] == FEW


async def test_never_more_than_twice(town: Town, sandbox: RunningSandbox) -> None:
    """Whose answers are cut off each time gets it twice, and counts as unknown [G2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number = await due(town)
    await sandbox.fault("drop", method="sendMessage", chat_id=CROWD)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.delivered, made.unknown, made.repeated) == (FEW - 1, 1, 1)
    assert (await sandbox.crowd_person(CROWD))["messages"] == 2


async def test_a_text_that_is_refused_stops_itself(town: Town, sandbox: RunningSandbox) -> None:
    """After a few refusals of the content all of it is paused; resumed, it goes on with the others [G2]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    fault = await sandbox.fault("400", method="sendMessage")
    await send(town, sandbox)
    item = await found(town, number)
    assert (item.state, item.cause) == (AnnouncementState.PAUSED, PauseCause.REFUSED)
    before = await report(town, number)
    assert 3 <= before.failed <= TRIAL
    await sandbox.clear_faults(fault)
    await resume(town.services, await writer(town, login="again"), CAMPAIGN, number)
    await send_all(town, sandbox)
    made = await report(town, number)
    assert (made.failed, made.delivered) == (before.failed, MANY - before.failed)


async def test_a_trial_spares_the_others(town: Town, sandbox: RunningSandbox) -> None:
    """Where more than three in ten of the first 20 fail, nobody else is written to [G2]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    await sandbox.fault("500", method="sendMessage")
    async with working(town, sandbox) as sender:
        for _ in range(8):
            await sender.send_due()
            town.clock.advance(timedelta(seconds=30))
    item, made = await found(town, number), await report(town, number)
    assert (item.state, item.cause) == (AnnouncementState.PAUSED, PauseCause.TRIAL)
    assert (made.failed, made.waiting) == (TRIAL, MANY - TRIAL)
    await sandbox.clear_faults()
    await resume(town.services, await writer(town, login="again"), CAMPAIGN, number)
    await send_all(town, sandbox)
    assert (await report(town, number)).delivered == MANY - TRIAL


async def test_a_pause_is_seen_within_a_batch(town: Town, sandbox: RunningSandbox) -> None:
    """Paused, it stops after what is on its way; resumed it ends; nobody gets it twice [G2]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    someone = await writer(town, login="another")
    pace = ProcessPace(25)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    sender = AnnouncementSender(town.services, strict_locales(), bot, pace)
    async with asyncio.TaskGroup() as group:
        under_way = group.create_task(sender.send_due())
        while (await sandbox.crowd_report())["reached"] < TRIAL + 5:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        await pause(town.services, someone, CAMPAIGN, number)
        at_pause = (await sandbox.crowd_report())["reached"]
        await under_way
    await bot.session.close()
    after = (await sandbox.crowd_report())["reached"]
    assert after - at_pause <= 8, "what was on its way, and what boarded before the pause"
    assert set((await states(town, number)).values()) == {"queued", "sent"}
    assert await send(town, sandbox) == 0
    await resume(town.services, someone, CAMPAIGN, number)
    await send_all(town, sandbox)
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["repeated"]) == (MANY, 0)


async def test_cancelled_for_good(town: Town, sandbox: RunningSandbox) -> None:
    """Whoever had not got it gets nothing and is counted as such, and the rows go [G2] [M2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number, _ = await begin(town)
    await cancel(town.services, await writer(town, login="another"), CAMPAIGN, number)
    assert await send(town, sandbox) == 0
    made = await report(town, number)
    assert (made.unsent, made.delivered) == (FEW, 0)
    await send(town, sandbox)
    assert await states(town, number) == {}
    assert await report(town, number) == made


async def test_it_rests_in_the_quiet_hours(town: Town, sandbox: RunningSandbox) -> None:
    """At 21:00 nobody else is written to, at 09:00 it goes on [G1] [G2]."""
    await settle_many(town, range(CROWD, CROWD + FEW))
    number, _ = await begin(town)
    town.clock.set_to(OPEN.replace(hour=16))
    assert await send(town, sandbox) == 0
    assert (await found(town, number)).state is AnnouncementState.SENDING
    town.clock.set_to(OPEN.replace(hour=4) + timedelta(days=1))
    await send_all(town, sandbox)
    assert (await report(town, number)).delivered == FEW


async def test_two_workers_share_it(town: Town, sandbox: RunningSandbox) -> None:
    """Several workers at once send to everybody once between them [G2] [G3]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    for _ in range(6):
        await asyncio.gather(*(send(town, sandbox) for _ in range(3)))
        if not await delivery.list_running(town.services):
            break
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["repeated"]) == (MANY, 0)
    assert (await report(town, number)).delivered == MANY


async def test_a_picture_is_uploaded_once(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first person's message uploads it, all others have it by its id; so after a restart [G2]."""
    uploads, real = [], uploading.read_attachment

    async def counting(services: Services, attachment: Attachment) -> bytes:
        uploads.append(attachment.name)
        return await real(services, attachment)

    monkeypatch.setattr(announcing, "read_attachment", counting)
    await settle_many(town, range(CROWD, CROWD + FEW))
    someone = await writer(town, login="author")
    number = await write_announcement(town.services, someone, CAMPAIGN, WRITTEN)
    content = saved(halves(), "JPEG")
    await attach(town.services, someone, CAMPAIGN, number, content, "C:\\poster.jpg", version=1)
    await schedule(town.services, someone, CAMPAIGN, number, None, version=2)
    await send_all(town, sandbox)
    assert uploads == ["poster.jpg"]
    assert (await sandbox.crowd_report())["reached"] == FEW
    assert (await sandbox.crowd_person(LAST))["last_text"].startswith("Жиналыс")


async def test_a_test_comes_to_oneself_in_both_languages(town: Town, sandbox: RunningSandbox) -> None:
    """Staff see the very message in kk and ru in their own account, and nobody else does [G2] [P6]."""
    someone = await writer(town, login="author")
    await link_account(town.services, await make_invitation(town.services, someone), CROWD)
    number = await write_announcement(town.services, someone, CAMPAIGN, WRITTEN)
    await send_test(town.services, someone, CAMPAIGN, number)
    await send(town, sandbox)
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["messages"]) == (1, 2)
    assert (await sandbox.crowd_person(CROWD))["last_text"].startswith("Собрание")
    assert await send(town, sandbox) == 0
    assert (await sandbox.crowd_report())["messages"] == 2


async def test_a_stop_of_the_worker_gives_back_whom_it_has_taken(town: Town, sandbox: RunningSandbox) -> None:
    """A worker that is told to stop ends what is on its way; the next one need not wait [G2]."""
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    pace = ProcessPace(25)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    sender = AnnouncementSender(town.services, strict_locales(), bot, pace)
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.send_due())
        while (await sandbox.crowd_report())["reached"] < TRIAL + 5:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        sender.stop()
    await bot.session.close()
    assert set((await states(town, number)).values()) == {"queued", "sent"}
    await send_all(town, sandbox, ticks=1)
    crowd = await sandbox.crowd_report()
    assert (crowd["reached"], crowd["repeated"]) == (MANY, 0)


async def test_a_database_that_is_away_for_a_moment(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a commit fails, nobody is lost: those on their way come again, and few come twice [G2]."""
    real, failures = delivery.record, [OperationalError("UPDATE", {}, OSError("disk I/O error"))]

    async def failing_once(*arguments: Any) -> Any:
        if (await sandbox.crowd_report())["reached"] >= TRIAL and failures:
            raise failures.pop()
        return await real(*arguments)

    monkeypatch.setattr(recording, "record", failing_once)
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town)
    async with working(town, sandbox) as sender:
        for _ in range(4):
            await sender.send_due()
            town.clock.advance(timedelta(minutes=2))
    assert not failures
    crowd, made = await sandbox.crowd_report(), await report(town, number)
    assert crowd["reached"] == MANY
    assert crowd["repeated"] <= made.repeated
    assert (await found(town, number)).state is AnnouncementState.DONE
