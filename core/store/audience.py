"""Who is told news of one proposal or project: its authors, its followers.

Separate from the outbox, which is below the tables of proposals and knows places and votes alone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, not_, or_
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
    audience = and_(_follows(campaign_id, number), not_(_wrote(campaign_id, number)))
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
    audience = _wrote(campaign_id, number)
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
    audience = or_(_wrote(campaign_id, number), _follows(campaign_id, number))
    await write_to(connection, campaign_id, audience, kind=kind, about=about, facts=facts, due_at=due_at)


def _follows(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    return exists().where(
        of(following, campaign_id),
        following.c.number == number,
        following.c.account_id == account.c.account_id,
    )


def _wrote(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    conditions = (
        exists().where(
            of(table, campaign_id), table.c.number == number, table.c.account_id == account.c.account_id
        )
        for table in (proposal, co_author)
    )
    return or_(*conditions)
