"""A register never holds the database for long: its copies go in portions, on SQLite it is bounded (L3)."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.refusals import Refusal, RuleViolation
from core.model.staff import Role
from core.store import register, staging
from core.usecases.register import dropping
from core.usecases.register import staging as handing_in
from core.usecases.register.approving import approve_register
from tests.support.office import actor
from tests.support.proposals import INTAKE
from tests.support.register_import import count, staged
from tests.support.town import CAMPAIGN, Town, row

PEOPLE = 7


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin while proposals are taken."""
    town.clock.set_to(INTAKE)


@pytest.fixture
def deleted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Rows that each transaction deletes, in portions of two."""
    counts: list[int] = []
    real = staging.delete_staged

    async def noted(connection: AsyncConnection, akimat_id: str, import_id: int, **facts: int) -> int:
        counts.append(await real(connection, akimat_id, import_id, **facts))  # type: ignore[arg-type]
        return counts[-1]

    monkeypatch.setattr(staging, "delete_staged", noted)
    monkeypatch.setattr(dropping, "PORTION", 2)
    return counts


async def test_copies_go_in_portions(town: Town, deleted: list[int]) -> None:
    """Approved, the copies are deleted two by two; nothing of another register goes with them [L3] [M2]."""
    clerk = await actor(town, Role.CLERK)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    lines = [row(person, phone=f"7701111223{person}") for person in range(PEOPLE)]
    import_id = await staged(town, clerk, *lines)
    other = await staged(town, clerk, row(0))
    await approve_register(town.services, akim, CAMPAIGN, import_id)
    assert deleted == [2, 2, 2, 1] * 2 + [0]
    assert await count(town, register.resident) == PEOPLE
    assert await count(town, staging.staged_phone) == 0
    assert await count(town, staging.staged_registration) == 1, "the night clears what was replaced"
    assert other != import_id


async def test_many_lines_of_one_person_go_too(
    town: Town, deleted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portion ends with a person and is never empty: one with two registrations goes as a whole [L3]."""
    monkeypatch.setattr(dropping, "PORTION", 1)
    clerk = await actor(town, Role.CLERK)
    akim = await actor(town, Role.AKIM, login="akim", person=1)
    elsewhere = row(0, "samal", kind="temporary", until="2027-01-01")
    import_id = await staged(town, clerk, row(0), elsewhere)
    await approve_register(town.services, akim, CAMPAIGN, import_id)
    assert deleted == [2, 0]


async def test_a_broken_one_leaves_nothing(town: Town, deleted: list[int]) -> None:
    """Notes and people of a register that was never whole go in portions, then the import itself [L3]."""
    clerk = await actor(town, Role.CLERK)
    before = await count(town, staging.register_import)
    import_id = await staged(town, clerk, row(0), row(1), row(2), *["x"] * 3)
    await dropping.drop_import(town.services, CAMPAIGN.akimat, import_id)
    assert deleted == [2, 1, 2, 1, 0]
    for table in (staging.staged_registration, staging.register_note):
        assert await count(town, table) == 0
    assert await count(town, staging.register_import) == before


async def test_sqlite_takes_fewer_lines(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line more than SQLite may hold is refused there and leaves nothing; PostgreSQL takes it [L3]."""
    monkeypatch.setattr(handing_in, "SQLITE_MOST_LINES", 3)
    clerk = await actor(town, Role.CLERK)
    assert await staged(town, clerk, row(0), row(1))
    before = await count(town, staging.register_import)
    if town.services.database.dialect == "postgresql":
        assert await staged(town, clerk, row(0), row(1), row(2))
        return
    with pytest.raises(RuleViolation) as violation:
        await staged(town, clerk, row(0), row(1), row(2))
    assert violation.value.refusal is Refusal.SHEET_REFUSED
    assert violation.value.reasons[0].facts == {"problem": "too-large"}
    assert await count(town, staging.register_import) == before
