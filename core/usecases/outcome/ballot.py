"""Which projects a voting territory votes on; apart, because freeze and count read one list (A4, E3)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.project import Project, ProjectStatus
from core.rulebook.model import Rulebook
from core.store import browsing


async def list_on_ballot(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> list[Project]:
    """Return the projects for which votes of the voting territory may be (E3)."""
    return [
        item
        for item in await browsing.list_projects(connection, campaign_id)
        if item.status is not ProjectStatus.REFUSED and rulebook.voting_territory(item.territory) == territory
    ]
