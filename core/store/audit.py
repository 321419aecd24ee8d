"""The office's two logs: what was done, and who looked at personal data; rows are only added (L1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    func,
    insert,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.base import Instant, Slug, metadata

act_entry = Table(
    "act_entry",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("campaign_id", Slug),
    Column("at", Instant, nullable=False),
    # Empty for the operator's own commands.
    Column("staff_id", Integer),
    Column("act", String(48), nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", JSON),
    Column("after", JSON),
    ForeignKeyConstraint(["akimat_id"], ["akimat.akimat_id"]),
)

access_entry = Table(
    "access_entry",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("campaign_id", Slug, nullable=False),
    Column("at", Instant, nullable=False),
    Column("staff_id", Integer, nullable=False),
    Column("what", String(48), nullable=False),
    Column("subject", Text, nullable=False),
    ForeignKeyConstraint(["akimat_id"], ["akimat.akimat_id"]),
)


async def add_act(
    connection: AsyncConnection,
    akimat_id: str,
    *,
    campaign: str | None,
    at: datetime,
    staff_id: int | None,
    act: str,
    subject: str,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Write what was done to which subject; ``before`` and ``after`` are what it was and became (L1)."""
    values = {
        "campaign_id": campaign,
        "at": at,
        "staff_id": staff_id,
        "act": act,
        "subject": subject,
        "before": dict(before) if before is not None else None,
        "after": dict(after) if after is not None else None,
    }
    await _add(connection, act_entry, akimat_id, values)


async def add_access(
    connection: AsyncConnection,
    akimat_id: str,
    *,
    campaign: str,
    at: datetime,
    staff_id: int,
    what: str,
    subject: str,
) -> None:
    """Write who looked at personal data, and at whose (L1, L2)."""
    values = {"campaign_id": campaign, "at": at, "staff_id": staff_id, "what": what, "subject": subject}
    await _add(connection, access_entry, akimat_id, values)


async def _add(connection: AsyncConnection, table: Table, akimat_id: str, values: Mapping[str, Any]) -> None:
    """Add a line under the next number; on PostgreSQL two writers would else take the same one."""
    if connection.dialect.name == "postgresql":
        await connection.execute(
            select(func.pg_advisory_xact_lock(func.hashtext(f"{table.name}:{akimat_id}")))
        )
    newest = select(func.max(table.c.entry)).where(table.c.akimat_id == akimat_id)
    entry = ((await connection.execute(newest)).scalar() or 0) + 1
    await connection.execute(insert(table).values(akimat_id=akimat_id, entry=entry, **values))


async def list_acts(
    connection: AsyncConnection,
    akimat_id: str,
    *,
    limit: int,
    before: int | None = None,
    staff_id: int | None = None,
    act: str | None = None,
) -> Sequence[RowMapping]:
    """Return acts, the newest first, from below the entry ``before`` on, of one login or act where asked."""
    return await _list(connection, act_entry, akimat_id, before, limit, staff_id, act)


async def list_accesses(
    connection: AsyncConnection,
    akimat_id: str,
    *,
    limit: int,
    before: int | None = None,
    staff_id: int | None = None,
    act: str | None = None,
) -> Sequence[RowMapping]:
    """Return looks at personal data, the newest first, as ``list_acts`` does; ``act`` is what was seen."""
    return await _list(connection, access_entry, akimat_id, before, limit, staff_id, act)


async def _list(
    connection: AsyncConnection,
    table: Table,
    akimat_id: str,
    before: int | None,
    limit: int,
    staff_id: int | None,
    act: str | None,
) -> Sequence[RowMapping]:
    query = select(table).where(table.c.akimat_id == akimat_id).order_by(table.c.entry.desc()).limit(limit)
    if before is not None:
        query = query.where(table.c.entry < before)
    if staff_id is not None:
        query = query.where(table.c.staff_id == staff_id)
    if act is not None:
        query = query.where(_kind(table) == act)
    return list((await connection.execute(query)).mappings())


async def list_kinds(connection: AsyncConnection, akimat_id: str, *, is_access: bool) -> Sequence[str]:
    """Return which acts, or which looks, a log has, for its filter."""
    table = access_entry if is_access else act_entry
    kind = _kind(table)
    query = select(kind).where(table.c.akimat_id == akimat_id).distinct().order_by(kind)
    return list((await connection.execute(query)).scalars())


def _kind(table: Table) -> ColumnElement[str]:
    return table.c.what if table is access_entry else table.c.act
