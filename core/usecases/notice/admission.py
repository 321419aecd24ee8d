"""Whether a notice goes out now, later, in a digest or never: asked at the moment of sending (G1, G4)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import local_date, start_of
from core.model.reminder import ReminderManner
from core.rules.reminders import is_quiet, most_in_day, next_daytime, next_digest
from core.store import outbox, place
from core.usecases.notice import digest
from core.usecases.notice.kinds import Manner, Notice, NoticeKind
from core.usecases.notice.settling import give_back, settle
from core.usecases.reminder.relevance import find_reminded
from core.usecases.services import Services

LEASE = timedelta(seconds=30)
"""How long a worker may take before another one tries: longer than any send."""

UNREACHABLE_WAIT = timedelta(hours=1)
"""How long a security notice waits before it is asked again whether its account is back."""

_REMINDERS = [kind.value for kind in NoticeKind if kind.manner is Manner.REMINDER]

Undecided = Collection[tuple[str, str]]
"""Akimat and id of leased notices about which nothing has been decided yet."""


async def admit(
    services: Services, connection: AsyncConnection, notice: Notice, row: RowMapping, undecided: Undecided
) -> bool:
    """Say whether the notice goes out now; otherwise its row says what becomes of it."""
    viewer = await place.get_viewer(connection, notice.account_id)
    manner = notice.kind.manner
    if viewer is not None and viewer["is_unreachable"] and manner is Manner.SECURITY:
        # It waits until the person comes back: somebody else may hold the telephone (E2).
        await give_back(services, connection, notice, UNREACHABLE_WAIT, is_attempt=False)
        return False
    is_stopped = viewer is not None and viewer["is_stopped"] and manner is not Manner.SECURITY
    if viewer is None or viewer["is_unreachable"] or is_stopped:
        return await _drop(services, connection, notice)
    if viewer["helping_until"] is not None and manner is not Manner.SECURITY:
        # Others look at the screen now; the owner's news wait until it is his again (K1).
        until = max(viewer["helping_until"], services.clock.now() + UNREACHABLE_WAIT)
        await _put_off(connection, notice, until)
        return False
    if manner.is_always_told:
        return True
    wish = ReminderManner(viewer["reminders"])
    if manner is Manner.DIGEST:
        return await _admit_digest(services, connection, notice, wish)
    return await _admit_by_wish(services, connection, notice, row, wish, undecided)


async def _drop(services: Services, connection: AsyncConnection, notice: Notice) -> bool:
    if notice.kind is NoticeKind.DIGEST:
        await digest.take_all(connection, notice, services.real_clock.now() + LEASE)
    await settle(services, connection, notice, outbox.DROPPED)
    return False


async def _admit_digest(
    services: Services, connection: AsyncConnection, notice: Notice, wish: ReminderManner
) -> bool:
    now = services.clock.now()
    if is_quiet(now):
        await _put_off(connection, notice, next_digest(now) + digest.GATHERING)
        return False
    if await digest.take(services, connection, notice, wish, services.real_clock.now() + LEASE):
        return True
    await settle(services, connection, notice, outbox.DROPPED)
    return False


async def _admit_by_wish(
    services: Services,
    connection: AsyncConnection,
    notice: Notice,
    row: RowMapping,
    wish: ReminderManner,
    undecided: Undecided,
) -> bool:
    """Decide about news or a reminder: its term, the person's wish, the hour, whether it is still true."""
    now, is_reminder = services.clock.now(), notice.kind.manner is Manner.REMINDER
    is_over = row["valid_until"] is not None and now >= row["valid_until"]
    if is_over or (is_reminder and wish is ReminderManner.NEVER):
        return await _drop(services, connection, notice)
    if wish is ReminderManner.DAILY:
        await digest.hold(services, connection, notice, row["due_at"])
        return False
    if is_quiet(now):
        await _put_off(connection, notice, next_daytime(now))
        return False
    if is_reminder and not await _has_room(services, connection, notice, undecided):
        return await _drop(services, connection, notice)
    return True


async def _has_room(
    services: Services, connection: AsyncConnection, notice: Notice, undecided: Undecided
) -> bool:
    """Say whether the reminder is still true and not one too many for its account today (G1)."""
    found = await find_reminded(services, connection, notice)
    if found is None:
        return False
    # Two workers with two reminders of one account come one after the other.
    await place.lock_account(connection, notice.account_id)
    taken = await outbox.list_taken(
        connection,
        notice.account_id,
        _REMINDERS,
        since=start_of(local_date(services.clock.now())),
        leased_at=services.real_clock.now(),
    )
    return len(taken - set(undecided)) < most_in_day(is_last_day=found.is_last_day)


async def _put_off(connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    await outbox.put_off(connection, notice.campaign_id.akimat, notice.notice_id, due_at)
