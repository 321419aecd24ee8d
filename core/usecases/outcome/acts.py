"""Entering an act into the campaign's list (ledger 13)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.encoding import entry
from core.store import ledger


async def record_act(
    connection: AsyncConnection, campaign_id: CampaignId, kind: str, now: datetime, **facts: str | int
) -> None:
    """Append an act with the instant at which it was done; the campaign's row must be locked."""
    written = entry(kind, campaign_id.campaign, at=now.isoformat(timespec="seconds"), **facts)
    await ledger.add_act(connection, campaign_id, written)
