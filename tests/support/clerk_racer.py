"""A process of its own in which a clerk decides on a proposal, or says what it costs, as fast as it can.

``python -m tests.support.clerk_racer URL FOLDER ACT NUMBER LOGIN TIMES``; apart from the racer of residents.
"""

import asyncio
import json
import sys
from pathlib import Path

from core.model.language import Text
from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.rulebook.loader import read
from core.rules.formal_check import Finding, checklist
from core.rules.review import ReviewAct
from core.store import staff
from core.usecases.review.checking import FormalCheck, check_proposal
from core.usecases.review.cost import change_cost
from core.usecases.services import Services
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN, RULEBOOK

WHY = Text(kk="Екі объект аталған.", ru="Названы два объекта.")


async def attempt(services: Services, act: str, number: int, staff_id: int) -> str:
    """Try once and return what the proposal became, or the refusal."""
    found = await _actor(services, staff_id)
    try:
        if act == "cost":
            await change_cost(
                services, found, CAMPAIGN, number, known=340_000, cost=350_000 + staff_id, reason=WHY
            )
            return act
        status = await check_proposal(
            services, found, CAMPAIGN, number, version=1, check=_check(act), act=ReviewAct(act)
        )
    except RuleViolation as violation:
        return violation.refusal.value
    return status.value


async def _actor(services: Services, staff_id: int) -> Actor:
    async with services.database.read() as connection:
        found = await staff.get_staff(connection, CAMPAIGN.akimat, staff_id)
    assert found is not None
    return found.actor


def _check(act: str) -> FormalCheck:
    keys = [item.key for item in checklist(read(RULEBOOK, "semey-demo"))]
    findings = dict.fromkeys(keys, Finding(is_met=True))
    if act != "register":
        findings["criterion-one-object"] = Finding(is_met=False, reason=WHY)
    return FormalCheck(findings=findings, ground="limited-access")


async def main(url: str, folder: Path, act: str, number: str, staff_id: str, times: str) -> None:
    """Try so many times at once and print what came of each."""
    services = open_services(url, folder)
    sys.stdin.readline()  # The test lets all processes go at once.
    tries = [attempt(services, act, int(number), int(staff_id)) for _ in range(int(times))]
    told = list(await asyncio.gather(*tries))
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
