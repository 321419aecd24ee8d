"""What is frozen in a territory, for whoever counts by it or shows it (A4)."""

import json

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.freeze import Freeze
from core.store import freeze as store


async def require_frozen(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> Freeze:
    """Return what stands in the territory; raise ``LookupError`` where nothing is frozen yet."""
    frozen = await store.get_freeze(connection, campaign_id, territory)
    if frozen is None:
        raise LookupError(f"{territory} is not frozen")
    return frozen


def threshold_of(frozen: Freeze) -> int:
    """Return the least votes of a winner, as it was frozen (F1, A4)."""
    return int(json.loads(frozen.contents)["threshold"])
