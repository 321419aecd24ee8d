"""Registers that collide or break off, in processes of their own on one database (L3)."""

import asyncio
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.model.register import ImportState
from core.model.staff import Role
from core.rules.iin import control_digit
from core.store import register, staging
from core.usecases.register.approving import approve_register
from core.usecases.register.cleaning import INTERRUPTED_TERM, clean_imports
from core.usecases.register.looking import require_import
from tests.core.usecases.test_races import offset_to, run, set_clock, start
from tests.support.office import actor
from tests.support.proposals import INTAKE
from tests.support.register_import import count, staged
from tests.support.town import CAMPAIGN, HEADING, OPEN, Town, row

MODULE = "tests.support.register_racer"
LOGINS = ("second", "third")


async def waiting(town: Town, folder: Path) -> int:
    """Return a register of two people that waits, and two others who may settle it."""
    town.clock.set_to(INTAKE)
    set_clock(folder, INTAKE)
    clerk = await actor(town, Role.CLERK)
    for person, login in enumerate(LOGINS, start=1):
        await actor(town, Role.CLERK, login=login, person=person)
    return await staged(town, clerk, row(0), row(1))


async def told(town: Town, folder: Path, *jobs: tuple[str, str, int]) -> list[str]:
    """Let processes do the jobs at once and return what they were told."""
    racers = [
        await start(town, folder, job, login, str(import_id), module=MODULE) for job, login, import_id in jobs
    ]
    return sorted(answer for answers in await run(*racers) for answer in answers)


async def test_two_people_approve_at_once(town: Town, tmp_path: Path) -> None:
    """One of the two is told that it is settled, and the register is there once [L3] [L1]."""
    import_id = await waiting(town, tmp_path)
    jobs = [("approve", login, import_id) for login in LOGINS]
    assert await told(town, tmp_path, *jobs) == ["done", "import-settled"]
    assert await count(town, register.resident) == 2


async def test_approving_against_rejecting(town: Town, tmp_path: Path) -> None:
    """Whoever comes first decides, and what is in force is what was decided [L3]."""
    import_id = await waiting(town, tmp_path)
    jobs = [("approve", LOGINS[0], import_id), ("reject", LOGINS[1], import_id)]
    assert await told(town, tmp_path, *jobs) == ["done", "import-settled"]
    someone = await actor(town, Role.AKIM, login="akim", person=3)
    state = (await require_import(town.services, someone, CAMPAIGN, import_id))[0].state
    assert (state, await count(town, register.resident)) in {
        (ImportState.APPROVED, 2),
        (ImportState.REJECTED, 10),
    }


async def test_two_registers_approved_at_once(town: Town, tmp_path: Path) -> None:
    """Of two registers that wait one is in force and the other settled with it, never a mixture [L3]."""
    first = await waiting(town, tmp_path)
    clerk = await actor(town, Role.CLERK, login="fourth", person=3)
    second = await staged(town, clerk, *(row(person) for person in range(3, 8)))
    jobs = [("approve", LOGINS[0], first), ("approve", LOGINS[1], second)]
    assert await told(town, tmp_path, *jobs) == ["done", "import-settled"]
    assert await count(town, register.resident) in {2, 5}
    assert await count(town, register.registration) == await count(town, register.resident)


async def test_approving_against_the_opening(town: Town, tmp_path: Path) -> None:
    """While the clock passes the opening an approval is in time or refused, and nothing between [E1] [L3]."""
    import_id = await waiting(town, tmp_path)
    racers = [
        await start(town, tmp_path, "approve", login, str(import_id), module=MODULE) for login in LOGINS
    ]

    async def open_voting() -> None:
        (tmp_path / "clock.new").write_text(json.dumps({"offset": offset_to(OPEN)}))
        (tmp_path / "clock.new").replace(tmp_path / "clock.json")

    answers, _ = await asyncio.gather(run(*racers), open_voting())
    outcome = sorted(answer for each in answers for answer in each)
    residents = await count(town, register.resident)
    assert (outcome, residents) in [
        (["done", "import-settled"], 2),
        (["done", "register-frozen"], 2),
        (["register-frozen", "register-frozen"], 10),
    ]


@pytest.mark.slow
async def test_a_reader_that_is_killed_leaves_nothing_to_approve(town: Town, tmp_path: Path) -> None:
    """Killed in the middle, an import is never whole: nobody can approve it, and the night clears it [L3]."""
    await waiting(town, tmp_path)
    path = tmp_path / "register.csv"
    end = row(0).partition(";")[2]
    lines = (f"{iin};{end}" for iin in _sound_iins(60_000))
    path.write_text("\n".join((HEADING, *lines)))
    before = await count(town, staging.staged_registration)
    racer = await start(town, tmp_path, "stage", LOGINS[0], str(path), module=MODULE)
    assert racer.stdin is not None
    racer.stdin.write(b"\n")
    await racer.stdin.drain()
    while await count(town, staging.staged_registration) < before + 5_000:  # noqa: ASYNC110  (a process fills it)
        await asyncio.sleep(0.02)
    racer.kill()
    await racer.wait()
    left = await count(town, staging.staged_registration)
    assert before < left < before + 60_000
    async with town.services.database.read() as connection:
        broken = (
            await connection.execute(select(func.max(staging.register_import.c.import_id)))
        ).scalar_one()
    third = await actor(town, Role.AKIM, login="akim", person=3)
    found, difference = await require_import(town.services, third, CAMPAIGN, broken)
    assert (found.state, found.people, difference) == (ImportState.READING, 0, None)
    with pytest.raises(Exception, match="import-unknown"):
        await approve_register(town.services, third, CAMPAIGN, broken)
    town.clock.advance(INTERRUPTED_TERM * 2)
    assert await clean_imports(town.services, CAMPAIGN.akimat) == 1
    assert await count(town, staging.staged_registration) == before


def _sound_iins(number: int) -> list[str]:
    found: list[str] = []
    for serial in range(number * 2):
        first = f"990101{serial // 10_000 % 10}{serial % 10_000:04d}"
        digit = control_digit(first)
        if digit is not None and len(found) < number:
            found.append(f"{first}{digit}")
    return found
