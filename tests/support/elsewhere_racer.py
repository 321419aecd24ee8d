"""A process of its own in which a list of the other channel is approved while people vote.

``python -m tests.support.elsewhere_racer URL FOLDER LOGIN IMPORT``; apart from the racer of residents.
"""

import asyncio
import json
import sys
from pathlib import Path

from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.store import staff
from core.usecases.elsewhere.approving import approve_list
from core.usecases.services import Services
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN


async def approve(services: Services, login: str, import_id: int) -> list[str]:
    """Approve the list and say how it went."""
    try:
        await approve_list(services, await _actor(services, login), CAMPAIGN, import_id)
    except RuleViolation as violation:
        return [violation.refusal.value]
    return ["approved"]


async def _actor(services: Services, login: str) -> Actor:
    async with services.database.read() as connection:
        people = await staff.list_staff(connection, CAMPAIGN.akimat)
    return next(each.actor for each in people if each.login == login)


async def main(url: str, folder: Path, login: str, import_id: str) -> None:
    """Approve once told to, and print what came of it."""
    services = open_services(url, folder)
    sys.stdin.readline()  # The test lets all processes go at once.
    told = await approve(services, login, int(import_id))
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
