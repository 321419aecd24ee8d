"""Codes as whoever issues them sees them: how many there are, and which end; apart from using one (E2)."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import of
from core.store.verification import code


async def end_codes(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes, now: datetime
) -> None:
    """Let the person's codes that nobody has used be good no longer."""
    await connection.execute(
        update(code)
        .where(
            of(code, campaign_id),
            code.c.person_key == person_key,
            code.c.used_at.is_(None),
            code.c.expires_at > now,
        )
        .values(expires_at=now)
    )


async def count_codes(connection: AsyncConnection, campaign_id: CampaignId) -> tuple[int, int]:
    """Return how many codes were issued in the campaign and how many of them were used."""
    query = select(func.count(), func.count(code.c.used_at)).where(of(code, campaign_id))
    issued, used = (await connection.execute(query)).one()
    return issued, used
