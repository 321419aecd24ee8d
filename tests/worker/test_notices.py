"""Sending what waits in the outbox: once each, whatever Telegram answers and whoever is killed."""

import asyncio
import os
import signal
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from core.store import place
from core.store.outbox import outbox, write_notice
from core.usecases.notice import sending
from core.usecases.notice.admission import LEASE
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.outcome.advance import advance
from core.usecases.place.account import come_back, see, stop
from core.usecases.services import Services
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.support.front import strict_locales
from tests.support.telegram_stub import retry_after, running_stub
from tests.support.town import CAMPAIGN, CLOSED, Town, build_town
from tests.worker.conftest import COUNT, FIRST
from tests.worker.processes import bubbles, start_sending
from worker.notices import BATCH, NoticeSender, batch_at

TOKEN = "4242424242:only-for-this-test"
MANY = 60


async def _tell(town: Town, *accounts: int, kind: NoticeKind = NoticeKind.LINK_MOVED) -> None:
    async with town.services.database.write() as connection:
        for account in accounts:
            await write_notice(
                connection,
                CAMPAIGN,
                notice_id=f"{kind}:{account}",
                account_id=account,
                kind=kind.value,
                facts={},
                due_at=town.clock.now(),
            )


async def _send(town: Town, url: str, token: str) -> int:
    pace = ProcessPace(1000)
    bot = make_notifying_bot(token, url, pace)
    try:
        return await NoticeSender(town.services, strict_locales(), bot, pace).send_due()
    finally:
        await bot.session.close()


async def _states(town: Town) -> dict[int, Any]:
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(outbox.c.account_id, outbox.c.state, outbox.c.attempts))
        return {row.account_id: (row.state, row.attempts) for row in rows}


async def _is_unreachable(town: Town, account: int) -> bool:
    async with town.services.database.read() as connection:
        row = await place.get_viewer(connection, account)
    assert row is not None
    return bool(row["is_unreachable"])


async def test_everybody_hears_the_outcome_once(town: Town, sandbox: RunningSandbox) -> None:
    """When voting is counted each account of the territory gets one message, and no second one [F5]."""
    await advance(town.services, opens_boxes=True)
    assert await _send(town, sandbox.url, sandbox.token) == COUNT
    assert await _send(town, sandbox.url, sandbox.token) == 0
    for account in range(FIRST, FIRST + COUNT):
        view = await sandbox.person(account).chat()
        assert view.text.startswith("Орталық ауданы: дауыс беру қорытындысы")
        assert view.labels == ["Қорытындыны көру"]
        assert await bubbles(sandbox, account) == 1
    assert set((await _states(town)).values()) == {("sent", 1)}


async def test_who_stopped_meanwhile_is_asked_at_the_moment_of_sending(
    town: Town, sandbox: RunningSandbox
) -> None:
    """A /stop after the notice was written keeps it away; a security notice comes all the same [G4]."""
    await advance(town.services, opens_boxes=True)
    await _tell(town, FIRST + 1)
    await stop(town.services, FIRST)
    await stop(town.services, FIRST + 1)
    await _send(town, sandbox.url, sandbox.token)
    assert await bubbles(sandbox, FIRST) == 0
    assert await bubbles(sandbox, FIRST + 1) == 1
    assert "Telegram" in (await sandbox.person(FIRST + 1).chat()).text


async def test_who_has_blocked_is_out_of_reach_until_start(town: Town, sandbox: RunningSandbox) -> None:
    """A 403 marks the person, /start brings them back; a security notice waits for that [G4] [E2]."""
    await sandbox.person(FIRST).block(wait=False)
    await _tell(town, FIRST, FIRST + 1)
    await _send(town, sandbox.url, sandbox.token)
    assert await _states(town) == {FIRST: ("queued", 0), FIRST + 1: ("sent", 1)}
    assert await _is_unreachable(town, FIRST)
    await come_back(town.services, FIRST)
    assert not await _is_unreachable(town, FIRST)


