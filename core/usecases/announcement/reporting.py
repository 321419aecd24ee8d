"""How an announcement's sending goes, counted from its recipients, and kept once it is over (G2).

Separate, because the office reads while the worker writes the last count.
"""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import AnnouncementState, Report
from core.model.campaign import CampaignId
from core.store import announcement as store
from core.store import announcement_sending as sending

_AS_COUNTED = (
    sending.BLOCKED,
    sending.FAILED,
    sending.UNKNOWN,
    sending.STOPPED,
    sending.UNREACHABLE,
)


async def report_of(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Report | None:
    """Return what became of everybody so far, ``None`` before it has begun."""
    row = await store.get_row(connection, campaign_id, number)
    if row is None or row["audience"] is None:
        return None
    if (kept := store.read_report(row)) is not None:
        return kept
    counts = await sending.count_states(connection, campaign_id, number)
    queued = counts.get(sending.QUEUED, 0)
    under_way = counts.get(sending.LEASED, 0) + counts.get(sending.FLYING, 0)
    is_cancelled = row["state"] == AnnouncementState.CANCELLED.value
    return Report(
        audience=row["audience"],
        delivered=counts.get(sending.SENT, 0),
        **{state: counts.get(state, 0) for state in _AS_COUNTED},
        # Whoever is no longer meant, or is forgotten, has no row any more.
        unconcerned=row["audience"] - sum(counts.values()),
        waiting=under_way + (0 if is_cancelled else queued),
        unsent=queued if is_cancelled else 0,
        repeated=await sending.count_repeated(connection, campaign_id, number),
    )
