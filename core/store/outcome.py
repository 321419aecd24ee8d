"""The outcome of each voting territory, as it was counted."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Table, Text, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign

outcome = Table(
    "outcome",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("result", Text, nullable=False),
    Column("counted_at", Instant, nullable=False),
    of_campaign(),
)


async def get_outcome(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return the territory's outcome in canonical form and when it was counted."""
    query = select(outcome).where(
        of(outcome, campaign_id),
        outcome.c.territory == territory,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def list_outcomes(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the outcomes that there are, with their territories."""
    query = select(outcome).where(of(outcome, campaign_id)).order_by(outcome.c.territory)
    return list((await connection.execute(query)).mappings())


async def list_counted(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[str]:
    """Return the voting territories that have an outcome."""
    query = select(outcome.c.territory).where(of(outcome, campaign_id))
    return (await connection.execute(query)).scalars().all()


async def keep_outcome(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territory: str,
    result: str,
    now: datetime,
) -> None:
    """Keep the territory's outcome; a lot that is drawn later replaces it."""
    await upsert(
        connection,
        outcome,
        {
            **key(campaign_id),
            "territory": territory,
            "result": result,
            "counted_at": now,
        },
    )
