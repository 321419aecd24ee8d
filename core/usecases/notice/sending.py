"""Notices on their way out: leased by a worker, then delivered, given back or dropped (G3, G4)."""

from datetime import timedelta
from operator import itemgetter

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.rules.reminders import is_quiet
from core.store import outbox, place
from core.usecases.notice.admission import LEASE, UNREACHABLE_WAIT, admit
from core.usecases.notice.kinds import Manner, Notice, NoticeKind
from core.usecases.notice.rows import FAULTS, read_notice
from core.usecases.notice.settling import give_back, settle
from core.usecases.services import Services

UNKNOWN_WAIT = timedelta(hours=1)
"""How long a notice waits whose kind this version does not know."""

MOST_ATTEMPTS = 3

_KINDS = frozenset(NoticeKind)


async def claim(services: Services, limit: int) -> list[Notice]:
    """Lease up to ``limit`` due notices; those that are not to go out now are settled on the way (G1, G4).

    A notice of a kind that a newer version has written waits for that version, and holds up no other.
    """
    async with services.database.write() as connection:
        rows = await outbox.claim(
            connection,
            due_at=services.clock.now(),
            leased_at=services.real_clock.now(),
            lease=LEASE,
            limit=limit,
        )
        undecided = {(row["akimat_id"], row["notice_id"]) for row in rows}
        notices = []
        # In one order, so that two workers never hold each other's accounts.
        for row in sorted(rows, key=itemgetter("account_id", "due_at", "akimat_id", "notice_id")):
            notice = await _decide(services, connection, row, undecided)
            undecided.discard((row["akimat_id"], row["notice_id"]))
            notices += [notice] if notice is not None else []
    return notices


async def _decide(
    services: Services, connection: AsyncConnection, row: RowMapping, undecided: set[tuple[str, str]]
) -> Notice | None:
    """Return the notice where it goes out now."""
    if row["kind"] not in _KINDS:
        until = services.real_clock.now() + UNKNOWN_WAIT
        await outbox.give_back(connection, row["akimat_id"], row["notice_id"], until=until, is_attempt=False)
        return None
    manner = NoticeKind(row["kind"]).manner
    is_silent = manner is not Manner.SECURITY and is_quiet(services.clock.now())
    notice = read_notice(row, is_silent=is_silent)
    try:
        is_admitted = await admit(services, connection, notice, row, undecided)
    except FAULTS:
        # The telling meets the same fault at this notice alone, logs it and counts an attempt.
        is_admitted = True
    return notice if is_admitted else None


async def delivered(services: Services, notice: Notice) -> None:
    """Record that the messenger took the notice."""
    async with services.database.write() as connection:
        await settle(services, connection, notice, outbox.SENT)


async def failed(services: Services, notice: Notice) -> None:
    """Record that the notice cannot be sent: the messenger refuses it for good."""
    async with services.database.write() as connection:
        await settle(services, connection, notice, outbox.FAILED)


async def untold(services: Services, notice: Notice) -> None:
    """Record that there was nothing left to tell: of a reminder that is no fault, its person has acted."""
    is_fault = notice.kind.manner not in {Manner.REMINDER, Manner.DIGEST}
    async with services.database.write() as connection:
        await settle(services, connection, notice, outbox.FAILED if is_fault else outbox.DROPPED)


async def unreachable(services: Services, notice: Notice) -> None:
    """Send the account nothing until it comes back with /start (G4); a security notice waits for that."""
    async with services.database.write() as connection:
        if notice.kind.manner is Manner.SECURITY:
            await give_back(services, connection, notice, UNREACHABLE_WAIT, is_attempt=False)
        else:
            await settle(services, connection, notice, outbox.DROPPED)
        await place.set_reachability(connection, notice.account_id, is_unreachable=True)


async def postpone(services: Services, notice: Notice, wait: timedelta, *, is_attempt: bool) -> None:
    """Leave the notice for later, in real time; after the last attempt it fails."""
    async with services.database.write() as connection:
        if is_attempt and notice.attempts >= MOST_ATTEMPTS:
            await settle(services, connection, notice, outbox.FAILED)
            return
        await give_back(services, connection, notice, wait, is_attempt=is_attempt)
