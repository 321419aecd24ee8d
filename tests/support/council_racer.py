"""A process of its own that gives opinions, concludes, publishes or merges on a town's database.

``python -m tests.support.council_racer URL FOLDER JOB STAFF SITTING NUMBER``.
"""

import asyncio
import json
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.store import staff
from core.usecases.council.concluding import conclude
from core.usecases.council.opinions import give_opinion
from core.usecases.council.publishing import publish_sitting
from core.usecases.review.deciding import decide
from core.usecases.services import Services
from tests.support.council import NO, REFUSED, YES
from tests.support.proposals import GROUND, REASON
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN

TIMES = 5


def attempt(
    services: Services, actor: Actor, job: str, sitting: int, number: int, turn: int
) -> Coroutine[Any, Any, object]:
    """Return one attempt at the job."""
    match job:
        case "say":
            return give_opinion(services, actor, CAMPAIGN, sitting, number, YES if turn % 2 else NO)
        case "conclude":
            return conclude(services, actor, CAMPAIGN, sitting, number, REFUSED)
        case "publish":
            return publish_sitting(services, actor, CAMPAIGN, sitting)
        case _:
            decision = Decision(act=ReviewAct.REFUSE, ground=GROUND, reason=REASON)
            return decide(services, CAMPAIGN, number, decision)


async def answered(awaited: Coroutine[Any, Any, object]) -> str:
    """Return what was answered, or why it was refused."""
    try:
        return str(await awaited)
    except RuleViolation as violation:
        return violation.refusal.value


async def main(url: str, folder: Path, job: str, *facts: str) -> None:
    """Try the job several times at once and print what came of each."""
    services = open_services(url, folder)
    staff_id, sitting, number = (int(fact) for fact in facts)
    async with services.database.read() as connection:
        found = await staff.get_staff(connection, CAMPAIGN.akimat, staff_id)
    if found is None:
        raise LookupError(f"nobody has the number {staff_id}")
    sys.stdin.readline()  # The test lets all processes go at once.
    attempts = [answered(attempt(services, found.actor, job, sitting, number, turn)) for turn in range(TIMES)]
    told = list(await asyncio.gather(*attempts))
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
