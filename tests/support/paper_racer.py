"""A process of its own in which a clerk takes lines of a sheet, as fast as it can.

``python -m tests.support.paper_racer URL FOLDER STAFF_ID SHEET IIN…``: with one IIN the same line again and
again, with several one line after the other, each told as soon as it is answered, so that a killed process
has said what it promised.
"""

import asyncio
import json
import sys
from pathlib import Path

from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.store import staff
from core.usecases.paper_vote.entering import enter_line
from core.usecases.services import Services
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN

TIMES = 20
"""How often the same line is taken."""


async def take(services: Services, who: Actor, sheet: int, line: int, iin: str) -> str:
    """Take a line and return what it became, or the refusal."""
    try:
        settled = await enter_line(services, who, CAMPAIGN, sheet, line, iin)
    except RuleViolation as violation:
        return violation.refusal.value
    return settled.state.value


async def main(url: str, folder: Path, staff_id: str, sheet: str, *iins: str) -> None:
    """Wait for the word to go, take the lines, and print what came of each."""
    services = open_services(url, folder)
    async with services.database.read() as connection:
        found = await staff.get_staff(connection, CAMPAIGN.akimat, int(staff_id))
    assert found is not None
    sys.stdin.readline()  # The test lets all processes go at once.
    if len(iins) == 1:
        tries = [take(services, found.actor, int(sheet), 1, iins[0]) for _ in range(TIMES)]
        sys.stdout.write(json.dumps(list(await asyncio.gather(*tries))))
    else:
        for line, iin in enumerate(iins, start=1):
            told = await take(services, found.actor, int(sheet), line, iin)
            sys.stdout.write(f"{line} {told}\n")
            sys.stdout.flush()
    await services.database.dispose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
