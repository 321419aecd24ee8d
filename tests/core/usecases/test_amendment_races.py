"""Amendments that collide with each other and with the clock, in processes of their own (A2, A4)."""

from datetime import datetime, timedelta
from pathlib import Path

from core.model.refusals import Refusal
from core.model.staff import Role
from core.store import ledger
from core.usecases.amendment.settling import approve_amendment
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.amending import LATER, VOTING, pair_of
from tests.support.office import actor
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, OPEN, Town

MODULE = "tests.support.amendment_racer"


async def told(town: Town, folder: Path, *jobs: tuple[str, str, int], now: datetime = OPEN) -> list[str]:
    """Let processes do the jobs at once, when it is ``now`` for them, and return what each was told."""
    set_clock(folder, now)
    racers = [
        await start(town, folder, job, login, str(number), module=MODULE) for job, login, number in jobs
    ]
    # They have taken their time to start: the clock stands at the instant as they begin.
    set_clock(folder, now)
    return [answer for answers in await run(*racers) for answer in answers]


async def test_two_approve_at_once(town: Town, tmp_path: Path) -> None:
    """One of them is told that it is settled; there is one act, the rulebook is amended once [A2] [L1]."""
    pair = await pair_of(town)
    await actor(town, Role.SECRETARY, login="second", person=2)
    number = await pair.extend()
    answers = await told(town, tmp_path, ("approve", "akim", number), ("approve", "second", number))
    assert sorted(answers) == ["amendment-settled", "done"]
    async with town.services.database.read() as connection:
        acts = await ledger.list_acts(connection, CAMPAIGN)
    assert sum('"type":"amendment"' in act for act in acts) == 1
    assert (await pair.window()).closes == LATER


async def test_approved_or_withdrawn(town: Town, tmp_path: Path) -> None:
    """Whoever comes first decides, and what is in force is what was decided [A2]."""
    pair = await pair_of(town)
    number = await pair.extend()
    jobs = (("approve", "akim", number), ("withdraw", "secretary", number))
    approved, withdrawn = await told(town, tmp_path, *jobs)
    assert {approved, withdrawn} == {"done", "amendment-settled"}
    assert (await pair.window()).closes == (LATER if approved == "done" else VOTING.closes)


async def test_approval_against_the_end(town: Town, tmp_path: Path) -> None:
    """Around the old end either the voting goes on or it is closed, never both [A2] [A4]."""
    pair = await pair_of(town)
    number = await pair.extend()
    jobs = (("approve", "akim", number), ("close", "", 0), ("close", "", 0))
    approved, *closing = await told(town, tmp_path, *jobs, now=VOTING.closes - timedelta(milliseconds=40))
    async with town.services.database.read() as connection:
        state = await ledger.get_territory_state(connection, CAMPAIGN, "ortalyq")
    window = await pair.window()
    if approved == "done":
        assert (window.closes, state, closing) == (LATER, None, ["open", "open"])
    else:
        assert (approved, window.closes) == ("stage-over", VOTING.closes)


async def test_a_closed_territory_is_not_extended(town: Town) -> None:
    """A clock that is slow approves nothing once another process has closed the voting [A2] [A4]."""
    pair = await pair_of(town)
    number = await pair.extend()
    async with town.services.database.write() as connection:
        await ledger.mark_closed(connection, CAMPAIGN, "ortalyq", VOTING.closes)
    town.clock.set_to(VOTING.closes - timedelta(seconds=1))
    late = approve_amendment(town.services, pair.akim, CAMPAIGN, number)
    assert await refusal_of(late) is Refusal.STAGE_OVER
    assert (await pair.window()).closes == VOTING.closes
