"""A decision given by the operator's command, where there is no office or nobody who can sign in (C1, C2)."""

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.rules.decision import STAFF_ACTS, Decision
from core.usecases.office.permission import log_act
from core.usecases.review.enacting import enact, require_proposal
from core.usecases.services import Services


async def decide(
    services: Services, campaign_id: CampaignId, number: int, decision: Decision
) -> ProposalStatus:
    """Decide on a proposal, tell its authors and followers, and return what it became (C1, C2).

    Raises:
        RuleViolation: ``proposal-unknown``, ``proposal-changed``, ``proposal-decided``, ``ballot-frozen``,
            ``voting-not-here``, ``ground-unknown``, ``reason-missing``, ``text-too-long`` or
            ``text-holds-iin``.
        ValueError: for an act that is the author's.
    """
    if decision.act not in STAFF_ACTS:
        raise ValueError(f"{decision.act} is no act of clerk or council")
    async with services.database.write() as connection:
        # The campaign before the proposal, as everybody who needs both.
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        proposal = await require_proposal(connection, campaign_id, number, decision.version)
        status = await enact(services, connection, rulebook, proposal, decision, None)
        before, after = {"status": proposal.status.value}, {"status": status.value}
        await log_act(
            services,
            connection,
            None,
            campaign_id,
            decision.act.value,
            str(number),
            before=before,
            after=after,
        )
    return status
