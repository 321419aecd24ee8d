"""Who may replace an akimat's register now: a right here, and no campaign that votes by it (L1, E1)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Reason, Refusal, RuleViolation, Verdict
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.rules.register_freeze import register_verdict
from core.store import campaign as campaigns
from core.store import ledger, staging
from core.usecases.office.permission import require_right
from core.usecases.services import Services


async def require_register(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, act: OfficeAct
) -> Rulebook:
    """Return the campaign's rulebook where ``actor`` may do ``act`` to the register now; all stays locked.

    First the register, then the rows of the akimat's campaigns in their order: nobody else takes both.

    Raises:
        RuleViolation: as ``require_right``; ``register-frozen`` by each campaign of the akimat that votes,
            also in the place of ``office-stage``, which tells less.
    """
    await staging.lock_imports(connection, actor.akimat)
    frozen = await find_freeze(services, connection, actor.akimat, lock=True)
    try:
        rulebook = await require_right(services, connection, actor, campaign_id, act)
    except RuleViolation as violation:
        if violation.refusal is Refusal.OFFICE_STAGE:
            frozen.enforce()
        raise
    frozen.enforce()
    return rulebook


async def find_freeze(
    services: Services, connection: AsyncConnection, akimat: str, *, lock: bool = False
) -> Verdict:
    """Say which campaigns of the akimat keep its register as it is now."""
    reasons: list[Reason] = []
    for campaign_id in await campaigns.list_campaigns(connection):
        if campaign_id.akimat != akimat:
            continue
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=lock)
        counted = [
            territory
            for territory in rulebook.voting.territories
            if await _is_counted(connection, campaign_id, territory)
        ]
        reasons += register_verdict(rulebook, counted, services.clock.now()).reasons
    return Verdict(reasons=tuple(reasons))


async def _is_counted(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> bool:
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    return state is not None and state["opened_at"] is not None
