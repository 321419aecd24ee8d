"""Who is told news of one proposal or project: its authors, its followers.

Separate from the outbox, which is below the tables of proposals and knows places and votes alone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, not_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import of
from core.store.following import following
from core.store.outbox import write_to
from core.store.place import account
from core.store.proposal import co_author, proposal


async def write_to_followers(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    kind: str,
    about: str,
    facts: Mapping[str, Any],
    due_at: datetime,
) -> None:
    """Queue a notice to whoever follows the number and is none of its authors, who are told more (D7)."""
    follows = account.c.account_id.in_(_followers(campaign_id, number))
    wrote = account.c.account_id.in_(union(*_authors(campaign_id, number)))
    audience = and_(follows, not_(wrote))
    await write_to(connection, campaign_id, audience, kind=kind, about=about, facts=facts, due_at=due_at)


async def write_to_authors(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    kind: str,
    about: str,
    facts: Mapping[str, Any],
    due_at: datetime,
) -> None:
    """Queue a notice to the author and the co-authors of a proposal (B4)."""
    audience = account.c.account_id.in_(union(*_authors(campaign_id, number)))
    await write_to(connection, campaign_id, audience, kind=kind, about=about, facts=facts, due_at=due_at)


async def write_to_interested(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    kind: str,
    about: str,
    facts: Mapping[str, Any],
    due_at: datetime,
) -> None:
    """Queue a notice to authors and followers alike, one to each account (F5)."""
    people = union(_followers(campaign_id, number), *_authors(campaign_id, number))
    audience = account.c.account_id.in_(people)
    await write_to(connection, campaign_id, audience, kind=kind, about=about, facts=facts, due_at=due_at)


async def is_author_account(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> bool:
    """Say whether notices to the authors of a proposal go to this account."""
    found = await connection.execute(union(*_authors(campaign_id, number)))
    return account_id in set(found.scalars())


def _followers(campaign_id: CampaignId, number: int) -> Select[Any]:
    return select(following.c.account_id).where(of(following, campaign_id), following.c.number == number)


def _authors(campaign_id: CampaignId, number: int) -> list[Select[Any]]:
    # What has no account any more would make every comparison with the others unknown.
    return [
        select(table.c.account_id).where(
            of(table, campaign_id), table.c.number == number, table.c.account_id.is_not(None)
        )
        for table in (proposal, co_author)
    ]
