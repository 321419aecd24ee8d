"""The protocol of a sitting for whoever may see it: what it says is gathered here, set elsewhere (C2)."""

from core.documents.protocol import ProtocolFacts
from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.usecases.council.reading import get_sitting
from core.usecases.council.rows import persons_of
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services


async def gather_protocol(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> ProtocolFacts:
    """Return what a protocol says; before the close it is a draft with what ``actor`` may see.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sitting-unknown``.
    """
    sitting = await get_sitting(services, actor, campaign_id, number)
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        persons = await persons_of(connection, campaign_id, number)
        await log_act(services, connection, actor, campaign_id, "print-protocol", str(number))
    return ProtocolFacts(sitting=sitting, rulebook=rulebook, persons=persons)
