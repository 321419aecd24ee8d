"""Announcements that are paused, cancelled, or whose worker is told to stop."""

import asyncio

from core.rules.announcement import TRIAL
from core.usecases.announcement.running import cancel, pause, resume
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.running import RunningSandbox
from tests.support.announcing import due, report, settle_many, states, writer
from tests.support.front import strict_locales
from tests.support.town import CAMPAIGN, Town
from tests.worker.announcement.sending import (
    CROWD,
    FEW,
    MANY,
    ON_SQLITE,
    begin,
    send,
    send_all,
)
from worker.announcements import AnnouncementSender


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


@ON_SQLITE
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
