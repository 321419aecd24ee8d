"""What the clerk found of a proposal: formal check, site, exact cost; rows are added (C1, C4, C5)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    func,
    insert,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert


def _of_proposal() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    )


formal_check = Table(
    "formal_check",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Every version is checked anew: what was mended may have broken something else.
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("items", JSON, nullable=False),
    # What is typed about the whole and not decided yet: nothing of it is lost over lunch.
    Column("ground", Slug),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    Column("staff_id", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    _of_proposal(),
)

site_check = Table(
    "site_check",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("land_is_clear", Boolean, nullable=False),
    Column("networks_are_clear", Boolean, nullable=False),
    Column("balance_holder", Text, nullable=False),
    Column("found_kk", Text, nullable=False),
    Column("found_ru", Text, nullable=False),
    Column("checked_on", Date, nullable=False),
    Column("checked_by", Text, nullable=False),
    Column("staff_id", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    _of_proposal(),
)

cost_change = Table(
    "cost_change",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    # Whole tenge.
    Column("before", BigInteger, nullable=False),
    Column("after", BigInteger, nullable=False),
    Column("reason_kk", Text, nullable=False),
    Column("reason_ru", Text, nullable=False),
    Column("staff_id", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    _of_proposal(),
)


async def keep_formal_check(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, version: int, **values: Any
) -> None:
    """Keep what was found of a version; before it is decided on, the newest finding stands."""
    row = {**key(campaign_id), "number": number, "version": version, **values}
    await upsert(connection, formal_check, row)


async def get_formal_check(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, version: int
) -> RowMapping | None:
    """Return what was found of a version."""
    query = select(formal_check).where(
        of(formal_check, campaign_id), formal_check.c.number == number, formal_check.c.version == version
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def list_formal_checks(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return what was found of each version, the oldest first."""
    query = select(formal_check).where(of(formal_check, campaign_id), formal_check.c.number == number)
    return list((await connection.execute(query.order_by(formal_check.c.version))).mappings())


async def add_site_check(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, values: Mapping[str, Any]
) -> None:
    """Add what was found at the place; a later check does not rewrite an earlier one (C5)."""
    await _add(connection, site_check, campaign_id, number, values)


async def list_site_checks(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the checks of the site, the oldest first; the last one counts."""
    return await _list(connection, site_check, campaign_id, number)


async def add_cost_change(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, values: Mapping[str, Any]
) -> None:
    """Add that the cost became another one (C4)."""
    await _add(connection, cost_change, campaign_id, number, values)


async def list_cost_changes(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return how the cost changed, the oldest first."""
    return await _list(connection, cost_change, campaign_id, number)


async def _add(
    connection: AsyncConnection, table: Table, campaign_id: CampaignId, number: int, values: Mapping[str, Any]
) -> None:
    newest = select(func.max(table.c.ordinal)).where(of(table, campaign_id), table.c.number == number)
    ordinal = ((await connection.execute(newest)).scalar() or 0) + 1
    row = {**key(campaign_id), "number": number, "ordinal": ordinal, **values}
    await connection.execute(insert(table).values(**row))


async def _list(
    connection: AsyncConnection, table: Table, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    query = select(table).where(of(table, campaign_id), table.c.number == number).order_by(table.c.ordinal)
    return list((await connection.execute(query)).mappings())
