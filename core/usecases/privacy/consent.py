"""The consent that comes before any verification: asked once a version, recorded with its language (M1)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.refusals import Refusal, refuse
from core.store import privacy as store
from core.usecases.services import Services

CONSENT_VERSION = 1
"""The version of the text ``consent-text``; a change of its meaning takes a new number."""


async def has_consent(services: Services, campaign_id: CampaignId, account_id: int) -> bool:
    """Say whether the account has agreed to the current version."""
    async with services.database.read() as connection:
        row = await store.get_consent(connection, campaign_id.akimat, account_id, CONSENT_VERSION)
    return row is not None


async def give_consent(
    services: Services, campaign_id: CampaignId, account_id: int, language: Language
) -> None:
    """Record that the account agreed, in the language of the text; agreeing twice changes nothing."""
    async with services.database.write() as connection:
        await store.keep_consent(
            connection,
            campaign_id.akimat,
            account_id,
            version=CONSENT_VERSION,
            language=language.value,
            now=services.clock.now(),
        )


async def require_consent(connection: AsyncConnection, akimat_id: str, account_id: int) -> None:
    """Raise ``RuleViolation`` ``consent-missing`` unless the account has agreed to the current version."""
    if await store.get_consent(connection, akimat_id, account_id, CONSENT_VERSION) is None:
        raise refuse(Refusal.CONSENT_MISSING)
