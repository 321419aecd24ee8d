"""The opening from processes of their own: two confirmations, paper at the same moment, and kill -9."""

import signal
from asyncio.subprocess import Process
from datetime import timedelta
from pathlib import Path

import pytest

from core.model.outcome import Tally
from core.store import box, ledger
from core.store import opening as store
from core.usecases.outcome.advance import advance
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.reading import get_outcome
from core.usecases.outcome.tallying import tally_of
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.boxes import LIVE, WHERE, entitle, pair, put_in
from tests.support.paper_votes import paper_desk
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town, build_town

RACER = "tests.support.opening_racer"
AFTER = CLOSED + timedelta(hours=1)


async def race(town: Town, folder: Path, *job: str) -> Process:
    """Start a process that does the job."""
    return await start(town, folder, *job, module=RACER)


async def tally(town: Town) -> Tally | None:
    """Return what was voted."""
    async with town.services.database.read() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN)
        return await tally_of(connection, CAMPAIGN, rulebook, WHERE)


async def sizes(town: Town) -> tuple[int, int, int, int]:
    """Return how many votes are in the roll, in the seals, waiting, and in the box."""
    async with town.services.database.read() as connection:
        return (
            await ledger.count_roll(connection, CAMPAIGN, WHERE),
            await box.count_seals(connection, CAMPAIGN, WHERE),
            await box.count_waiting(connection, CAMPAIGN, WHERE),
            await box.count_box(connection, CAMPAIGN, WHERE),
        )


async def closed(town: Town, folder: Path, *projects: int) -> None:
    """Let strangers vote and end the voting, by the clock of every process."""
    await put_in(town, *projects)
    town.clock.set_to(AFTER)
    set_clock(folder, AFTER)
    assert await close_territory(town.services, CAMPAIGN, WHERE)


async def test_two_people_press_at_once(town: Town, tmp_path: Path) -> None:
    """Whoever asks and confirms at the same moment, the box opens once, by two people [L1] [E7]."""
    two = await pair(town)
    await closed(town, tmp_path, 5, 5, 2)
    people = (two.first, two.second, two.first)
    racers = [await race(town, tmp_path, "open", str(who.staff_id)) for who in people]
    told = [each for answers in await run(*racers) for each in answers]
    assert sum("Opened" in each for each in told) == 1
    assert await sizes(town) == (3, 3, 0, 3)
    assert await tally(town) == Tally(votes={5: 2, 2: 1})


async def test_an_opening_against_the_count_of_slips(town: Town, tmp_path: Path) -> None:
    """Either paper is not ready and nothing opens, or it is in the box: no slip falls between [E8] [L1]."""
    desk, two = await paper_desk(town), await pair(town)
    await desk.settled(0, 1, 2)
    await closed(town, tmp_path, 5, 5)
    racers = [
        await race(town, tmp_path, "slips", str(desk.first.staff_id), "5\n2"),
        await race(town, tmp_path, "slips", str(desk.second.staff_id), "5\n2"),
        await race(town, tmp_path, "open", str(two.first.staff_id)),
        await race(town, tmp_path, "open", str(two.second.staff_id)),
    ]
    told = await run(*racers)
    refused = {part for answers in told[2:] for each in answers for part in each.split("|")}
    assert not {each for each in refused if each.startswith("opening-differs")}
    await advance(town.services, opens_boxes=True)
    assert await sizes(town) == (5, 2, 0, 5)
    assert await tally(town) == Tally(votes={5: 3, 2: 1}, invalid=1)


@pytest.mark.parametrize("point", ["leaves", "rows", "opened", "key"])
async def test_killed_while_opening(town: Town, tmp_path: Path, point: str) -> None:
    """Killed anywhere, the box is closed as before or open and counted; the next tick ends it [E7] [F1]."""
    await closed(town, tmp_path, 5, 5, 2)
    racer = await race(town, tmp_path, "die", point)
    await racer.communicate(b"\n")
    assert racer.returncode == -signal.SIGKILL
    is_open = point == "key"
    assert await sizes(town) == ((3, 3, 0, 3) if is_open else (3, 3, 3, 0))
    assert (await get_outcome(town.services, CAMPAIGN, WHERE) is not None) is is_open
    await advance(town.services, opens_boxes=True)
    assert await sizes(town) == (3, 3, 0, 3)
    assert await tally(town) == Tally(votes={5: 2, 2: 1})
    async with town.services.database.read() as connection:
        state = await ledger.get_territory_state(connection, CAMPAIGN, WHERE)
    assert state is not None
    assert state["key_destroyed_at"] is not None


@pytest.mark.parametrize("point", ["leaves", "drawn", "day"])
async def test_killed_while_counting_live(database_url: str, tmp_path: Path, point: str) -> None:
    """Killed in a live count, nothing of it has been; the next tick makes it whole, and once [E6]."""
    town = await build_town(database_url, tmp_path, rulebook=LIVE)
    await entitle(town, 5000)
    await put_in(town, *[5] * 150, *[2] * 60)
    at = OPEN.replace(hour=9, minute=5)
    town.clock.set_to(at)
    set_clock(tmp_path, at)
    racer = await race(town, tmp_path, "die", point)
    await racer.communicate(b"\n")
    assert racer.returncode == -signal.SIGKILL
    assert await sizes(town) == (210, 0, 210, 0)
    async with town.services.database.read() as connection:
        assert await store.get_live_day(connection, CAMPAIGN, WHERE) is None
    (step,) = [each for each in await advance(town.services, opens_boxes=True) if each.territory == WHERE]
    assert step.done == "live count of 105 votes"
    assert await advance(town.services, opens_boxes=True) == []
    assert await sizes(town) == (210, 210, 105, 105)
    await town.services.database.dispose()
