"""Participation: the one row per person and campaign that makes a second vote impossible (E3)."""

from datetime import date

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    func,
    insert,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.person import Verification
from core.model.vote import RollEntry
from core.store.base import AccountId, Slug, key, metadata, of

participation = Table(
    "participation",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("voter_key", LargeBinary(32), primary_key=True),
    Column("roll_number", Integer, nullable=False),
    Column("channel", String(8), nullable=False),
    Column("verification", String(16), nullable=False),
    # The day and never the hour: an hour beside the roll's order would tell who voted when (ledger 2).
    Column("day", Date, nullable=False),
    # Evidence for the audit of the roll by lot (E11); kept as long as the rulebook keeps it.
    Column("account_id", AccountId),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    Index("uq_participation_roll", "akimat_id", "campaign_id", "roll_number", unique=True),
    Index("ix_participation_account", "akimat_id", "campaign_id", "account_id"),
)


_ADD_PARTICIPATION = insert(participation)


async def get_participation(
    connection: AsyncConnection, campaign_id: CampaignId, voter_key: bytes
) -> RowMapping | None:
    """Return that and how the person took part; never for what."""
    query = select(participation).where(
        of(participation, campaign_id),
        participation.c.voter_key == voter_key,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def has_part(connection: AsyncConnection, campaign_id: CampaignId, account_id: int) -> bool:
    """Say whether anybody's vote was counted on this account; on a shared phone it may be a neighbour's."""
    query = select(participation.c.roll_number).where(
        of(participation, campaign_id), participation.c.account_id == account_id
    )
    return (await connection.execute(query.limit(1))).first() is not None


async def add_participation(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    voter_key: bytes,
    entry: RollEntry,
    verification: Verification | None,
    day: date,
    account_id: int | None,
) -> None:
    """Enter that a person took part; raise ``IntegrityError`` where the person is in already.

    ``verification`` is ``None`` for who has signed on a sheet.
    """
    row = {
        **key(campaign_id),
        "voter_key": voter_key,
        "roll_number": entry.number,
        "channel": entry.channel.value,
        "verification": verification.value if verification is not None else "",
        "day": day,
        "account_id": account_id,
    }
    await connection.execute(_ADD_PARTICIPATION, row)


async def count_participations(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many people have taken part in the campaign."""
    query = select(func.count()).select_from(participation).where(of(participation, campaign_id))
    return (await connection.execute(query)).scalar_one()
