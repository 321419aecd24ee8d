"""Nobody at the akimat works on an application of his own: people are told by their keys, not logins (L1)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.proposal import Proposal
from core.model.staff import Actor
from core.rules.permissions import own_proposal_verdict
from core.store import merging


async def require_not_own(
    connection: AsyncConnection, actor: Actor, proposal: Proposal, what: str = "check"
) -> None:
    """Let ``actor`` go on who is neither the author nor a co-author of the proposal.

    Raises:
        RuleViolation: ``own-proposal``.
    """
    others = await merging.list_co_authors(connection, proposal.campaign_id, proposal.number)
    authors = {proposal.person_key, *(row["person_key"] for row in others)}
    own_proposal_verdict(actor, authors, proposal.number, what).enforce()
