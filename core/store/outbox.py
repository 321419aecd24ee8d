"""Notices on their way: written in the transaction of their cause, sent later by whoever holds the lease."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Index,
    Integer,
    String,
    Table,
    and_,
    cast,
    delete,
    exists,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, add_missing, add_missing_from, key, metadata, of
from core.store.ledger import roll
from core.store.place import account, place
from core.store.voting import participation

QUEUED, HELD, SENT, FAILED, DROPPED = "queued", "held", "sent", "failed", "dropped"
"""What becomes of a notice; a held one waits for its account's digest (`core.store.digest`)."""

outbox = Table(
    "outbox",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # What the notice is about and for whom: written twice, it is still one notice.
    Column("notice_id", String(200), primary_key=True),
    Column("account_id", AccountId, nullable=False),
    Column("campaign_id", Slug, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("state", String(8), nullable=False, default=QUEUED),
    Column("due_at", Instant, nullable=False),
    # After this instant nobody is told any more; empty for what is told however late.
    Column("valid_until", Instant),
    Column("leased_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("settled_at", Instant),
    Index("ix_outbox_due", "state", "due_at", "akimat_id", "notice_id"),
    Index("ix_outbox_account", "account_id", "state"),
)


async def write_notice(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    notice_id: str,
    account_id: int,
    kind: str,
    facts: Mapping[str, Any],
    due_at: datetime,
    valid_until: datetime | None = None,
) -> None:
    """Queue a notice to one account; the same ``notice_id`` again changes nothing."""
    await add_missing(
        connection,
        outbox,
        {
            **key(campaign_id),
            "notice_id": notice_id,
            "account_id": account_id,
            "kind": kind,
            "facts": dict(facts),
            "due_at": due_at,
            "valid_until": valid_until,
        },
    )


async def write_to_territories(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territories: Sequence[str],
    kind: str,
    about: str,
    facts: Mapping[str, Any],
    due_at: datetime,
) -> None:
    """Queue a notice, by one statement, to all whose place is in ``territories`` or who voted there."""
    await write_to(
        connection,
        campaign_id,
        _concerned(campaign_id, territories),
        kind=kind,
        about=about,
        facts=facts,
        due_at=due_at,
    )


async def write_to(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    audience: ColumnElement[bool],
    *,
    kind: str,
    about: str,
    facts: Mapping[str, Any],
    due_at: datetime,
    valid_until: datetime | None = None,
) -> None:
    """Queue a notice, by one statement, to all accounts in the ``audience`` that want and get notices.

    ``about`` names what happened: written again, nobody is told twice.
    """
    columns: dict[str, ColumnElement[Any]] = {
        "akimat_id": literal(campaign_id.akimat),
        "notice_id": literal(f"{kind}:{about}:") + cast(account.c.account_id, String),
        "account_id": account.c.account_id,
        "campaign_id": literal(campaign_id.campaign),
        "kind": literal(kind),
        "facts": literal(dict(facts), JSON),
        "state": literal(QUEUED),
        "due_at": literal(due_at, Instant),
        "valid_until": literal(valid_until, Instant),
        "attempts": literal(0),
    }
    rows = select(*columns.values()).where(
        audience, account.c.is_stopped.is_(False), account.c.is_unreachable.is_(False)
    )
    await add_missing_from(connection, outbox, list(columns), rows)


def _concerned(campaign_id: CampaignId, territories: Sequence[str]) -> ColumnElement[bool]:
    lives_there = exists().where(
        place.c.account_id == account.c.account_id,
        of(place, campaign_id),
        place.c.territory.in_(territories),
    )
    voted_there = exists().where(
        participation.c.account_id == account.c.account_id,
        of(participation, campaign_id),
        of(roll, campaign_id),
        roll.c.number == participation.c.roll_number,
        roll.c.territory.in_(territories),
    )
    return or_(lives_there, voted_there)


async def claim(
    connection: AsyncConnection, *, due_at: datetime, leased_at: datetime, lease: timedelta, limit: int
) -> Sequence[RowMapping]:
    """Lease up to ``limit`` notices that are due on the campaign's clock; ``leased_at`` is real time."""
    free = (
        select(outbox.c.akimat_id, outbox.c.notice_id)
        .where(
            outbox.c.state == QUEUED,
            outbox.c.due_at <= due_at,
            or_(outbox.c.leased_until.is_(None), outbox.c.leased_until < leased_at),
        )
        .order_by(outbox.c.due_at, outbox.c.akimat_id, outbox.c.notice_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        # PostgreSQL may carry out a bare subquery once more for a row that moved, and so take too many.
        .cte("free")
    )
    chosen = select(free.c.akimat_id, free.c.notice_id)
    statement = (
        update(outbox)
        .where(tuple_(outbox.c.akimat_id, outbox.c.notice_id).in_(chosen))
        .values(leased_until=leased_at + lease, attempts=outbox.c.attempts + 1)
        .returning(outbox)
    )
    return list((await connection.execute(statement)).mappings())


async def settle(
    connection: AsyncConnection, akimat_id: str, notice_id: str, state: str, now: datetime
) -> None:
    """Record what became of a notice: ``SENT``, ``FAILED`` or ``DROPPED``."""
    await _change(connection, akimat_id, notice_id, state=state, settled_at=now, leased_until=None)


async def give_back(
    connection: AsyncConnection, akimat_id: str, notice_id: str, *, until: datetime, is_attempt: bool
) -> None:
    """Leave a notice for later, in real time; a limit of the messenger is no attempt of the notice."""
    attempts = outbox.c.attempts if is_attempt else outbox.c.attempts - 1
    await _change(connection, akimat_id, notice_id, leased_until=until, attempts=attempts)


async def put_off(connection: AsyncConnection, akimat_id: str, notice_id: str, due_at: datetime) -> None:
    """Leave a notice until ``due_at`` of the campaign's clock; that is no attempt of it."""
    attempts = outbox.c.attempts - 1
    await _change(connection, akimat_id, notice_id, due_at=due_at, leased_until=None, attempts=attempts)


async def list_taken(
    connection: AsyncConnection,
    account_id: int,
    kinds: Sequence[str],
    *,
    since: datetime,
    leased_at: datetime,
) -> set[tuple[str, str]]:
    """Return the account's notices of ``kinds`` that were sent from ``since`` on or are being sent now."""
    is_sent = and_(outbox.c.state == SENT, outbox.c.settled_at >= since)
    is_on_its_way = and_(outbox.c.state == QUEUED, outbox.c.leased_until > leased_at)
    query = select(outbox.c.akimat_id, outbox.c.notice_id).where(
        outbox.c.account_id == account_id, outbox.c.kind.in_(kinds), or_(is_sent, is_on_its_way)
    )
    return {(row.akimat_id, row.notice_id) for row in await connection.execute(query)}


async def _change(connection: AsyncConnection, akimat_id: str, notice_id: str, **values: Any) -> None:
    await connection.execute(
        update(outbox)
        .where(outbox.c.akimat_id == akimat_id, outbox.c.notice_id == notice_id)
        .values(**values)
    )


async def delete_notices(connection: AsyncConnection, account_id: int) -> None:
    """Forget the notices of an account, sent or not (M1)."""
    await connection.execute(delete(outbox).where(outbox.c.account_id == account_id))
