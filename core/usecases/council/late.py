"""What waits at the council, for the office's first page: opinions that are owed, decisions to publish.

Not everybody has named an account that reminds him (G1), and a closed sitting takes no effect by itself (C3).
"""

from core.model.campaign import CampaignId
from core.model.staff import Actor
from core.rules.permissions import PERMISSIONS, OfficeAct
from core.store import council, opinion
from core.usecases.services import Services


async def count_owed(services: Services, actor: Actor, campaign_id: CampaignId) -> int:
    """Return how many opinions the sittings that still vote wait for from ``actor``; 0 for no member."""
    if actor.akimat != campaign_id.akimat or not PERMISSIONS[OfficeAct.GIVE_OPINION].roles & actor.roles:
        return 0
    async with services.database.read() as connection:
        open_ones = await council.list_open(connection, campaign_id, services.clock.now())
        return sum(
            [
                len(await opinion.list_waiting(connection, campaign_id, each["sitting"], actor.staff_id))
                for each in open_ones
            ]
        )


async def count_unpublished(services: Services, actor: Actor, campaign_id: CampaignId) -> int:
    """Return how many closed sittings wait for their publication; 0 for who may not publish them (C3)."""
    is_own = PERMISSIONS[OfficeAct.PUBLISH_DECISIONS].roles & actor.roles
    if actor.akimat != campaign_id.akimat or not is_own:
        return 0
    async with services.database.read() as connection:
        return await council.count_unpublished(connection, campaign_id)
