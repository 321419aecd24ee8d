"""A process of its own that hands in, approves or rejects a register of a town.

``python -m tests.support.register_racer URL FOLDER JOB ROLE PERSON [IMPORT or FILE]``.
"""

import asyncio
import json
import sys
from pathlib import Path

from core.model.refusals import RuleViolation
from core.model.staff import Actor, Role
from core.store import staff
from core.usecases.register.approving import approve_register, reject_register
from core.usecases.register.staging import stage_register
from core.usecases.services import Services
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN


async def _actor(services: Services, login: str) -> Actor:
    async with services.database.read() as connection:
        found = await staff.list_staff(connection, CAMPAIGN.akimat)
    return next(each.actor for each in found if each.login == login and Role.CLERK in each.roles)


async def _do(services: Services, job: str, actor: Actor, what: str) -> str:
    try:
        match job:
            case "approve":
                await approve_register(services, actor, CAMPAIGN, int(what))
            case "reject":
                await reject_register(services, actor, CAMPAIGN, int(what))
            case _:
                with Path(what).open("rb") as file:  # noqa: ASYNC230  (nothing else runs here)
                    return str(await stage_register(services, actor, CAMPAIGN, file, "register.csv"))
    except RuleViolation as violation:
        return violation.refusal.value
    return "done"


async def main(url: str, folder: Path, job: str, login: str, what: str) -> None:
    """Do one job at the word and print what came of it."""
    services = open_services(url, folder)
    actor = await _actor(services, login)
    sys.stdin.readline()
    told = [await _do(services, job, actor, what)]
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
