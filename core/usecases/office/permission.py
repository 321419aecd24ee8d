"""The one door of every act of the office: who asks, in which stage, and a line in the right log (L1, L2)."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct, office_verdict, second_person_verdict, stages_now
from core.store import audit, staff
from core.usecases.services import Services


async def require_right(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    act: OfficeAct,
    *,
    lock: bool = False,
) -> Rulebook:
    """Return the campaign's rulebook where ``actor`` may do ``act`` in it now; ``lock`` holds its row.

    Raises:
        RuleViolation: ``campaign-unknown`` also for another akimat's (P9), ``office-forbidden`` or
            ``office-stage``.
    """
    if actor.akimat != campaign_id.akimat:
        raise refuse(Refusal.CAMPAIGN_UNKNOWN)
    rulebook = await services.rulebooks.require(connection, campaign_id, lock=lock)
    office_verdict(actor, act, stages_now(rulebook, services.clock.now())).enforce()
    return rulebook


def require_akimat_right(actor: Actor, act: OfficeAct) -> None:
    """Let ``actor`` go on with an act of the akimat as a whole, which no stage bounds.

    Raises:
        RuleViolation: ``office-forbidden``.
    """
    office_verdict(actor, act, frozenset(Stage)).enforce()


async def require_second_person(connection: AsyncConnection, actor: Actor, first: bytes) -> None:
    """Let ``actor`` go on as the second person beside the one with the key ``first`` (L1).

    Whoever has handed out what the first one signs in with may have been the first one himself.

    Raises:
        RuleViolation: ``office-same-person`` or ``office-handed-out``.
    """
    handed_by = await staff.list_handed_by(connection, actor.akimat, first)
    second_person_verdict(actor, first, handed_by).enforce()


async def log_act(
    services: Services,
    connection: AsyncConnection,
    actor: Actor | None,
    campaign_id: CampaignId | None,
    act: str,
    subject: str,
    *,
    akimat: str = "",
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Write who did what to which subject, in the transaction of the act; never a choice, never an IIN (L1).

    ``actor`` is ``None`` for the operator's commands, ``akimat`` names whose log it is without a campaign.
    """
    await audit.add_act(
        connection,
        actor.akimat if actor is not None else campaign_id.akimat if campaign_id is not None else akimat,
        campaign=campaign_id.campaign if campaign_id is not None else None,
        at=services.clock.now(),
        staff_id=actor.staff_id if actor is not None else None,
        act=act,
        subject=subject,
        before=before,
        after=after,
    )


async def log_access(
    services: Services,
    connection: AsyncConnection,
    actor: Actor,
    campaign_id: CampaignId,
    what: str,
    subject: str,
) -> None:
    """Write who looked at whose personal data, before they are shown (L1, L2)."""
    await audit.add_access(
        connection,
        actor.akimat,
        campaign=campaign_id.campaign,
        at=services.clock.now(),
        staff_id=actor.staff_id,
        what=what,
        subject=subject,
    )
