"""Notices that wait for the day's one notice of their account; apart from the outbox, where each goes alone.

An account has one digest over all akimats: its row is queued anew for each day that has something to tell.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import key
from core.store.outbox import HELD, QUEUED, outbox


async def hold(connection: AsyncConnection, akimat_id: str, notice_id: str) -> None:
    """Keep a notice for the digest of its account; that is no attempt of it."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.akimat_id == akimat_id, outbox.c.notice_id == notice_id)
        .values(state=HELD, leased_until=None, attempts=outbox.c.attempts - 1)
    )


async def get_digest(connection: AsyncConnection, account_id: int, kind: str) -> RowMapping | None:
    """Return the account's digest, waiting or told; the account's row must be locked."""
    query = select(outbox).where(outbox.c.account_id == account_id, outbox.c.kind == kind)
    return (await connection.execute(query)).mappings().one_or_none()


async def queue_digest(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, kind: str, due_at: datetime
) -> None:
    """Queue the account's digest, in the place of a former one; the account's row must be locked."""
    await connection.execute(delete(outbox).where(outbox.c.account_id == account_id, outbox.c.kind == kind))
    row = {"notice_id": f"{kind}:{account_id}", "account_id": account_id, "kind": kind, "facts": {}}
    await connection.execute(insert(outbox).values(**key(campaign_id), **row, state=QUEUED, due_at=due_at))


async def list_held(
    connection: AsyncConnection, account_id: int, *, is_taken: bool = False
) -> Sequence[RowMapping]:
    """Return the account's held notices, oldest first; ``is_taken`` asks for those in a digest alone."""
    query = select(outbox).where(outbox.c.account_id == account_id, outbox.c.state == HELD)
    if is_taken:
        query = query.where(outbox.c.leased_until.is_not(None))
    rows = await connection.execute(query.order_by(outbox.c.due_at, outbox.c.akimat_id, outbox.c.notice_id))
    return list(rows.mappings())


async def take(connection: AsyncConnection, akimat_id: str, notice_id: str, until: datetime | None) -> None:
    """Let the digest under way take a held notice; without ``until`` it leaves it to a later one."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.akimat_id == akimat_id, outbox.c.notice_id == notice_id, outbox.c.state == HELD)
        .values(leased_until=until)
    )


async def take_all(connection: AsyncConnection, account_id: int, until: datetime) -> None:
    """Let the digest under way take every notice that is held for the account."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.account_id == account_id, outbox.c.state == HELD)
        .values(leased_until=until)
    )


async def settle_taken(connection: AsyncConnection, account_id: int, state: str, now: datetime) -> None:
    """Record that what the digest took shares its fate; what came later waits for the next one."""
    await connection.execute(
        update(outbox)
        .where(outbox.c.account_id == account_id, outbox.c.state == HELD, outbox.c.leased_until.is_not(None))
        .values(state=state, settled_at=now, leased_until=None)
    )
