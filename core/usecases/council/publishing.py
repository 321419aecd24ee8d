"""Everything that a sitting decided takes effect at once: projects appear, authors are told (C3, B4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Dropped, Sitting
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.decision import decision_verdict
from core.rules.permissions import OfficeAct
from core.rules.review import ReviewAct
from core.rules.site_check import site_check_verdict
from core.store import agenda
from core.store import council as store
from core.usecases.council.concluding import decision_of
from core.usecases.council.rows import read_items, require_head
from core.usecases.council.sittings import require_settled
from core.usecases.office.permission import log_act, require_right
from core.usecases.review.enacting import enact, require_proposal
from core.usecases.review.site import last_site_check
from core.usecases.services import Services

_BALLOT = frozenset({Refusal.BALLOT_FROZEN, Refusal.VOTING_NOT_HERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a publication brought, by application number; ``dropped`` had become another matter meanwhile."""

    admitted: tuple[int, ...]
    refused: tuple[int, ...]
    dropped: tuple[int, ...]


async def publish_sitting(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> Published:
    """Let every decision of a closed sitting take effect at once; a second time changes nothing (C3).

    What became another matter drops out, each with its reason; it does not hold up the rest.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage``, ``sitting-unknown``, or
            ``sitting-incomplete`` with ``count`` 0 for one that is not closed.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(
            services, connection, actor, campaign_id, OfficeAct.PUBLISH_DECISIONS, lock=True
        )
        sitting = await require_head(connection, campaign_id, number)
        if sitting.published_at is None:
            await _publish(services, connection, rulebook, actor, campaign_id, sitting)
        return _published(await read_items(connection, campaign_id, number))


async def _publish(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    actor: Actor,
    campaign_id: CampaignId,
    sitting: Sitting,
) -> None:
    await require_settled(connection, campaign_id, sitting.sitting)
    if sitting.closed_at is None:
        raise refuse(Refusal.SITTING_INCOMPLETE, count=0, number=0)
    items = await read_items(connection, campaign_id, sitting.sitting)
    dropped: dict[int, str] = {}
    # By number, as everybody who holds several proposals takes them.
    for item in items:
        if item.is_admitted is None:
            continue
        why = await _publish_item(services, connection, rulebook, campaign_id, item)
        if why is not None:
            dropped[item.number] = why.value
            values = {"dropped": why.value}
            await agenda.change_item(connection, campaign_id, sitting.sitting, item.number, **values)
    published = {"published_at": services.clock.now(), "published_by": actor.staff_id}
    await store.change_sitting(connection, campaign_id, sitting.sitting, **published)
    after = {
        "decided": [each.number for each in items if each.is_admitted is not None],
        "put_off": [each.number for each in items if each.is_put_off],
        "dropped": dropped,
    }
    subject = str(sitting.sitting)
    await log_act(services, connection, actor, campaign_id, "publish-sitting", subject, after=after)


async def _publish_item(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    campaign_id: CampaignId,
    item: AgendaItem,
) -> Dropped | None:
    """Let one decision take effect, or return why its proposal is no longer what the members read."""
    decision = decision_of(item, is_admitted=item.is_admitted is True)
    try:
        proposal = await require_proposal(connection, campaign_id, item.number, item.version)
    except RuleViolation:
        return Dropped.CHANGED
    check = await last_site_check(connection, campaign_id, item.number)
    is_admission = decision.act is ReviewAct.ADMIT
    if proposal.status is not ProposalStatus.REGISTERED:
        return Dropped.CHANGED
    if is_admission and not site_check_verdict(check, item.number).is_allowed:
        return Dropped.SITE
    if proposal.cost != item.cost:
        return Dropped.COST
    verdict = decision_verdict(rulebook, proposal.territory, decision, services.clock.now())
    if _BALLOT & {reason.refusal for reason in verdict.reasons}:
        return Dropped.FROZEN
    found = check.found if check is not None and is_admission else None
    await enact(services, connection, rulebook, proposal, replace(decision, site_check=found), None)
    return None


def _published(items: Sequence[AgendaItem]) -> Published:
    held = [each for each in items if each.dropped is None]
    return Published(
        admitted=tuple(each.number for each in held if each.is_admitted is True),
        refused=tuple(each.number for each in held if each.is_admitted is False),
        dropped=tuple(each.number for each in items if each.dropped is not None),
    )
