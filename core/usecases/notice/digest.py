"""What a day has brought, told at once to whoever wants it so: held, taken, told, never lost (G1).

Everything here holds the account's row, so that a notice which comes while the digest is on its way waits for
the next one instead of being lost between the two.
"""

from datetime import datetime, timedelta

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date
from core.model.campaign import CampaignId
from core.model.reminder import ReminderManner
from core.rules.reminders import digest_of, next_digest
from core.store import digest as store
from core.store import outbox, place
from core.usecases.notice.kinds import Manner, Notice, NoticeKind
from core.usecases.notice.rows import FAULTS, read_notice
from core.usecases.reminder.relevance import is_still_wanted
from core.usecases.services import Services

GATHERING = timedelta(minutes=1)
"""How long a digest waits for the reminders that come due at its own hour."""

_SETTLED = frozenset({outbox.SENT, outbox.FAILED, outbox.DROPPED})


async def hold(services: Services, connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    """Keep a notice that was due at ``due_at`` for the account's next digest, and see that one comes."""
    await place.lock_account(connection, notice.account_id)
    await store.hold(connection, notice.campaign_id.akimat, notice.notice_id)
    row = await store.get_digest(connection, notice.account_id, NoticeKind.DIGEST.value)
    # One that waits will take this notice, too; one on its way leaves it to the next (`settle`).
    if row is None or row["state"] in _SETTLED:
        await _queue(services, connection, notice.campaign_id, notice.account_id, row, due_at)


async def _queue(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    account_id: int,
    former: RowMapping | None,
    due_at: datetime,
) -> None:
    """Queue a digest for the first ten o'clock from ``due_at`` on, never for a day that has had one."""
    today = local_date(services.clock.now())
    at = max(next_digest(due_at), digest_of(today))
    if former is not None and former["settled_at"] is not None and local_date(former["settled_at"]) == today:
        at = max(at, digest_of(today + timedelta(days=1)))
    kind = NoticeKind.DIGEST.value
    await store.queue_digest(connection, campaign_id, account_id, kind, at + GATHERING)


async def take(
    services: Services, connection: AsyncConnection, notice: Notice, wish: ReminderManner, until: datetime
) -> bool:
    """Let a digest take what is held for its account and still true; say whether that is anything (G1).

    What cannot be judged now, of a newer version's kind or without a key, stays held for a later digest.
    """
    await place.lock_account(connection, notice.account_id)
    is_any = False
    for row in await store.list_held(connection, notice.account_id):
        akimat_id, notice_id = row["akimat_id"], row["notice_id"]
        try:
            is_true = await _is_true(services, connection, row, wish)
        except FAULTS:
            await store.take(connection, akimat_id, notice_id, None)
            continue
        if is_true:
            is_any = True
            await store.take(connection, akimat_id, notice_id, until)
        else:
            now = services.clock.now()
            await outbox.settle(connection, akimat_id, notice_id, outbox.DROPPED, now)
    return is_any


async def _is_true(
    services: Services, connection: AsyncConnection, row: RowMapping, wish: ReminderManner
) -> bool:
    held = read_notice(row)
    if held.kind.manner is Manner.REMINDER:
        # Its own term was that of a notice by itself; in a digest it is true while its stage lasts.
        return wish is not ReminderManner.NEVER and await is_still_wanted(services, connection, held)
    return row["valid_until"] is None or services.clock.now() < row["valid_until"]


async def list_taken(services: Services, account_id: int) -> list[Notice]:
    """Return the notices that the account's digest tells, oldest first."""
    async with services.database.read() as connection:
        rows = await store.list_held(connection, account_id, is_taken=True)
    return [read_notice(row) for row in rows]


async def take_all(connection: AsyncConnection, notice: Notice, until: datetime) -> None:
    """Let a digest that nobody will read take everything held, so that all of it shares its fate."""
    await place.lock_account(connection, notice.account_id)
    await store.take_all(connection, notice.account_id, until)


async def settle(services: Services, connection: AsyncConnection, notice: Notice, state: str) -> None:
    """Record what became of a digest and of all that it took; what came meanwhile gets the next one."""
    await place.lock_account(connection, notice.account_id)
    now = services.clock.now()
    await outbox.settle(connection, notice.campaign_id.akimat, notice.notice_id, state, now)
    await store.settle_taken(connection, notice.account_id, state, now)
    later = await store.list_held(connection, notice.account_id)
    if later:
        former = await store.get_digest(connection, notice.account_id, NoticeKind.DIGEST.value)
        campaign_id = CampaignId(later[0]["akimat_id"], later[0]["campaign_id"])
        await _queue(services, connection, campaign_id, notice.account_id, former, later[0]["due_at"])
