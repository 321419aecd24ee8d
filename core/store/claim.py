"""Codes on the slips of paper proposals, by which their authors find them in the bot (B9)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, key, metadata, of

claim_code = Table(
    "claim_code",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("selector", String(8), primary_key=True),
    Column("code_key", LargeBinary(32), nullable=False),
    Column("number", Integer, nullable=False),
    # How many slips the proposal has had, this one included: a slip made anew ends the one before.
    Column("issue", Integer, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("used_at", Instant),
    # The account that reads and answers for the author; empty again once its owner wants to be forgotten.
    Column("used_by", AccountId),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
    Index("uq_claim_code_number", "akimat_id", "campaign_id", "number", unique=True),
)


async def add_claim(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    selector: str,
    code_key: bytes,
    issue: int,
    expires_at: datetime,
) -> None:
    """Keep a fresh code by its hash in the place of the proposal's former one; only the slip shows it."""
    own = (of(claim_code, campaign_id), claim_code.c.number == number)
    await connection.execute(delete(claim_code).where(*own))
    values = {"selector": selector, "code_key": code_key, "issue": issue, "expires_at": expires_at}
    await connection.execute(insert(claim_code).values(**key(campaign_id), number=number, **values))


async def list_selectors(connection: AsyncConnection, campaign_id: CampaignId) -> set[str]:
    """Return the first halves that are taken in the campaign."""
    query = select(claim_code.c.selector).where(of(claim_code, campaign_id))
    return set((await connection.execute(query)).scalars())


async def find_claim(
    connection: AsyncConnection, campaign_id: CampaignId, selector: str, *, lock: bool = False
) -> RowMapping | None:
    """Return the code that the first half names, its row held with ``lock``."""
    query = select(claim_code).where(of(claim_code, campaign_id), claim_code.c.selector == selector)
    return (await connection.execute(query.with_for_update() if lock else query)).mappings().one_or_none()


async def get_claim(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> RowMapping | None:
    """Return the code of a proposal's last slip."""
    query = select(claim_code).where(of(claim_code, campaign_id), claim_code.c.number == number)
    return (await connection.execute(query)).mappings().one_or_none()


async def count_failure(connection: AsyncConnection, campaign_id: CampaignId, selector: str) -> None:
    """Count one wrong second half against the code."""
    await _change(connection, campaign_id, selector, failures=claim_code.c.failures + 1)


async def use_claim(
    connection: AsyncConnection, campaign_id: CampaignId, selector: str, account_id: int, now: datetime
) -> None:
    """Mark the code as used by the account."""
    await _change(connection, campaign_id, selector, used_at=now, used_by=account_id)


async def _change(
    connection: AsyncConnection, campaign_id: CampaignId, selector: str, **values: object
) -> None:
    own = (of(claim_code, campaign_id), claim_code.c.selector == selector)
    await connection.execute(update(claim_code).where(*own).values(**values))


async def list_claimed(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int
) -> Sequence[int]:
    """Return the numbers of the proposals that the account holds by a slip, the newest first."""
    query = select(claim_code.c.number).where(of(claim_code, campaign_id), claim_code.c.used_by == account_id)
    return (await connection.execute(query.order_by(claim_code.c.number.desc()))).scalars().all()


async def has_claimed(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, number: int
) -> bool:
    """Say whether the account holds the proposal by a slip."""
    query = select(claim_code.c.number).where(
        of(claim_code, campaign_id), claim_code.c.used_by == account_id, claim_code.c.number == number
    )
    return (await connection.execute(query)).first() is not None


async def list_all_claimed(connection: AsyncConnection, account_id: int) -> Sequence[RowMapping]:
    """Return campaign, number and instant of every slip that was used on the account (M1)."""
    query = select(claim_code).where(claim_code.c.used_by == account_id).order_by(claim_code.c.used_at)
    return list((await connection.execute(query)).mappings())


async def cut_claims(connection: AsyncConnection, account_id: int) -> None:
    """Let no slip say any more on which account it was used; used it stays (M1)."""
    own = claim_code.c.used_by == account_id
    await connection.execute(update(claim_code).where(own).values(used_by=None))


async def delete_claims(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Delete the campaign's codes and return how many there were (M2)."""
    return (await connection.execute(delete(claim_code).where(of(claim_code, campaign_id)))).rowcount
