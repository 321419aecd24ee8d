"""Proposals that became part of another one, and the co-authors whom that one got by it (D6).

Separate from the proposals, whose own queries ask for co-authors as well: two authors have to agree to this.
"""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import add_missing, key, of
from core.store.proposal import co_author, proposal


async def add_co_author(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    person_key: bytes,
    account_id: int | None,
) -> None:
    """Enter somebody whose own proposal became part of this one; a second time changes nothing (D6)."""
    row = {**key(campaign_id), "number": number, "person_key": person_key, "account_id": account_id}
    await add_missing(connection, co_author, row)


async def list_co_authors(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return person and account of those whose proposals became part of this one."""
    query = select(co_author).where(of(co_author, campaign_id), co_author.c.number == number)
    return list((await connection.execute(query.order_by(co_author.c.person_key))).mappings())


async def list_merged(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Sequence[int]:
    """Return the proposals that became part of this one."""
    query = select(proposal.c.number).where(of(proposal, campaign_id), proposal.c.merged_into == number)
    return (await connection.execute(query.order_by(proposal.c.number))).scalars().all()


async def move_merged(connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int) -> None:
    """Let what was merged into one proposal be part of the one that this becomes part of now."""
    await connection.execute(
        update(proposal)
        .where(of(proposal, campaign_id), proposal.c.merged_into == number)
        .values(merged_into=into)
    )
