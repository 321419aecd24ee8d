"""What happened to a proposal, step by step: it is shown, and never rewritten (B4, B6, C4)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, Text, func, insert, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Contents, ProposalStatus
from core.store.base import Instant, Slug, key, metadata, of
from core.store.contents import from_json
from core.store.proposal import proposal_version

proposal_event = Table(
    "proposal_event",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("status", String(12), nullable=False),
    Column("ground", Slug),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    Column("due_at", Instant),
    # Who decided, where somebody at the akimat did: others decide on an appeal (B6).
    Column("staff_id", Integer),
    Column("at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


async def add_event(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, status: str, **values: Any
) -> int:
    """Write what happened to a proposal into its history and return its place there, from 1."""
    newest = select(func.max(proposal_event.c.ordinal)).where(
        of(proposal_event, campaign_id), proposal_event.c.number == number
    )
    ordinal = ((await connection.execute(newest)).scalar() or 0) + 1
    row = {**key(campaign_id), "number": number, "ordinal": ordinal, "status": status, **values}
    await connection.execute(insert(proposal_event).values(**row))
    return ordinal


async def list_events(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the history of a proposal, the oldest first."""
    query = select(proposal_event).where(of(proposal_event, campaign_id), proposal_event.c.number == number)
    rows = await connection.execute(query.order_by(proposal_event.c.ordinal))
    return list(rows.mappings())


async def list_versions(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[tuple[int, datetime, Contents]]:
    """Return every version of a proposal with the instant at which it came, the oldest first."""
    query = select(proposal_version).where(
        of(proposal_version, campaign_id), proposal_version.c.number == number
    )
    rows = (await connection.execute(query.order_by(proposal_version.c.version))).mappings()
    return [(row["version"], row["submitted_at"], from_json(row["contents"])) for row in rows]


async def list_read(connection: AsyncConnection, campaign_id: CampaignId) -> set[int]:
    """Return the proposals that somebody at the akimat has read and let pass: those once registered (D6)."""
    query = select(proposal_event.c.number).where(
        of(proposal_event, campaign_id), proposal_event.c.status == ProposalStatus.REGISTERED.value
    )
    return set((await connection.execute(query)).scalars())


async def was_read(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> bool:
    """Say the same of one proposal."""
    query = select(proposal_event.c.ordinal).where(
        of(proposal_event, campaign_id),
        proposal_event.c.number == number,
        proposal_event.c.status == ProposalStatus.REGISTERED.value,
    )
    return (await connection.execute(query.limit(1))).first() is not None
