"""Reworking a proposal that was returned: what was submitted stays until the new version replaces it (B6)."""

from core.model.campaign import CampaignId
from core.model.proposal import Draft, Step
from core.model.refusals import Refusal, refuse
from core.rules.review import ReviewAct, next_status
from core.store import draft as drafts
from core.store import proposal as store
from core.usecases.proposal.drafting import drop, enter_draft
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


async def open_rework(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> Draft:
    """Return the account's rework of a returned proposal, begun from what was submitted last.

    One that was begun here before a newer version came from another account gives way to a new one.

    Raises:
        RuleViolation: ``proposal-unknown``, ``proposal-not-returned`` or ``rework-too-late``.
    """
    async with services.database.write() as connection:
        proposal = await require_own(services, connection, campaign_id, account_id, number, lock=True)
        next_status(proposal.status, ReviewAct.RESUBMIT, due_at=proposal.due_at, now=services.clock.now())
        begun = await drafts.find_rework(connection, campaign_id, account_id, number)
        if begun is not None and begun.base_version == proposal.version:
            return begun
        if begun is not None:
            await drop(connection, begun)
        contents = await store.get_contents(connection, campaign_id, number, proposal.version)
        if contents is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
        return await enter_draft(
            services, connection, campaign_id, account_id, contents, rework_of=proposal, step=Step.PREVIEW
        )
