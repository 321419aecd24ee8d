"""The one metadata of all tables and the column types they share."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    DateTime,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    and_,
    bindparam,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeDecorator

from core.model.campaign import CampaignId

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Slug = String(64)
"""A slug of the rulebook: akimat, campaign, territory, direction."""

AccountId = BigInteger().with_variant(Integer(), "sqlite")
"""A Telegram account; SQLite numbers rows by itself only in a plain INTEGER."""


def of(table: Table, campaign_id: CampaignId) -> ColumnElement[bool]:
    """Return the condition that a row belongs to the campaign of the akimat (P9)."""
    return and_(table.c.akimat_id == campaign_id.akimat, table.c.campaign_id == campaign_id.campaign)


def of_given(table: Table) -> ColumnElement[bool]:
    """Return the same condition for a statement that is written once and executed with ``key(campaign_id)``.

    Writing it anew takes as long as carrying it out; worth it where every vote and every tap pass.
    """
    akimat: BindParameter[str] = bindparam("akimat_id")
    campaign: BindParameter[str] = bindparam("campaign_id")
    return and_(table.c.akimat_id == akimat, table.c.campaign_id == campaign)


def key(campaign_id: CampaignId) -> dict[str, str]:
    """Return the columns with which every row of the campaign begins."""
    return {"akimat_id": campaign_id.akimat, "campaign_id": campaign_id.campaign}


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC on every database (P8); SQLite has no time zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times and store the instant in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the instant back as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


async def upsert(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row or overwrite the one with its primary key."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table).values(**values)
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    await connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))


async def add_missing(connection: AsyncConnection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row unless there is one with its primary key."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table).values(**values)
    await connection.execute(statement.on_conflict_do_nothing(index_elements=keys))


async def add_missing_rows(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows with the same columns, without those whose primary key is there."""
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table).on_conflict_do_nothing(index_elements=keys)
    await connection.execute(statement, rows)


async def add_missing_from(
    connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Select[Any]
) -> None:
    """Insert what a query finds, by one statement, without the rows whose primary key is there.

    The query needs a condition: SQLite would take ``ON CONFLICT`` behind a bare table for a join.
    """
    keys = [column.name for column in table.primary_key]
    statement = _insert(connection, table).from_select(list(columns), rows)
    await connection.execute(statement.on_conflict_do_nothing(index_elements=keys))


def _insert(connection: AsyncConnection, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
