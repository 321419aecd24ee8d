"""Which campaign a command is about."""

from core.model.campaign import CampaignId
from core.usecases.place.choosing import find_campaign, list_rulebooks
from core.usecases.services import Services


async def require_campaign(services: Services, name: str | None) -> CampaignId:
    """Return the campaign called ``name``, or the only one where no name is given.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    if name is not None:
        return await find_campaign(services, name)
    rulebooks = await list_rulebooks(services)
    if len(rulebooks) != 1:
        raise FileNotFoundError("name the campaign with --campaign: there is not exactly one")
    return CampaignId(rulebooks[0].akimat.slug, rulebooks[0].campaign)
