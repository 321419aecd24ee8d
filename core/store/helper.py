"""Whose telephone serves others now: while the row is there, nothing of its owner's is used on it (K1)."""

from datetime import datetime

from sqlalchemy import Column, Index, String, Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, key, metadata

helping = Table(
    "helping",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # One row an account at most, whatever the akimat: the whole telephone is lent.
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("campaign_id", Slug, nullable=False),
    Column("ends_at", Instant, nullable=False),
    # The session of a code whose receipt may still be shown; empty once the next person was called.
    Column("session_id", String(16)),
    Index("ix_helping_account", "account_id"),
)


async def begin(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, ends_at: datetime
) -> None:
    """Let the account serve others."""
    await end(connection, account_id)
    await connection.execute(
        insert(helping).values(**key(campaign_id), account_id=account_id, ends_at=ends_at)
    )


async def go_on(
    connection: AsyncConnection, account_id: int, ends_at: datetime, session_id: str | None
) -> None:
    """Put the end off and remember whose session it is now; without helper mode nothing happens."""
    own = helping.c.account_id == account_id
    await connection.execute(update(helping).where(own).values(ends_at=ends_at, session_id=session_id))


async def get_session(connection: AsyncConnection, account_id: int) -> str | None:
    """Return the session of the person who is served now."""
    query = select(helping.c.session_id).where(helping.c.account_id == account_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def is_helping(connection: AsyncConnection, account_id: int) -> bool:
    """Say whether the account serves others, be its time over or not."""
    query = select(helping.c.account_id).where(helping.c.account_id == account_id)
    return (await connection.execute(query)).first() is not None


async def end(connection: AsyncConnection, account_id: int) -> None:
    """Give the telephone back to its owner."""
    await connection.execute(delete(helping).where(helping.c.account_id == account_id))
