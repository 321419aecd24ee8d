"""Sample people of a register who act before anybody looks: they come with a clerk's code.

Separate from what they do, which is another thing in each campaign.
"""

from core.model.campaign import CampaignId
from core.model.language import Language
from core.usecases.place.account import see, stop
from core.usecases.privacy.consent import give_consent
from core.usecases.services import Services
from core.usecases.verification.code import verify_by_code
from core.usecases.verification.person import Person


async def come(
    services: Services,
    campaign_id: CampaignId,
    account_id: int,
    code: str,
    language: Language = Language.KAZAKH,
) -> Person:
    """Verify a neighbour on an account of their own; it wants no notices, for there is nobody to write to."""
    await see(services, account_id)
    await stop(services, account_id)
    await give_consent(services, campaign_id, account_id, language)
    return await verify_by_code(services, campaign_id, account_id, typed=code)
