"""A process of its own that opens boxes, counts slips or dies in the midst of it, on a town's database.

``python -m tests.support.opening_racer URL FOLDER JOB FACT…``: ``open STAFF``, ``slips STAFF LINES`` or
``die POINT``.
"""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.store import box, ledger, staff
from core.store import opening as store
from core.usecases.opening.together import ask_opening, confirm_opening
from core.usecases.outcome import destroying
from core.usecases.outcome.advance import advance
from core.usecases.paper_vote.slips import count_slips
from core.usecases.services import Services
from tests.support.boxes import WHERE
from tests.support.racer import open_services
from tests.support.town import CAMPAIGN

TIMES = 3

POINTS = {
    "leaves": (box, "add_box"),
    "rows": (box, "delete_waiting"),
    "drawn": (box, "delete_drawn"),
    "opened": (ledger, "mark_opened"),
    "day": (store, "add_live_day"),
    "key": (destroying, "destroy_in"),
}
"""Where a process may die: before the step is done."""


async def open_together(services: Services, actor: Actor) -> str:
    """Ask and confirm until the box is open, whatever others do at the same time."""
    told = []
    for attempt in (ask_opening, confirm_opening):
        try:
            told.append(str(await attempt(services, actor, CAMPAIGN, WHERE)))
        except RuleViolation as violation:
            told.append(violation.refusal.value)
    return "|".join(told)


async def count(services: Services, actor: Actor, lines: str) -> str:
    """Count the slips."""
    try:
        return (await count_slips(services, actor, CAMPAIGN, WHERE, lines)).value
    except RuleViolation as violation:
        return violation.refusal.value


async def die(services: Services, point: str) -> None:
    """Bring the campaign up to the clock and be killed at a point of it."""

    async def killed(*_: Any, **__: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    module, name = POINTS[point]
    with patch.object(module, name, killed):
        await advance(services, opens_boxes=True)


async def main(url: str, folder: Path, job: str, *facts: str) -> None:
    """Do one job and print what came of it."""
    services = open_services(url, folder)
    sys.stdin.readline()  # The test lets all processes go at once.
    told: list[str] = []
    if job == "die":
        await die(services, facts[0])
    else:
        async with services.database.read() as connection:
            found = await staff.get_staff(connection, CAMPAIGN.akimat, int(facts[0]))
        if found is None:
            raise LookupError(f"nobody has the number {facts[0]}")
        for _ in range(TIMES):
            is_opening = job == "open"
            attempt = (
                open_together(services, found.actor) if is_opening else count(services, found.actor, facts[1])
            )
            told.append(await attempt)
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