async def test_a_chat_that_does_not_exist_is_out_of_reach(town: Town, sandbox: RunningSandbox) -> None:
    """«chat not found» is treated as a block, not as an error of ours [G4]."""
    await see(town.services, 999)
    await _tell(town, 999)
    await _send(town, sandbox.url, sandbox.token)
    assert await _states(town) == {999: ("queued", 0)}
    assert await _is_unreachable(town, 999)


async def test_a_limit_is_no_attempt_and_loses_nothing(town: Town) -> None:
    """Notices that met a 429 are sent after it, and it counts against none of them [G3]."""
    async with running_stub() as stub:
        for _ in range(3):
            stub.prepare("sendMessage", 429, **retry_after(2))
        await _tell(town, FIRST, FIRST + 1, FIRST + 2)
        await _send(town, stub.url, TOKEN)
        assert {state for state, _ in (await _states(town)).values()} == {"queued"}
        assert {attempts for _, attempts in (await _states(town)).values()} == {0}
        town.clock.advance(timedelta(seconds=3))
        await _send(town, stub.url, TOKEN)
        assert set((await _states(town)).values()) == {("sent", 1)}


async def test_faults_of_the_server_are_tried_three_times(town: Town) -> None:
    """A server error is tried again later, three times at most, each time after a longer wait [G3]."""
    async with running_stub() as stub:
        await _tell(town, FIRST)
        for attempt in (1, 2, 3):
            stub.prepare("sendMessage", 500, error_code=500, description="Internal Server Error")
            await _send(town, stub.url, TOKEN)
            assert (await _states(town))[FIRST][1] == attempt
            town.clock.advance(timedelta(seconds=1))
            assert await _send(town, stub.url, TOKEN) == 0, "not yet"
            town.clock.advance(timedelta(minutes=2))
        assert await _states(town) == {FIRST: ("failed", 3)}


async def test_a_refused_text_fails_alone(town: Town) -> None:
    """A notice that Telegram can't read fails for good, and the others are sent [G3]."""
    async with running_stub() as stub:
        await _tell(town, FIRST)
        stub.prepare("sendMessage", 400, error_code=400, description="Bad Request: can't parse entities")
        await _send(town, stub.url, TOKEN)
        await _tell(town, FIRST + 1)
        await _send(town, stub.url, TOKEN)
    assert await _states(town) == {FIRST: ("failed", 1), FIRST + 1: ("sent", 1)}


async def test_a_notice_without_its_outcome_is_not_sent(town: Town, sandbox: RunningSandbox) -> None:
    """A notice about what is not there fails instead of telling half of it [F5]."""
    async with town.services.database.write() as connection:
        await write_notice(
            connection,
            CAMPAIGN,
            notice_id="outcome:early",
            account_id=FIRST,
            kind=NoticeKind.OUTCOME.value,
            facts={"territory": "ortalyq"},
            due_at=CLOSED,
        )
    await _send(town, sandbox.url, sandbox.token)
    assert await _states(town) == {FIRST: ("failed", 1)}
    assert await bubbles(sandbox, FIRST) == 0


async def test_a_broken_notice_hinders_no_other(town: Town, sandbox: RunningSandbox) -> None:
    """What breaks at one notice is tried again later, three times at most; the others come at once [G3]."""
    async with town.services.database.write() as connection:
        await write_notice(
            connection,
            CAMPAIGN,
            notice_id="broken",
            account_id=FIRST,
            kind=NoticeKind.OUTCOME.value,
            facts={},
            due_at=CLOSED,
        )
    await _tell(town, *range(FIRST + 1, FIRST + COUNT))
    for attempt, state in ((1, "queued"), (2, "queued"), (3, "failed")):
        await _send(town, sandbox.url, sandbox.token)
        assert (await _states(town))[FIRST] == (state, attempt)
        town.clock.advance(timedelta(minutes=3))
    assert [await bubbles(sandbox, FIRST + number) for number in range(COUNT)] == [0] + [1] * (COUNT - 1)


