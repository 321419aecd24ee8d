"""Who still gets an announcement: a row for each person, taken with a lease, deleted when all is over (G2).

Separate from the announcements, because these rows are many and short-lived. They hold no instant of a
settlement and no reason why somebody was left out: beside an account either could tell when it voted.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.announcement import announcement
from core.store.announcement_audience import is_wanted
from core.store.base import AccountId, Instant, Slug, metadata, of
from core.store.place import account

QUEUED, LEASED, FLYING = "queued", "leased", "flying"
"""Still to come; taken by a worker; on its way, so that after a crash nobody knows whether it arrived."""

SENT, BLOCKED, FAILED, UNKNOWN = "sent", "blocked", "failed", "unknown"
STOPPED, UNREACHABLE = "stopped", "unreachable"

OPEN = (QUEUED, LEASED, FLYING)

FREE: Mapping[str, Any] = MappingProxyType({"state": QUEUED, "holder": None, "leased_until": None})
"""The columns of somebody who waits."""

announcement_recipient = Table(
    "announcement_recipient",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("state", String(12), nullable=False),
    # Whose lease it is: only that one may say what became of the message.
    Column("holder", String(16)),
    # Of a queued one: before this real instant it is not tried again.
    Column("leased_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("is_repeated", Boolean, nullable=False, default=False),
    # Whether it is one of the first, whose fate decides about the others.
    Column("is_trial", Boolean, nullable=False, default=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["announcement.akimat_id", "announcement.campaign_id", "announcement.number"],
    ),
    Index("ix_announcement_recipient_state", "akimat_id", "campaign_id", "number", "state", "account_id"),
    Index("ix_announcement_recipient_account", "account_id"),
)

_T = announcement_recipient


def _own(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    return and_(of(_T, campaign_id), _T.c.number == number)


async def add_recipients(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, meant: ColumnElement[bool]
) -> int:
    """Enter everybody who is ``meant``, by one statement, and return how many they are.

    Those who want no announcements, or cannot be reached, are entered as such.
    """
    state = case((account.c.is_unreachable.is_(True), UNREACHABLE), (~is_wanted(), STOPPED), else_=QUEUED)
    columns: dict[str, ColumnElement[Any]] = {
        "akimat_id": literal(campaign_id.akimat),
        "campaign_id": literal(campaign_id.campaign),
        "number": literal(number),
        "account_id": account.c.account_id,
        "state": state,
        "attempts": literal(0),
        "is_repeated": literal(value=False),
        "is_trial": literal(value=False),
    }
    rows = select(*columns.values()).where(meant)
    return (await connection.execute(insert(_T).from_select(list(columns), rows))).rowcount


async def claim(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    holder: str,
    now: datetime,
    until: datetime,
    limit: int,
    is_trial: bool | None = None,
) -> Sequence[int]:
    """Lease up to ``limit`` people who wait and return their accounts.

    ``is_trial``: only those who are on trial, or who are not and come on trial now; ``None``: anybody.
    """
    is_free = or_(_T.c.leased_until.is_(None), _T.c.leased_until < now)
    free = select(_T.c.account_id).where(_own(campaign_id, number), _T.c.state == QUEUED, is_free)
    values: dict[str, Any] = {"state": LEASED, "holder": holder, "leased_until": until}
    if is_trial is not None:
        free = free.where(_T.c.is_trial.is_(is_trial))
        values["is_trial"] = True
    # In a subquery PostgreSQL may choose anew for each row, and take more than the limit.
    chosen = free.order_by(_T.c.account_id).limit(limit).with_for_update(skip_locked=True).cte("chosen")
    statement = (
        update(_T)
        .where(_own(campaign_id, number), _T.c.account_id.in_(select(chosen.c.account_id)))
        .values(**values)
        .returning(_T.c.account_id)
    )
    return sorted((await connection.execute(statement)).scalars())


async def release_expired(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, now: datetime
) -> None:
    """Let people wait again whose worker has not come back before anything was sent to them."""
    lost = (_own(campaign_id, number), _T.c.state == LEASED, _T.c.leased_until < now)
    await connection.execute(update(_T).where(*lost).values(**FREE))


async def take_lost(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, now: datetime, repeats: bool
) -> int:
    """Decide about messages whose worker was lost while they were on their way; return how many they were.

    With ``repeats`` each is queued once more, and marked so; a second time, or without it, it is unknown.
    """
    lost = (_own(campaign_id, number), _T.c.state == FLYING, _T.c.leased_until < now)
    done = 0
    if repeats:
        statement = update(_T).where(*lost, _T.c.is_repeated.is_(False)).values(**FREE, is_repeated=True)
        done = (await connection.execute(statement)).rowcount
    return done + (await connection.execute(update(_T).where(*lost).values(state=UNKNOWN))).rowcount


async def board(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    accounts: Collection[int],
    *,
    holder: str,
    until: datetime,
) -> Sequence[int]:
    """Put people on their way, as far as ``holder`` still has their leases, and return who they are."""
    statement = (
        update(_T)
        .where(_held(campaign_id, number, accounts, holder), _T.c.state == LEASED)
        .values(state=FLYING, leased_until=until)
        .returning(_T.c.account_id)
    )
    return list((await connection.execute(statement)).scalars())


async def settle(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    accounts: Collection[int],
    *,
    holder: str,
    values: Mapping[str, Any],
) -> Sequence[int]:
    """Write what became of people whom ``holder`` has; what was taken from it meanwhile stays as it is."""
    statement = (
        update(_T)
        .where(_held(campaign_id, number, accounts, holder), _T.c.state.in_((LEASED, FLYING)))
        .values(**values)
        .returning(_T.c.account_id)
    )
    return list((await connection.execute(statement)).scalars())


async def forget(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, accounts: Collection[int], holder: str
) -> None:
    """Delete the rows of those who are no longer meant: they are counted by what is missing."""
    await connection.execute(delete(_T).where(_held(campaign_id, number, accounts, holder)))


async def look_up(
    connection: AsyncConnection,
    accounts: Collection[int],
    meant: ColumnElement[bool],
    campaign_id: CampaignId,
    number: int,
) -> Sequence[RowMapping]:
    """Return what is known now about people who are next: languages, wishes, whether they are still meant."""
    query = (
        select(
            _T.c.account_id,
            _T.c.attempts,
            _T.c.is_repeated,
            account.c.language,
            account.c.is_unreachable,
            is_wanted().label("is_wanted"),
            case((meant, True), else_=False).label("is_meant"),
        )
        .join(account, account.c.account_id == _T.c.account_id)
        .where(_own(campaign_id, number), _T.c.account_id.in_(list(accounts)))
    )
    return list((await connection.execute(query)).mappings())


async def count_states(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, is_trial: bool = False
) -> dict[str, int]:
    """Return how many people are in each state, of the first alone where asked."""
    query = select(_T.c.state, func.count()).where(_own(campaign_id, number)).group_by(_T.c.state)
    if is_trial:
        query = query.where(_T.c.is_trial.is_(True))
    return {row[0]: row[1] for row in await connection.execute(query)}


async def count_repeated(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> int:
    """Return how many people may have got it twice."""
    query = select(func.count()).select_from(_T).where(_own(campaign_id, number), _T.c.is_repeated.is_(True))
    return (await connection.execute(query)).scalar_one()


async def is_any(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, states: Collection[str]
) -> bool:
    """Say whether anybody is in one of ``states``."""
    query = select(_T.c.account_id).where(_own(campaign_id, number), _T.c.state.in_(states)).limit(1)
    return (await connection.execute(query)).first() is not None


async def end_trial(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> None:
    """Let the first people count like all others."""
    own = (_own(campaign_id, number), _T.c.is_trial.is_(True))
    await connection.execute(update(_T).where(*own).values(is_trial=False))


async def list_left(connection: AsyncConnection) -> Sequence[tuple[CampaignId, int]]:
    """Return every akimat's announcements whose report is kept and whose recipients are not deleted yet."""
    columns = (announcement.c.akimat_id, announcement.c.campaign_id, announcement.c.number)
    left = exists().where(
        _T.c.akimat_id == announcement.c.akimat_id,
        _T.c.campaign_id == announcement.c.campaign_id,
        _T.c.number == announcement.c.number,
    )
    rows = await connection.execute(select(*columns).where(announcement.c.report.is_not(None), left))
    return [(CampaignId(row.akimat_id, row.campaign_id), row.number) for row in rows]


async def delete_some(connection: AsyncConnection, campaign_id: CampaignId, number: int, limit: int) -> int:
    """Delete up to ``limit`` recipients of what is over, and return how many there were."""
    keys = (_T.c.akimat_id, _T.c.campaign_id, _T.c.number, _T.c.account_id)
    some = select(*keys).where(_own(campaign_id, number)).limit(limit)
    return (await connection.execute(delete(_T).where(tuple_(*keys).in_(some)))).rowcount


async def delete_recipient(connection: AsyncConnection, account_id: int) -> None:
    """Forget an account everywhere (M1)."""
    await connection.execute(delete(_T).where(_T.c.account_id == account_id))


def _held(
    campaign_id: CampaignId, number: int, accounts: Collection[int], holder: str
) -> ColumnElement[bool]:
    return and_(_own(campaign_id, number), _T.c.account_id.in_(list(accounts)), _T.c.holder == holder)
