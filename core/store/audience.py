"""Who is told news of a proposal or project, authors and followers, as conditions for `outbox.write_to`.

Separate from the outbox, which is below the tables of proposals and knows places and votes alone.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.store.base import of
from core.store.following import following
from core.store.place import account
from core.store.proposal import co_author, proposal


def writes(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    """Return the condition that an account is the author's or a co-author's (B4)."""
    return account.c.account_id.in_(union(*_authors(campaign_id, number)))


def follows_only(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    """Return the condition that an account follows the number and is none of its authors (D7).

    Those are told more, as authors.
    """
    return and_(_follows(campaign_id, number), not_(writes(campaign_id, number)))


def is_interested(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    """Return the condition that an account is an author's or a follower's, so that each is told once (F5)."""
    return or_(_follows(campaign_id, number), writes(campaign_id, number))


def has_proposed_in(campaign_id: CampaignId, territories: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an account has proposed something there that is not withdrawn (A2)."""
    proposed = select(proposal.c.account_id).where(
        of(proposal, campaign_id),
        proposal.c.territory.in_(territories),
        proposal.c.status != ProposalStatus.WITHDRAWN.value,
        proposal.c.account_id.is_not(None),
    )
    return account.c.account_id.in_(proposed)


async def is_author_account(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> bool:
    """Say whether notices to the authors of a proposal go to this account."""
    found = await connection.execute(union(*_authors(campaign_id, number)))
    return account_id in set(found.scalars())


def _follows(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    followers = select(following.c.account_id).where(of(following, campaign_id), following.c.number == number)
    return account.c.account_id.in_(followers)


def _authors(campaign_id: CampaignId, number: int) -> list[Select[Any]]:
    # What has no account any more would make every comparison with the others unknown.
    return [
        select(table.c.account_id).where(
            of(table, campaign_id), table.c.number == number, table.c.account_id.is_not(None)
        )
        for table in (proposal, co_author)
    ]
