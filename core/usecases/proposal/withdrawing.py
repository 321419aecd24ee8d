"""Withdrawing a proposal before its review: the author's place is free again (B1, B6)."""

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.rules.review import ReviewAct, next_status
from core.store import proposal as store
from core.store import proposal_history
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


async def withdraw(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> None:
    """Withdraw one's own proposal; withdrawing twice changes nothing.

    Raises:
        RuleViolation: ``proposal-unknown``, or ``withdraw-too-late`` once it is being decided.
    """
    async with services.database.write() as connection:
        proposal = await require_own(services, connection, campaign_id, account_id, number, lock=True)
        if proposal.status is ProposalStatus.WITHDRAWN:
            return
        status = next_status(proposal.status, ReviewAct.WITHDRAW)
        await store.change_proposal(
            connection, campaign_id, number, status=status.value, slot=None, due_at=None
        )
        now = services.clock.now()
        await proposal_history.add_event(connection, campaign_id, number, status=status.value, at=now)
