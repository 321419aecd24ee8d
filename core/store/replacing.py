"""Puts a register in the place of the one in force, and compares both; apart from reading (L3)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, delete, exists, func, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.register import registration, resident, resident_phone
from core.store.staging import staged_phone, staged_registration


async def replace_register(connection: AsyncConnection, akimat_id: str, import_id: int) -> None:
    """Put an import in the place of the register by one statement a table; the database copies.

    Links by phone outlive it, they hold keys only.
    """
    for table in (resident_phone, registration, resident):
        await connection.execute(delete(table).where(table.c.akimat_id == akimat_id))
    staged, own = staged_registration.c, _of(staged_registration, akimat_id, import_id)
    birth_date = func.min(staged.birth_date).label("birth_date")
    people = select(staged.person_key, birth_date).where(*own).group_by(staged.person_key)
    await _copy(connection, akimat_id, resident, people)
    # A line's number in a file says nothing of a person; the first registration is 0.
    place = func.row_number().over(partition_by=staged.person_key, order_by=staged.ordinal) - 1
    terms = (staged.territory, staged.kind, staged.since, staged.until)
    places = select(staged.person_key, place.label("ordinal"), *terms).where(*own)
    await _copy(connection, akimat_id, registration, places)
    phones = select(staged_phone.c.phone_key, staged_phone.c.person_key)
    await _copy(connection, akimat_id, resident_phone, phones.where(*_of(staged_phone, akimat_id, import_id)))


def _of(table: Table, akimat_id: str, import_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.akimat_id == akimat_id, table.c.import_id == import_id


async def _copy(connection: AsyncConnection, akimat_id: str, table: Table, rows: Select[Any]) -> None:
    columns = ["akimat_id", *(column.name for column in rows.selected_columns)]
    found = rows.subquery()
    values = select(literal(akimat_id).label("akimat_id"), *found.c)
    await connection.execute(insert(table).from_select(columns, values))


async def count_in_force(connection: AsyncConnection, akimat_id: str) -> Mapping[str, int]:
    """Return how many people of the register in force are registered in each territory."""
    query = select(registration.c.territory, func.count(registration.c.person_key.distinct()))
    query = query.where(registration.c.akimat_id == akimat_id).group_by(registration.c.territory)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def count_staged(connection: AsyncConnection, akimat_id: str, import_id: int) -> Mapping[str, int]:
    """Return how many people of an import are registered in each territory."""
    table = staged_registration
    query = select(table.c.territory, func.count(table.c.person_key.distinct()))
    query = query.where(*_of(table, akimat_id, import_id)).group_by(table.c.territory)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def count_gone(connection: AsyncConnection, akimat_id: str, import_id: int) -> int:
    """Return how many people of the register in force an import does not have."""
    staged = staged_registration.c
    stays = exists().where(
        *_of(staged_registration, akimat_id, import_id), staged.person_key == resident.c.person_key
    )
    query = select(func.count()).select_from(resident).where(resident.c.akimat_id == akimat_id, ~stays)
    return (await connection.execute(query)).scalar_one()


async def count_new(connection: AsyncConnection, akimat_id: str, import_id: int) -> int:
    """Return how many people of an import the register in force does not have."""
    staged = staged_registration.c
    is_known = exists().where(resident.c.akimat_id == akimat_id, resident.c.person_key == staged.person_key)
    query = select(func.count(staged.person_key.distinct()))
    query = query.where(*_of(staged_registration, akimat_id, import_id), ~is_known)
    return (await connection.execute(query)).scalar_one()
