"""Taking the akimat's list of yards improved lately; apart from the register, for it changes no vote (B3)."""

from core.model.campaign import CampaignId
from core.rules.yard_list import YardFile, read_yards
from core.store import yards
from core.usecases.services import Services


async def take_yards(services: Services, campaign_id: CampaignId, text: str) -> YardFile:
    """Make ``text`` the akimat's list, unless a line of it is bad: then the former one stays.

    The answer has a note on every bad line. Raises ``RuleViolation`` ``campaign-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        read = read_yards(text, rulebook.territories)
        if not read.notes:
            rows = [
                {"territory": yard.territory, "address": yard.address, "improved_on": yard.improved_on}
                for yard in read.yards
            ]
            await yards.replace_yards(connection, campaign_id.akimat, rows)
    return read
