"""The protocol of a sitting on results for whoever may see it: gathered here, set elsewhere (F2)."""

from core.documents.result import ResultProtocol
from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.usecases.office.permission import log_act, require_right
from core.usecases.result.reading import view_results
from core.usecases.result.rows import persons_of
from core.usecases.services import Services


async def gather_results(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ResultProtocol:
    """Return what the protocol says; before the publication it is a draft with what ``actor`` may see.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sitting-unknown``.
    """
    found = await view_results(services, actor, campaign_id, territory)
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        persons = await persons_of(connection, campaign_id, territory)
        await log_act(services, connection, actor, campaign_id, "print-results", territory)
    return ResultProtocol(sitting=found.sitting, rulebook=rulebook, persons=persons)
