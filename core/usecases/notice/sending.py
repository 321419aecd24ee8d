"""Notices on their way out: leased by a worker, then delivered, given back or dropped (G3, G4)."""

from datetime import datetime, timedelta

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.rules.reminders import is_quiet
from core.store import outbox, place
from core.usecases.notice.kinds import Manner, Notice, NoticeKind
from core.usecases.services import Services

LEASE = timedelta(seconds=30)
"""How long a worker may take before another one tries: longer than any send."""

UNKNOWN_WAIT = timedelta(hours=1)
"""How long a notice waits whose kind this version does not know."""

MOST_ATTEMPTS = 3

UNREACHABLE_WAIT = timedelta(hours=1)
"""How long a security notice waits before it is asked again whether its account is back."""

_KINDS = frozenset(NoticeKind)


async def claim(services: Services, limit: int) -> list[Notice]:
    """Lease up to ``limit`` due notices; those of people who want or get none are dropped on the way.

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
        notices = []
        for row in rows:
            if row["kind"] not in _KINDS:
                until = services.real_clock.now() + UNKNOWN_WAIT
                await outbox.give_back(
                    connection, row["akimat_id"], row["notice_id"], until=until, is_attempt=False
                )
                continue
            notice = _read(row, services.clock.now())
            viewer = await place.get_viewer(connection, notice.account_id)
            is_unwanted = viewer is None or (viewer["is_stopped"] and not _is_security(notice))
            is_out_of_reach = viewer is not None and viewer["is_unreachable"]
            if is_out_of_reach and _is_security(notice):
                # It waits until the person comes back: somebody else may hold the telephone (E2).
                await _give_back(services, connection, notice, UNREACHABLE_WAIT, is_attempt=False)
            elif is_unwanted or is_out_of_reach:
                await _settle(services, connection, notice, outbox.DROPPED)
            else:
                notices.append(notice)
    return notices


def _is_security(notice: Notice) -> bool:
    return notice.kind.manner is Manner.SECURITY


def _read(row: RowMapping, now: datetime) -> Notice:
    kind = NoticeKind(row["kind"])
    return Notice(
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]),
        notice_id=row["notice_id"],
        account_id=row["account_id"],
        kind=kind,
        facts=row["facts"],
        attempts=row["attempts"],
        is_silent=kind.manner is not Manner.SECURITY and is_quiet(now),
    )


async def delivered(services: Services, notice: Notice) -> None:
    """Record that the messenger took the notice."""
    async with services.database.write() as connection:
        await _settle(services, connection, notice, outbox.SENT)


async def failed(services: Services, notice: Notice) -> None:
    """Record that the notice cannot be sent: the messenger refuses it for good."""
    async with services.database.write() as connection:
        await _settle(services, connection, notice, outbox.FAILED)


async def unreachable(services: Services, notice: Notice) -> None:
    """Send the account nothing until it comes back with /start (G4); a security notice waits for that."""
    async with services.database.write() as connection:
        if _is_security(notice):
            await _give_back(services, connection, notice, UNREACHABLE_WAIT, is_attempt=False)
        else:
            await _settle(services, connection, notice, outbox.DROPPED)
        await place.set_reachability(connection, notice.account_id, is_unreachable=True)


async def postpone(services: Services, notice: Notice, wait: timedelta, *, is_attempt: bool) -> None:
    """Leave the notice for later, in real time; after the last attempt it fails."""
    async with services.database.write() as connection:
        if is_attempt and notice.attempts >= MOST_ATTEMPTS:
            await _settle(services, connection, notice, outbox.FAILED)
            return
        await _give_back(services, connection, notice, wait, is_attempt=is_attempt)


async def _give_back(
    services: Services,
    connection: AsyncConnection,
    notice: Notice,
    wait: timedelta,
    *,
    is_attempt: bool,
) -> None:
    await outbox.give_back(
        connection,
        notice.campaign_id.akimat,
        notice.notice_id,
        until=services.real_clock.now() + wait,
        is_attempt=is_attempt,
    )


async def _settle(services: Services, connection: AsyncConnection, notice: Notice, state: str) -> None:
    await outbox.settle(connection, notice.campaign_id.akimat, notice.notice_id, state, services.clock.now())
