"""Which reminders of a campaign have been planned already, so that none is planned twice (G1)."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, String, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, add_missing, key, metadata, of

reminder_run = Table(
    "reminder_run",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("stage", String(16), primary_key=True),
    # The territory whose window it is; the campaign's own window has the word of its root.
    Column("territory", Slug, primary_key=True),
    Column("moment", Instant, primary_key=True),
    Column("done_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def list_runs(
    connection: AsyncConnection, campaign_id: CampaignId, stage: str, territory: str
) -> Collection[datetime]:
    """Return the moments of a window that have been dealt with."""
    query = select(reminder_run.c.moment).where(
        of(reminder_run, campaign_id), reminder_run.c.stage == stage, reminder_run.c.territory == territory
    )
    return set((await connection.execute(query)).scalars())


async def add_run(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    stage: str,
    territory: str,
    moment: datetime,
    now: datetime,
) -> None:
    """Record that a moment was dealt with, by sending or by dropping it."""
    row = {"stage": stage, "territory": territory, "moment": moment, "done_at": now}
    await add_missing(connection, reminder_run, {**key(campaign_id), **row})
