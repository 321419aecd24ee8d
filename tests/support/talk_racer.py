"""A process of its own that decides, supports or merges on a town's database, as fast as it can.

``python -m tests.support.talk_racer URL FOLDER JOB…``, apart from the racer of votes and submits.
"""

import asyncio
import json
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from core.model.language import Language
from core.model.refusals import RuleViolation
from core.rules.decision import Decision
from core.rules.review import ReviewAct
from core.usecases.discussion.merging import settle
from core.usecases.discussion.questions import ask
from core.usecases.discussion.support import support
from core.usecases.proposal.submitting import submit
from core.usecases.proposal.withdrawing import withdraw
from core.usecases.review.deciding import decide
from core.usecases.services import Services
from tests.support.proposals import GROUND, REASON
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN

TIMES = 5


def attempt(services: Services, job: str, facts: tuple[str, ...], turn: int) -> Coroutine[Any, Any, object]:
    """Return one attempt at the job."""
    numbers = [int(fact) for fact in facts if fact.isdigit()]
    match job:
        case "support":
            return support(services, CAMPAIGN, *numbers)
        case "settle":
            return settle(services, CAMPAIGN, *numbers, agrees=True)
        case "ask":
            account, number = numbers
            text = f"{facts[2]} {turn}?"
            return ask(services, CAMPAIGN, account, number, text=text, language=Language.KAZAKH)
        case "withdraw":
            return withdraw(services, CAMPAIGN, *numbers)
        case "submit":
            return submit(services, CAMPAIGN, numbers[0], facts[1])
        case _:
            decision = Decision(act=ReviewAct(job), ground=GROUND, reason=REASON)
            return decide(services, CAMPAIGN, numbers[0], decision)


async def answered(awaited: Coroutine[Any, Any, object]) -> str:
    """Return ``done``, or why it was refused."""
    try:
        await awaited
    except RuleViolation as violation:
        return violation.refusal.value
    return "done"


async def main(url: str, folder: Path, job: str, *facts: str) -> None:
    """Try the job several times at once and print what came of each."""
    services = open_services(url, folder)
    sys.stdin.readline()  # The test lets all processes go at once.
    attempts = [answered(attempt(services, job, facts, turn)) for turn in range(TIMES)]
    told = list(await asyncio.gather(*attempts))
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
