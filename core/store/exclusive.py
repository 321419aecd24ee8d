"""Pairs of projects of which only one can be built, as the secretary has marked them (C3)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, delete, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, add_missing, key, metadata, of

exclusive_pair = Table(
    "exclusive_pair",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    # The smaller number first.
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("second", Integer, primary_key=True, autoincrement=False),
    Column("staff_id", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def add_pair(
    connection: AsyncConnection, campaign_id: CampaignId, pair: tuple[int, int], staff_id: int, at: datetime
) -> None:
    """Mark a pair, the smaller number first; a second time changes nothing."""
    first, second = pair
    row = {"first": first, "second": second, "staff_id": staff_id, "at": at}
    await add_missing(connection, exclusive_pair, {**key(campaign_id), **row})


async def remove_pair(connection: AsyncConnection, campaign_id: CampaignId, pair: tuple[int, int]) -> None:
    """Take a mark back."""
    first, second = pair
    own = (exclusive_pair.c.first == first, exclusive_pair.c.second == second)
    await connection.execute(delete(exclusive_pair).where(of(exclusive_pair, campaign_id), *own))


async def list_pairs(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the marked pairs in their order."""
    query = select(exclusive_pair).where(of(exclusive_pair, campaign_id))
    rows = await connection.execute(query.order_by(exclusive_pair.c.first, exclusive_pair.c.second))
    return list(rows.mappings())
