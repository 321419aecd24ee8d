"""Entering a signed act into the campaign's list (ledger 13)."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.receipt import sign
from core.model.campaign import CampaignId
from core.model.encoding import entry
from core.store import ledger
from core.usecases.services import Services


async def record_act(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    kind: str,
    now: datetime,
    **facts: Any,
) -> int:
    """Append an act, signed, with the instant at which it was done, and return its number.

    The campaign's row must be locked; ``facts`` are what canonical JSON holds. Raise ``KeyMissing``.
    """
    signing = services.keys.read_signing(campaign_id.akimat, campaign_id.campaign)
    written = entry(kind, campaign_id.campaign, at=now.isoformat(timespec="seconds"), **facts)
    return await ledger.add_act(connection, campaign_id, written, sign(signing, written))