async def test_a_database_that_is_away_for_a_moment(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one delivery can't be written down, the siblings are, and the worker goes on [G3] [N1]."""
    real = sending.delivered

    async def failing_once(services: Services, notice: Notice) -> None:
        if notice.account_id == FIRST:
            raise OperationalError("UPDATE", {}, OSError("disk I/O error"))
        await real(services, notice)

    monkeypatch.setattr(sending, "delivered", failing_once)
    await _tell(town, *range(FIRST, FIRST + COUNT))
    assert await _send(town, sandbox.url, sandbox.token) == COUNT
    states = await _states(town)
    assert states.pop(FIRST) == ("queued", 1)
    assert set(states.values()) == {("sent", 1)}


async def test_a_stop_does_not_forget_what_was_sent(
    town: Town, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled while it writes a delivery down, the worker ends the writing first [G3]."""
    real, begun = sending.delivered, asyncio.Event()

    async def slow(services: Services, notice: Notice) -> None:
        begun.set()
        await asyncio.sleep(0.2)
        await real(services, notice)

    monkeypatch.setattr(sending, "delivered", slow)
    await _tell(town, FIRST)
    async with asyncio.TaskGroup() as group:
        sending_out = group.create_task(_send(town, sandbox.url, sandbox.token))
        await begun.wait()
        sending_out.cancel()
    assert sending_out.cancelled()
    assert await _states(town) == {FIRST: ("sent", 1)}


@pytest.mark.parametrize("per_second", [1, 2, 25, 1000])
def test_a_batch_never_outlasts_its_lease(per_second: int) -> None:
    """At every pace that can be set a batch takes a small part of its lease [G3]."""
    batch = batch_at(ProcessPace(per_second).interval)
    assert 1 <= batch <= BATCH
    assert batch / per_second <= LEASE.total_seconds() / 10


async def test_two_workers_share_the_outbox(town: Town, sandbox: RunningSandbox) -> None:
    """Two workers at once send each notice once between them [G3]."""
    await _tell(town, *range(FIRST, FIRST + COUNT))
    taken = await asyncio.gather(*(_send(town, sandbox.url, sandbox.token) for _ in range(2)))
    assert sum(taken) == COUNT
    assert [await bubbles(sandbox, FIRST + number) for number in range(COUNT)] == [1] * COUNT


@pytest.mark.slow
async def test_a_killed_worker_leaves_nobody_out(sqlite_url: str, tmp_path: Path) -> None:
    """After SIGKILL in the middle of 60 notices the next worker sends the rest; few come twice [G3]."""
    town = await build_town(sqlite_url, tmp_path)
    accounts = range(FIRST, FIRST + MANY)
    for account in accounts:
        await see(town.services, account)
    town.clock.set_to(CLOSED)
    await _tell(town, *accounts)
    people: list[Json] = [{"id": account, "first_name": str(account)} for account in accounts]
    async with RunningSandbox(people=people, patience=60) as sandbox:
        for account in accounts:
            await sandbox.person(account).start(wait=False)
        first = await start_sending(sqlite_url, tmp_path, sandbox, instant=CLOSED)
        # Notices of one moment leave by their names, so that this one comes after a third of them.
        await sandbox.person(accounts[MANY // 3]).wait_for("Telegram", timeout=60)
        os.kill(first.pid, signal.SIGKILL)
        await first.wait()
        sent = sum([await bubbles(sandbox, account) for account in accounts])
        assert 0 < sent < MANY, "the kill came in the middle"
        second = await start_sending(sqlite_url, tmp_path, sandbox, instant=CLOSED, later=60)
        assert await asyncio.wait_for(second.wait(), 60) == 0
        heard = Counter([await bubbles(sandbox, account) for account in accounts])
    assert heard[0] == 0, "nobody is left out"
    assert heard[1] >= MANY - 5, "only what was in flight comes twice"
    assert heard[1] + heard[2] == MANY
    await town.services.database.dispose()
