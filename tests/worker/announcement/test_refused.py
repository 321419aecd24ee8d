"""Whatever Telegram answers, nobody is lost, few get it twice, and the report adds up."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from core.model.announcement import (
    AnnouncementState,
    Doubt,
    PauseCause,
)
from core.rules.announcement import TRIAL
from core.usecases.announcement import delivery
from core.usecases.announcement.running import resume
from core.usecases.place.account import find
from sandbox.running import RunningSandbox
from tests.support.announcing import due, found, report, settle_many, writer
from tests.support.town import CAMPAIGN, Town
from tests.worker.announcement.sending import (
    CROWD,
    FEW,
    LAST,
    MANY,
    ON_SQLITE,
    is_unreachable,
    send,
    send_all,
    working,
)
from worker import recording


@ON_SQLITE
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


@ON_SQLITE
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


@ON_SQLITE
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
@ON_SQLITE
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


@ON_SQLITE
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
