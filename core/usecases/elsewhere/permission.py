"""Who may keep the other channel's list and protocol: a right, in a campaign that is joint (A6, L1)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Mode, Rulebook
from core.rules.permissions import OfficeAct
from core.usecases.office.permission import require_right
from core.usecases.services import Services


async def require_joint(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    act: OfficeAct,
    *,
    lock: bool = False,
) -> Rulebook:
    """Return the rulebook of a joint campaign where ``actor`` may do ``act`` now; ``lock`` holds its row.

    Raises:
        RuleViolation: as ``require_right``, or ``elsewhere-not-joint``.
    """
    rulebook = await require_right(services, connection, actor, campaign_id, act, lock=lock)
    _require_mode(rulebook)
    return rulebook


async def require_viewer(
    services: Services, connection: AsyncConnection, actor: Actor, campaign_id: CampaignId
) -> Rulebook:
    """Return the rulebook of a joint campaign to whoever may see the opening, for it is a part of the count.

    Raises:
        RuleViolation: as ``require_joint``.
    """
    rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_OPENING)
    _require_mode(rulebook)
    return rulebook


def _require_mode(rulebook: Rulebook) -> None:
    if rulebook.voting.mode.value is not Mode.JOINT:
        raise refuse(Refusal.ELSEWHERE_NOT_JOINT)
