"""A register that is handed in by somebody, and what became of it; shared by the tests of its use cases."""

from collections.abc import Awaitable

import pytest
from sqlalchemy import func, select
from sqlalchemy.sql.selectable import FromClause

from core.model.refusals import Refusal, RuleViolation
from core.model.register import ImportState
from core.model.staff import Actor
from core.usecases.register.looking import require_import
from core.usecases.register.staging import stage_register
from tests.support.registers import file_of
from tests.support.town import CAMPAIGN, HEADING, IINS, Town

TEN = len(IINS)
"""People of the town's register."""


async def staged(town: Town, by: Actor, *lines: str, name: str = "тізілім.csv") -> int:
    """Hand in a register of these lines."""
    with file_of("\n".join((HEADING, *lines)).encode()) as file:
        return await stage_register(town.services, by, CAMPAIGN, file, name)


async def count(town: Town, table: FromClause) -> int:
    """Return how many rows a table has."""
    async with town.services.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(table))).scalar_one()


async def state_of(town: Town, by: Actor, import_id: int) -> ImportState:
    """Return how far an import has come."""
    return (await require_import(town.services, by, CAMPAIGN, import_id))[0].state


async def refusal_of(act: Awaitable[object]) -> Refusal:
    """Return the refusal of something awaited."""
    with pytest.raises(RuleViolation) as violation:
        await act
    return violation.value.refusal
