"""Amendments for whoever proposes, approves or is told of them (A2, A4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model.amendment import Amendment, AmendmentState
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.store import amendment as store
from core.store import staff
from core.usecases.office.permission import require_right
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendments:
    """What the office's page shows, the newest first; ``names`` are of staff by their numbers."""

    rulebook: Rulebook
    waiting: Sequence[Amendment]
    settled: Sequence[Amendment]
    names: Mapping[int, str]


async def list_amendments(services: Services, actor: Actor, campaign_id: CampaignId) -> Amendments:
    """Return all amendments of a campaign, for those who propose and those who approve.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        try:
            rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.AMEND_RULES)
        except RuleViolation:
            rulebook = await require_right(
                services, connection, actor, campaign_id, OfficeAct.APPROVE_AMENDMENT
            )
        found = await store.list_amendments(connection, campaign_id)
        people = await staff.list_staff(connection, campaign_id.akimat)
    return Amendments(
        rulebook=rulebook,
        waiting=[each for each in found if each.state is AmendmentState.WAITING],
        settled=[each for each in found if each.state is not AmendmentState.WAITING],
        names={person.staff_id: person.name for person in people},
    )


async def get_amendment(
    services: Services, campaign_id: CampaignId, number: int
) -> tuple[Rulebook, Amendment] | None:
    """Return an approved amendment with the rulebook in force, ``None`` for any other.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        found = await store.get_amendment(connection, campaign_id, number)
    if found is None or found[0].state is not AmendmentState.APPROVED:
        return None
    return rulebook, found[0]
