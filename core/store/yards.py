"""Yards improved lately, as the akimat's list has them (B3)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Date, Integer, Table, Text, delete, insert, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.base import Slug, metadata

improved_yard = Table(
    "improved_yard",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("territory", Slug, nullable=False),
    Column("address", Text, nullable=False),
    Column("improved_on", Date, nullable=False),
)


async def replace_yards(
    connection: AsyncConnection, akimat_id: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Put a new list (territory, address, improved_on) in the place of the former one."""
    await connection.execute(delete(improved_yard).where(improved_yard.c.akimat_id == akimat_id))
    if rows:
        numbered = [
            dict(row, akimat_id=akimat_id, ordinal=ordinal) for ordinal, row in enumerate(rows, start=1)
        ]
        await connection.execute(insert(improved_yard), numbered)


async def list_yards(connection: AsyncConnection, akimat_id: str) -> Sequence[RowMapping]:
    """Return the akimat's list in its order."""
    query = select(improved_yard).where(improved_yard.c.akimat_id == akimat_id)
    return list((await connection.execute(query.order_by(improved_yard.c.ordinal))).mappings())
