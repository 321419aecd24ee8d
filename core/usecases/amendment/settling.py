"""A second person approves an amendment or sends it back; from the approval on it holds everywhere (A4)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyMissing
from core.model.amendment import Amending, Amendment, AmendmentState, EarlyFreeze
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.amendment_verdicts import Standing, amendment_verdict, is_signed_act, settling_verdict
from core.rules.amendments import concerned
from core.rules.permissions import OfficeAct
from core.store import amendment as store
from core.store import staging
from core.usecases.amendment.effects import carry_out, tell
from core.usecases.amendment.standing import find_standing
from core.usecases.amendment.written import told
from core.usecases.freeze.making import freeze_in
from core.usecases.office.permission import log_act, require_right, require_second_person
from core.usecases.outcome.acts import record_act
from core.usecases.services import Services


async def approve_amendment(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Bring an amendment into force, told to everybody whom it concerns.

    The campaign's row is locked before the clock is read: a vote or a close that is on its way in comes
    before it or after it (ledger 2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``amendment-unknown``,
            ``amendment-settled``, ``office-same-person``, ``office-handed-out``, or every reason of the
            rules as they are now, also ``amendment-wrong`` where an act cannot be signed here.
    """
    async with services.database.write() as connection:
        # Whoever takes the register and a campaign takes them in this order.
        await staging.lock_imports(connection, actor.akimat)
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.APPROVE_AMENDMENT, lock=True
        )
        amendment, person = await _require_waiting(connection, campaign_id, number)
        await require_second_person(connection, actor, person)
        now, what = services.clock.now(), amendment.what
        standing = await find_standing(services, connection, campaign_id, rulebook, what)
        amendment_verdict(rulebook, what, amendment.reason, standing, now).enforce()
        try:
            act = await _sign(services, connection, campaign_id, rulebook, amendment, standing, now)
        except KeyMissing as missing:
            raise refuse(Refusal.AMENDMENT_WRONG, what="keys", stage="", count=0) from missing
        await carry_out(services, connection, campaign_id, amendment)
        await store.settle(
            connection,
            campaign_id,
            number,
            AmendmentState.APPROVED,
            settled_by=actor.staff_id,
            now=now,
            act=act,
        )
        after = {"kind": amendment.kind.value, **told(what), "act": act}
        await log_act(services, connection, actor, campaign_id, "approve-amendment", str(number), after=after)
        await tell(connection, campaign_id, rulebook, amendment, now)


async def reject_amendment(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> None:
    """Send an amendment back, one's own too: nothing of it comes into force.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``amendment-unknown`` or
            ``amendment-settled``.
    """
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.APPROVE_AMENDMENT, lock=True)
        await _require_waiting(connection, campaign_id, number)
        await store.settle(
            connection,
            campaign_id,
            number,
            AmendmentState.REJECTED,
            settled_by=actor.staff_id,
            now=services.clock.now(),
        )
        await log_act(services, connection, actor, campaign_id, "reject-amendment", str(number))


async def _require_waiting(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[Amendment, bytes]:
    found = await store.get_amendment(connection, campaign_id, number)
    if found is None:
        raise refuse(Refusal.AMENDMENT_UNKNOWN, number=number)
    settling_verdict(found[0]).enforce()
    return found


async def _sign(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    amendment: Amendment,
    standing: Standing,
    now: datetime,
) -> int | None:
    """Enter the signed act where anything that stands is changed, and return its number (ledger 13)."""
    what = amendment.what
    if isinstance(what, EarlyFreeze):
        # The freeze is an act by itself.
        await freeze_in(services, connection, campaign_id, what.territory)
        return None
    here = _concerned(rulebook, what, standing)
    if not is_signed_act(rulebook, what, here, standing, now):
        return None
    facts = {"concerns": list(here), **told(what)}
    return await record_act(
        services,
        connection,
        campaign_id,
        "amendment",
        now,
        amendment=amendment.number,
        change=amendment.kind.value,
        reason={"kk": amendment.reason.kk, "ru": amendment.reason.ru},
        **facts,
    )


def _concerned(rulebook: Rulebook, what: Amending, standing: Standing) -> tuple[str, ...]:
    territory = standing.project.territory if standing.project is not None else None
    return concerned(rulebook, what, territory)
