"""A process of its own that votes, submits or ends the voting on a town's database, as fast as it can.

``python -m tests.support.racer URL FOLDER JOB…``: the folder has keys, files and ``clock.json``.
"""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from app.clock import SystemClock
from core.files.scanning import NoScanner
from core.files.store import DiskStore
from core.identity.keys import KeyFolder
from core.model.refusals import RuleViolation
from core.store.database import Database
from core.usecases.campaign.reading import Rulebooks
from core.usecases.outcome.advance import advance
from core.usecases.paper.claiming import claim
from core.usecases.proposal.submitting import submit
from core.usecases.services import Services
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN

SUBMITS = 5
"""How often each draft is submitted by each process."""


class ShiftedClock:
    """Real time moved by the file's offset, back as well: the sample campaign's days may be long over."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """Return the moved instant in UTC."""
        return SystemClock().now() + timedelta(seconds=json.loads(self._path.read_text())["offset"])


def open_services(url: str, folder: Path) -> Services:
    """Return services as a process of the deployment has them, with the town's moved clock."""
    return Services(
        database=Database(url),
        rulebooks=Rulebooks(),
        keys=KeyFolder(folder / "keys"),
        files=DiskStore(folder / "files"),
        scanner=NoScanner(),
        clock=ShiftedClock(folder / "clock.json"),
        real_clock=SystemClock(),
        random_bytes=os.urandom,
        swear_stems=frozenset(),
    )


async def vote(services: Services, account: int, project: int, session: str | None) -> str:
    """Try one vote and return the roll number of its receipt, or the refusal."""
    try:
        receipt = await cast_vote(services, CAMPAIGN, account, number=project, session=session)
    except RuleViolation as violation:
        return violation.refusal.value
    return str(receipt.entry.number)


async def same_person(services: Services, account: int, session: str | None, attempts: int) -> list[str]:
    """Press many times at once, on changing projects."""
    presses = [vote(services, account, 1 + number % 12, session) for number in range(attempts)]
    return list(await asyncio.gather(*presses))


async def many_people(services: Services, first: int, count: int) -> list[str]:
    """Let one account after the other vote once."""
    return [await vote(services, account, 1 + account % 12, None) for account in range(first, first + count)]


async def submit_all(services: Services, account: int, drafts: Sequence[str]) -> list[str]:
    """Submit every draft at once, each several times, and return the numbers or refusals."""
    presses = [_submit(services, account, draft_id) for draft_id in list(drafts) * SUBMITS]
    return list(await asyncio.gather(*presses))


async def _submit(services: Services, account: int, draft_id: str) -> str:
    try:
        told = await submit(services, CAMPAIGN, account, draft_id)
    except RuleViolation as violation:
        return violation.refusal.value
    return str(told.number)


async def claim_all(services: Services, account: int, code: str) -> list[str]:
    """Use a slip's code several times at once, and return the numbers or refusals."""
    return list(await asyncio.gather(*(_claim(services, account, code) for _ in range(SUBMITS))))


async def _claim(services: Services, account: int, code: str) -> str:
    try:
        told = await claim(services, CAMPAIGN, account, code)
    except RuleViolation as violation:
        return violation.refusal.value
    return str(told.number)


async def close(services: Services, offset: float, folder: Path) -> list[str]:
    """Move the clock past the end while the others vote, and end the voting."""
    await asyncio.sleep(0.4)
    path = folder / "clock.json"
    path.with_suffix(".new").write_text(json.dumps({"offset": offset}))
    path.with_suffix(".new").replace(path)
    return [step.done for step in await advance(services, opens_boxes=True)]


async def main(url: str, folder: Path, job: str, *facts: str) -> None:
    """Do one job and print what came of it."""
    services = open_services(url, folder)
    sys.stdin.readline()  # The test lets all processes go at once.
    match job:
        case "same":
            told = await same_person(services, int(facts[0]), facts[1] or None, int(facts[2]))
        case "submit":
            told = await submit_all(services, int(facts[0]), facts[1:])
        case "many":
            told = await many_people(services, int(facts[0]), int(facts[1]))
        case "claim":
            told = await claim_all(services, int(facts[0]), facts[1])
        case _:
            told = await close(services, float(facts[0]), folder)
    await services.database.dispose()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]))
