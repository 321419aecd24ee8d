"""Who talks, and about what: a verified person, a proposal that somebody at the akimat has read (D6)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import PUBLIC_STATUSES, Proposal
from core.model.refusals import Refusal, refuse
from core.store import merging, proposal_history
from core.store import proposal as store
from core.usecases.services import Services
from core.usecases.verification.person import Person, find_person


async def require_person(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, account_id: int
) -> Person:
    """Return whom the account stands for; raise ``RuleViolation`` ``discussion-not-verified``."""
    person = await find_person(connection, campaign_id, account_id, services.clock.now())
    if person is None:
        raise refuse(Refusal.DISCUSSION_NOT_VERIFIED)
    return person


async def require_public(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> Proposal:
    """Return a proposal that others may see, its row held with ``lock``; raise ``proposal-unknown``."""
    proposal = await store.get_proposal(connection, campaign_id, number, lock=lock)
    if proposal is None or proposal.status not in PUBLIC_STATUSES:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    # What was refused or merged before anybody had read it is shown to nobody.
    if not await proposal_history.was_read(connection, campaign_id, number):
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    return proposal


async def is_own(connection: AsyncConnection, proposal: Proposal, person_key: bytes) -> bool:
    """Say whether the person is an author or a co-author of the proposal (B1, D6)."""
    if proposal.person_key == person_key:
        return True
    shared = await merging.list_co_authors(connection, proposal.campaign_id, proposal.number)
    return any(row["person_key"] == person_key for row in shared)
