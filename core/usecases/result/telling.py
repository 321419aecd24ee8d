"""Whom the council's decision on results is told: authors and followers of each project (F2, F5)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.result import ResultSitting
from core.store import audience, outbox
from core.usecases.notice.kinds import NoticeKind


async def tell(
    connection: AsyncConnection, campaign_id: CampaignId, sitting: ResultSitting, now: datetime
) -> None:
    """Queue the decision on each project to everybody who is interested in it."""
    for item in sitting.items:
        await outbox.write_to(
            connection,
            campaign_id,
            audience.is_interested(campaign_id, item.number),
            kind=NoticeKind.RESULT_DECIDED.value,
            about=f"{campaign_id.campaign}:{item.number}",
            facts={"number": item.number, "territory": sitting.territory},
            due_at=now,
        )
