"""Two clerks at the same proposal, from processes of their own on one database (C1, C4)."""

from collections import Counter
from pathlib import Path

from core.model.staff import Role
from core.usecases.review.proposals import open_proposal
from tests.core.usecases.test_races import run, set_clock, start
from tests.support.office import actor
from tests.support.proposals import INTAKE, registered, submitted
from tests.support.town import CAMPAIGN, Town

RACER = "tests.support.clerk_racer"
TIMES = 5


async def test_one_decision_for_one_version(town: Town, tmp_path: Path) -> None:
    """One registers, one returns, one refuses, five times at once: exactly one takes effect [C1]."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)
    number, racers = await submitted(town, 0), []
    for person, act in enumerate(("register", "return", "refuse")):
        clerk = await actor(town, Role.CLERK, login=act, person=person)
        facts = (act, str(number), str(clerk.staff_id), str(TIMES))
        racers.append(await start(town, tmp_path, *facts, module=RACER))
    told = Counter(answer for answers in await run(*racers) for answer in answers)
    reader = await actor(town, Role.CLERK, login="reader", person=3)
    dossier = await open_proposal(town.services, reader, CAMPAIGN, number)
    assert told == {"proposal-decided": 3 * TIMES - 1, dossier.proposal.status.value: 1}
    assert len(dossier.history) == 2


async def test_no_cost_is_changed_unseen(town: Town, tmp_path: Path) -> None:
    """Of two clerks who read the same cost one changes it, the other is told that it is another [C4]."""
    town.clock.set_to(INTAKE)
    set_clock(tmp_path, INTAKE)
    number, racers = await registered(town, 0), []
    for person in range(2):
        clerk = await actor(town, Role.CLERK, login=f"clerk-{person}", person=person)
        facts = ("cost", str(number), str(clerk.staff_id), str(TIMES))
        racers.append(await start(town, tmp_path, *facts, module=RACER))
    told = Counter(answer for answers in await run(*racers) for answer in answers)
    assert told == {"cost": 1, "proposal-changed": 2 * TIMES - 1}
    reader = await actor(town, Role.CLERK, login="reader", person=3)
    assert len((await open_proposal(town.services, reader, CAMPAIGN, number)).costs) == 1
