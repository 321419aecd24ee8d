"""Notices on their way: leased, delivered once, given back, dropped (G3, G4)."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, update

from core.store.outbox import outbox
from core.usecases.notice.kinds import Manner
from core.usecases.notice.sending import claim, delivered, failed, postpone, unreachable
from core.usecases.outcome.advance import advance
from core.usecases.place.account import come_back, see, set_reachable, stop
from tests.support.town import CLOSED, OPEN, Town

ACCOUNT = 7001


async def queue(town: Town, *accounts: int) -> None:
    """Let the outcome be told to these accounts."""
    for account in accounts:
        await town.settle(account)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)


async def states(town: Town) -> dict[int, str]:
    """Return what became of each account's notice."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(outbox.c.account_id, outbox.c.state))
        return {row.account_id: row.state for row in rows}


async def test_lease_keeps_others_away_until_it_ends(town: Town) -> None:
    """A notice is held by one worker; when the worker dies another one takes it over [G3]."""
    await queue(town, ACCOUNT)
    assert len(await claim(town.services, 10)) == 1
    assert await claim(town.services, 10) == []
    town.wait(seconds=31)
    again = await claim(town.services, 10)
    assert [item.attempts for item in again] == [2]
    await delivered(town.services, again[0])
    town.wait(days=1)
    assert await claim(town.services, 10) == []
    assert await states(town) == {ACCOUNT: "sent"}


async def test_a_kind_of_a_newer_version_holds_up_nobody(town: Town) -> None:
    """A notice of a kind that is not known here waits unspent, and the others go out [G3] [N1]."""
    await queue(town, ACCOUNT, ACCOUNT + 1)
    newer = update(outbox).where(outbox.c.account_id == ACCOUNT)
    async with town.services.database.write() as connection:
        await connection.execute(newer.values(kind="of-tomorrow"))
    assert [item.account_id for item in await claim(town.services, 10)] == [ACCOUNT + 1]
    assert await claim(town.services, 10) == []
    async with town.services.database.write() as connection:
        await connection.execute(newer.values(kind="outcome"))
    town.wait(hours=2)
    assert {item.account_id: item.attempts for item in await claim(town.services, 10)}[ACCOUNT] == 1


async def test_workers_share_without_overlap(town: Town) -> None:
    """Four workers at once take every notice exactly once [G3]."""
    await queue(town, *range(7000, 7040))
    taken = await asyncio.gather(*(claim(town.services, 13) for _ in range(4)))
    accounts = [item.account_id for batch in taken for item in batch]
    assert sorted(accounts) == list(range(7000, 7040))


async def test_limit_of_the_messenger_is_no_attempt(town: Town) -> None:
    """A 429 leaves the attempts as they were; three real failures end them [G3]."""
    await queue(town, ACCOUNT)
    for _ in range(5):
        notice = (await claim(town.services, 10))[0]
        assert notice.attempts == 1
        await postpone(town.services, notice, timedelta(seconds=3), is_attempt=False)
        assert await claim(town.services, 10) == []
        town.wait(seconds=4)
    for attempt in (1, 2, 3):
        notice = (await claim(town.services, 10))[0]
        assert notice.attempts == attempt
        await postpone(town.services, notice, timedelta(seconds=3), is_attempt=True)
        town.wait(seconds=4)
    assert await claim(town.services, 10) == []
    assert await states(town) == {ACCOUNT: "failed"}


async def test_people_who_left_between_queueing_and_sending(town: Town) -> None:
    """Whoever stops or blocks after the notice was written gets none: it is asked when sending [G4]."""
    await queue(town, 7001, 7002, 7003)
    await stop(town.services, 7001)
    await set_reachable(town.services, 7002, is_reachable=False)
    assert [item.account_id for item in await claim(town.services, 10)] == [7003]
    assert (await states(town))[7001] == "dropped"


async def test_security_notice_reaches_who_stopped(town: Town) -> None:
    """After /stop the notice that one's telephone was linked elsewhere comes all the same [G4] [G1]."""
    await town.settle(7001)
    await town.settle(7002)
    await town.by_phone(7001, 0)
    await stop(town.services, 7001)
    await town.by_phone(7002, 0)
    assert [item.account_id for item in await claim(town.services, 10)] == [7001]


async def test_blocked_while_sending(town: Town) -> None:
    """A 403 drops the notice and marks the account, until /start brings it back [G4]."""
    await queue(town, ACCOUNT)
    await unreachable(town.services, (await claim(town.services, 10))[0])
    assert await states(town) == {ACCOUNT: "dropped"}
    await come_back(town.services, ACCOUNT)
    assert not (await see(town.services, ACCOUNT)).is_stopped


async def test_refused_for_good(town: Town) -> None:
    """What the messenger will never take is recorded as failed, not tried for ever [G3]."""
    await queue(town, ACCOUNT)
    await failed(town.services, (await claim(town.services, 10))[0])
    town.wait(days=1)
    assert await claim(town.services, 10) == []
    assert await states(town) == {ACCOUNT: "failed"}


async def test_security_notice_waits_for_who_is_out_of_reach(town: Town) -> None:
    """That the telephone was linked elsewhere is told when the blocked account comes back [E2] [G4]."""
    await town.settle(7001)
    await town.settle(7002)
    await town.by_phone(7001, 0)
    await set_reachable(town.services, 7001, is_reachable=False)
    await town.by_phone(7002, 0)
    assert await claim(town.services, 10) == []
    await come_back(town.services, 7001)
    town.wait(hours=1, seconds=1)
    assert [item.account_id for item in await claim(town.services, 10)] == [7001]


async def test_a_decision_comes_at_night_without_a_sound(town: Town) -> None:
    """What was decided is told in the quiet hours too, silently, and by day with a sound [G1]."""
    await queue(town, ACCOUNT)
    at_night = (await claim(town.services, 10))[0]
    assert (at_night.kind.manner, at_night.is_silent) == (Manner.DECISION, True)
    await postpone(town.services, at_night, timedelta(seconds=1), is_attempt=False)
    town.wait(hours=9)
    assert [item.is_silent for item in await claim(town.services, 10)] == [False]


async def test_a_security_notice_is_heard_at_night(town: Town) -> None:
    """That somebody else uses one's telephone is told at once and with a sound [G1] [E2]."""
    await town.settle(7001)
    await town.settle(7002)
    town.clock.set_to(OPEN + timedelta(hours=12))
    await town.by_phone(7001, 0)
    await town.by_phone(7002, 0)
    notice = (await claim(town.services, 10))[0]
    assert (notice.kind.manner, notice.is_silent) == (Manner.SECURITY, False)
