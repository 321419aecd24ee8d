"""A process of its own that approves or withdraws an amendment of a town, or lets the clock close its voting.

``python -m tests.support.amendment_racer URL FOLDER JOB LOGIN NUMBER``.
"""

import asyncio
import json
import sys
from pathlib import Path

from core.model.refusals import RuleViolation
from core.store import staff
from core.usecases.amendment.proposing import withdraw_amendment
from core.usecases.amendment.settling import approve_amendment
from core.usecases.outcome.advance import advance
from core.usecases.services import Services
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN

_PATIENCE = 20
"""Looks at the clock until the end of the voting has passed."""


async def _do(services: Services, job: str, login: str, number: int) -> str:
    async with services.database.read() as connection:
        people = await staff.list_staff(connection, CAMPAIGN.akimat)
    actor = next((each.actor for each in people if each.login == login), None)
    try:
        match job:
            case "approve" if actor is not None:
                await approve_amendment(services, actor, CAMPAIGN, number)
            case "withdraw" if actor is not None:
                await withdraw_amendment(services, actor, CAMPAIGN, number)
            case _:
                return await _close(services)
    except RuleViolation as violation:
        return violation.refusal.value
    return "done"


async def _close(services: Services) -> str:
    """Let the clock do its work until it has closed the territory or it is clear that it does not."""
    for _ in range(_PATIENCE):
        steps = await advance(services, opens_boxes=False)
        if any(step.territory == "ortalyq" and step.done == "closed" for step in steps):
            return "closed"
        await asyncio.sleep(0.05)
    return "open"


async def main(url: str, folder: Path, job: str, login: str, number: str) -> None:
    """Do one job at the word and print what came of it."""
    services = open_services(url, folder)
    sys.stdin.readline()
    told = [await _do(services, job, login, int(number))]
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
