"""The exact cost after the review: the proposal's and its project's, with a history that stays (C4)."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.refusals import Refusal, refuse
from core.model.review import CostChange
from core.model.staff import Actor
from core.rules.cost import cost_verdict
from core.rules.permissions import OfficeAct
from core.store import agenda, browsing
from core.store import proposal as proposals
from core.store import review as store
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import require_proposal
from core.usecases.review.own import require_not_own
from core.usecases.services import Services

CHANGE_COST = "change-cost"
"""How the log calls it."""


async def change_cost(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    *,
    known: int,
    cost: int | None,
    reason: Text | None,
) -> None:
    """Make ``cost`` (whole tenge, ``None`` for what was no number) the exact one of a proposal (C4).

    What its author reckoned stays in his application; from now on the exact cost counts. ``known`` is the
    cost that was read: somebody else may have changed it meanwhile.

    Raises:
        RuleViolation: ``office-forbidden``, ``office-stage``, ``proposal-unknown``, ``own-proposal``,
            ``proposal-changed``; or all at once ``ballot-frozen``, ``cost-wrong``, ``reason-missing``,
            ``text-too-long``, ``text-holds-iin``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.CHANGE_COST, lock=True
        )
        proposal = await require_proposal(connection, campaign_id, number, None)
        await require_not_own(connection, actor, proposal)
        if known != proposal.cost:
            raise refuse(Refusal.PROPOSAL_CHANGED, number=number)
        now, is_concluded = services.clock.now(), await agenda.is_concluded(connection, campaign_id, number)
        cost_verdict(rulebook, proposal, cost, reason, now, is_concluded=is_concluded).enforce()
        if cost is None or reason is None:
            raise ValueError("the rule lets neither pass")
        change = {"before": proposal.cost, "after": cost, "reason_kk": reason.kk, "reason_ru": reason.ru}
        await store.add_cost_change(
            connection, campaign_id, number, {**change, "staff_id": actor.staff_id, "at": now}
        )
        await proposals.change_proposal(connection, campaign_id, number, cost=cost)
        await browsing.set_cost(connection, campaign_id, number, cost)
        facts = services, connection, actor, campaign_id, CHANGE_COST, str(number)
        await log_act(*facts, before={"cost": proposal.cost}, after={"cost": cost})


async def list_cost_changes(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[CostChange]:
    """Return how the cost changed, the oldest first; empty where the author's own counts (C4)."""
    return [
        CostChange(
            before=row["before"],
            after=row["after"],
            reason=Text(kk=row["reason_kk"], ru=row["reason_ru"]),
            at=row["at"],
        )
        for row in await store.list_cost_changes(connection, campaign_id, number)
    ]
