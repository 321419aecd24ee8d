"""Whether the other channel has somebody's vote, for screens and reminders (A6)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyMissing
from core.model.campaign import CampaignId
from core.rulebook.model import Rulebook
from core.usecases.services import Services
from core.usecases.verification.person import find_person
from core.usecases.voting.facts import judge_elsewhere


async def has_voted_there(
    services: Services, connection: AsyncConnection, rulebook: Rulebook, person_key: bytes
) -> bool:
    """Say whether an approved list of the other channel names the person; no where keys are missing."""
    campaign_id = CampaignId(rulebook.akimat.slug, rulebook.campaign)
    try:
        verdict = await judge_elsewhere(services, connection, campaign_id, rulebook, person_key)
    except KeyMissing:
        return False
    return not verdict.is_allowed


async def find_voted_there(services: Services, campaign_id: CampaignId, account_id: int) -> bool:
    """Say it of whom the account stands for now; nobody has voted where nobody is verified."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        person = await find_person(connection, campaign_id, account_id, services.clock.now())
        if person is None:
            return False
        return await has_voted_there(services, connection, rulebook, person.person_key)
