"""What becomes of a notice, written into its row; apart, because claiming and sending both decide it."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from core.store import outbox
from core.usecases.notice import digest
from core.usecases.notice.kinds import Notice, NoticeKind
from core.usecases.services import Services


async def settle(services: Services, connection: AsyncConnection, notice: Notice, state: str) -> None:
    """Record that the notice was sent, failed or was dropped; a digest shares that with all it tells."""
    if notice.kind is NoticeKind.DIGEST:
        await digest.settle(services, connection, notice, state)
        return
    akimat, now = notice.campaign_id.akimat, services.clock.now()
    await outbox.settle(connection, akimat, notice.notice_id, state, now)


async def give_back(
    services: Services, connection: AsyncConnection, notice: Notice, wait: timedelta, *, is_attempt: bool
) -> None:
    """Leave the notice for later, in real time."""
    await outbox.give_back(
        connection,
        notice.campaign_id.akimat,
        notice.notice_id,
        until=services.real_clock.now() + wait,
        is_attempt=is_attempt,
    )
