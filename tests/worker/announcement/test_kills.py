"""Workers of announcements that are killed at any moment: nobody is left out, few get it twice."""

import asyncio
import os
import random
import signal
from pathlib import Path

import pytest

from core.model.announcement import AnnouncementState, Doubt
from sandbox.running import RunningSandbox
from tests.support.announcing import due, found, report, settle_many
from tests.support.town import OPEN, build_town
from tests.worker.processes import start_announcing
from worker.announcements import senders_at

CROWD, MANY, RATE = 5_000_000, 100, 25
KILLS = 2
LEASE_SECONDS = 120


@pytest.mark.slow
@pytest.mark.parametrize("doubt", [Doubt.REPEAT, Doubt.LEAVE])
async def test_kills_at_random_moments(database_url: str, tmp_path: Path, doubt: Doubt) -> None:
    """Killed twice while it sends, at most what was in flight comes twice; or none does [G2] [G3]."""
    town = await build_town(database_url, tmp_path)
    await settle_many(town, range(CROWD, CROWD + MANY))
    number = await due(town, doubt=doubt)
    dice = random.Random(20)
    async with RunningSandbox(patience=60) as sandbox:
        await sandbox.crowd(MANY, CROWD)
        await sandbox.limit(per_second=RATE + 5)
        for kill in range(KILLS):
            process = await start_announcing(
                database_url, tmp_path, sandbox, instant=OPEN, later=kill * LEASE_SECONDS, rate=RATE
            )
            # Somewhere in the next part, at a message and then a few thousandths of a second later.
            reached = MANY * (kill + dice.uniform(0.2, 0.9)) / (KILLS + 1)
            while (await sandbox.crowd_report())["reached"] < reached:
                assert process.returncode is None, "it ended before it could be killed"
                await asyncio.sleep(0.01)
            await asyncio.sleep(dice.uniform(0, 0.06))
            os.kill(process.pid, signal.SIGKILL)
            await process.wait()
        last = await start_announcing(
            database_url, tmp_path, sandbox, instant=OPEN, later=KILLS * LEASE_SECONDS, rate=RATE
        )
        assert await asyncio.wait_for(last.wait(), 120) == 0
        crowd = await sandbox.crowd_report()
    made, in_flight = await report(town, number), KILLS * senders_at(RATE)
    assert (await found(town, number)).state is AnnouncementState.DONE
    assert crowd["most_in_second"] <= RATE
    if doubt is Doubt.REPEAT:
        assert crowd["reached"] == MANY, "nobody is left out"
        assert crowd["repeated"] <= made.repeated <= in_flight
        assert made.delivered == MANY
    else:
        assert crowd["repeated"] == 0, "nobody gets it twice"
        assert MANY - crowd["reached"] <= made.unknown <= in_flight
        assert made.delivered + made.unknown == MANY
    await town.services.database.dispose()
