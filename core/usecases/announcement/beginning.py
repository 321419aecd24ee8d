"""What the clock does with announcements: begins them at their hour, and clears up behind them (G2)."""

from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Announcement, AnnouncementState, PauseCause
from core.model.campaign import CampaignId
from core.rules.announcement import is_late, needs_approval, size_verdict
from core.rules.reminders import is_quiet
from core.store import announcement as store
from core.store import announcement_sending as sending
from core.store.announcement_audience import count_audience
from core.usecases.announcement.finding import meant
from core.usecases.announcement.reporting import report_of
from core.usecases.services import Services

PORTION = 2000
"""So many recipients of what is over are deleted by one transaction: votes do not wait for it."""


async def begin_due(services: Services) -> int:
    """Begin every announcement whose hour has come, outside of the quiet hours; return how many did.

    What nobody may begin any more waits for somebody: too late, too small, or larger than approved.
    """
    if is_quiet(services.clock.now()):
        return 0
    async with services.database.read() as connection:
        waiting = await store.list_scheduled(connection)
    begun = 0
    for campaign_id, number in waiting:
        async with services.database.write() as connection:
            begun += await _begin(services, connection, campaign_id, number)
    return begun


async def _begin(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> bool:
    found, now = (
        await store.get_announcement(connection, campaign_id, number, lock=True),
        services.clock.now(),
    )
    if found is None or found.state is not AnnouncementState.SCHEDULED:
        return False
    if found.scheduled_at is not None and found.scheduled_at > now:
        return False
    rulebook = await services.rulebooks.require(connection, campaign_id)
    condition = meant(rulebook, campaign_id, found.written.audience)
    size = await count_audience(connection, condition)
    if (stopped := _stopped(services, found, size, now)) is not None:
        await store.change_announcement(connection, campaign_id, number, **stopped)
        return False
    audience = await sending.add_recipients(connection, campaign_id, number, condition)
    row = {"state": AnnouncementState.SENDING.value, "begun_at": now, "audience": audience}
    await store.change_announcement(connection, campaign_id, number, **row)
    return True


def _stopped(
    services: Services, found: Announcement, size: int, now: datetime
) -> dict[str, str | None] | None:
    """Return the columns of what does not begin by itself, ``None`` for what does."""
    if found.scheduled_at is not None and is_late(found.scheduled_at, now):
        return _paused(PauseCause.LATE)
    if not size_verdict(size).is_allowed:
        return _paused(PauseCause.SMALL)
    if needs_approval(size, services.announcement_alone_most) and found.approved_by is None:
        return {"state": AnnouncementState.WAITING.value, "cause": None}
    return None


def _paused(cause: PauseCause) -> dict[str, str | None]:
    return {"state": AnnouncementState.PAUSED.value, "cause": cause.value}


async def clear_up(services: Services) -> None:
    """Keep the report of what is over, and delete a portion of its recipients (M2)."""
    over = (AnnouncementState.DONE, AnnouncementState.CANCELLED)
    async with services.database.read() as connection:
        uncounted = await store.list_begun(connection, *over)
        counted = await sending.list_left(connection)
    for campaign_id, number in uncounted:
        async with services.database.write() as connection:
            row = await store.get_row(connection, campaign_id, number, lock=True)
            if row is not None:
                await _count(services, connection, campaign_id, number, row)
    for campaign_id, number in counted:
        async with services.database.write() as connection:
            await sending.delete_some(connection, campaign_id, number, PORTION)


async def _count(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, number: int, row: RowMapping
) -> None:
    """Keep the report once no message is on its way; a worker that was lost with one leaves it unknown."""
    if row["report"] is not None:
        return
    now = services.real_clock.now()
    await sending.release_expired(connection, campaign_id, number, now)
    await sending.take_lost(connection, campaign_id, number, now=now, repeats=False)
    if await sending.is_any(connection, campaign_id, number, (sending.LEASED, sending.FLYING)):
        return
    report = await report_of(connection, campaign_id, number)
    if report is not None:
        columns = store.report_columns(report)
        await store.change_announcement(connection, campaign_id, number, report=columns)
