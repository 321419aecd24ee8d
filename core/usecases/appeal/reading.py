"""An appeal as people are told of it: with its proposal and the rulebook's contacts (B6)."""

from dataclasses import dataclass

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.proposal import Proposal
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Rulebook
from core.store import appeal as store
from core.store import proposal as proposals
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTold:
    """An appeal, what it is about, and by whose rules."""

    rulebook: Rulebook
    proposal: Proposal
    appeal: Appeal


async def get_told(services: Services, campaign_id: CampaignId, number: int) -> AppealTold:
    """Return the appeal of a proposal; raise ``RuleViolation`` ``proposal-unknown`` where either is gone."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        proposal = await proposals.get_proposal(connection, campaign_id, number)
        appeal = await store.get_appeal(connection, campaign_id, number)
    if proposal is None or appeal is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number)
    return AppealTold(rulebook=rulebook, proposal=proposal, appeal=appeal)
