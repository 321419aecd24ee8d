"""Which person an account stands for: links by phone, clerk's codes and their sessions."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, key, metadata, of, upsert
from core.store.register import PersonKey

phone_link = Table(
    "phone_link",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("person_key", PersonKey, nullable=False),
    Column("linked_at", Instant, nullable=False),
    # One account, one person: the database refuses a second account of the same person (E2).
    Index("uq_phone_link_person", "akimat_id", "person_key", unique=True),
)

code = Table(
    "code",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("selector", String(8), primary_key=True),
    Column("code_key", LargeBinary(32), nullable=False),
    Column("list_number", Integer, nullable=False),
    Column("person_key", PersonKey, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("used_at", Instant),
    Column("used_by", AccountId),
    Column("issued_by", Integer),
    Column("list_first", Integer, nullable=False, server_default="0"),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)

code_attempt = Table(
    "code_attempt",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("attempted_at", Instant, nullable=False),
)

code_session = Table(
    "code_session",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("session_id", String(16), primary_key=True),
    Column("selector", String(8), nullable=False),
    Column("account_id", AccountId, nullable=False),
    Column("person_key", PersonKey, nullable=False),
    Column("ends_at", Instant, nullable=False),
    # Ended early without an instant: beside the roll's number it would be the time of the vote (ledger 2).
    Column("is_over", Boolean, nullable=False, default=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    Index("ix_code_session_account", "akimat_id", "campaign_id", "account_id", "ends_at"),
)


async def get_phone_link(connection: AsyncConnection, akimat_id: str, account_id: int) -> RowMapping | None:
    """Return which person the account's phone stands for."""
    query = select(phone_link).where(
        phone_link.c.akimat_id == akimat_id, phone_link.c.account_id == account_id
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def get_account_of_person(connection: AsyncConnection, akimat_id: str, person_key: bytes) -> int | None:
    """Return the account that the person's phone is linked to."""
    query = select(phone_link.c.account_id).where(
        phone_link.c.akimat_id == akimat_id, phone_link.c.person_key == person_key
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def move_phone_link(
    connection: AsyncConnection, akimat_id: str, account_id: int, person_key: bytes, now: datetime
) -> None:
    """Link the person to this account alone; any other account of the person loses the link (E2)."""
    await connection.execute(
        delete(phone_link).where(
            phone_link.c.akimat_id == akimat_id,
            phone_link.c.person_key == person_key,
            phone_link.c.account_id != account_id,
        )
    )
    await upsert(
        connection,
        phone_link,
        {
            "akimat_id": akimat_id,
            "account_id": account_id,
            "person_key": person_key,
            "linked_at": now,
        },
    )


async def delete_phone_link(connection: AsyncConnection, akimat_id: str, account_id: int) -> None:
    """Forget which person the account's phone stands for (M1)."""
    await connection.execute(
        delete(phone_link).where(phone_link.c.akimat_id == akimat_id, phone_link.c.account_id == account_id)
    )


async def add_code(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    selector: str,
    code_key: bytes,
    list_number: int,
    person_key: bytes,
    expires_at: datetime,
    **issued: int | None,
) -> None:
    """Keep a code by its hash; ``list_first`` and ``issued_by`` say in which list, by which login (E10)."""
    await connection.execute(
        insert(code).values(
            **key(campaign_id),
            selector=selector,
            code_key=code_key,
            list_number=list_number,
            person_key=person_key,
            expires_at=expires_at,
            **issued,
        )
    )


async def list_selectors(connection: AsyncConnection, campaign_id: CampaignId) -> set[str]:
    """Return the selectors already taken in the campaign."""
    query = select(code.c.selector).where(of(code, campaign_id))
    return set((await connection.execute(query)).scalars())


async def get_code(connection: AsyncConnection, campaign_id: CampaignId, selector: str) -> RowMapping | None:
    """Return the code that the first half names, whether or not the second half fits."""
    query = select(code).where(of(code, campaign_id), code.c.selector == selector)
    return (await connection.execute(query.with_for_update())).mappings().one_or_none()


async def count_code_failure(connection: AsyncConnection, campaign_id: CampaignId, selector: str) -> None:
    """Count one wrong second half against the code (E2)."""
    await connection.execute(
        update(code)
        .where(of(code, campaign_id), code.c.selector == selector)
        .values(failures=code.c.failures + 1)
    )


async def use_code(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    selector: str,
    account_id: int,
    now: datetime,
) -> None:
    """Mark the code as used by the account."""
    await connection.execute(
        update(code)
        .where(of(code, campaign_id), code.c.selector == selector)
        .values(used_at=now, used_by=account_id)
    )


async def count_attempts(
    connection: AsyncConnection, akimat_id: str, account_id: int, since: datetime
) -> int:
    """Return how many wrong codes the account has typed since ``since``."""
    query = (
        select(func.count())
        .select_from(code_attempt)
        .where(
            code_attempt.c.akimat_id == akimat_id,
            code_attempt.c.account_id == account_id,
            code_attempt.c.attempted_at > since,
        )
    )
    return (await connection.execute(query)).scalar_one()


async def count_all_attempts(connection: AsyncConnection, account_id: int) -> int:
    """Return how many wrong codes of the account are kept, over all akimats (M1)."""
    query = select(func.count()).select_from(code_attempt).where(code_attempt.c.account_id == account_id)
    return (await connection.execute(query)).scalar_one()


async def add_attempt(connection: AsyncConnection, akimat_id: str, account_id: int, now: datetime) -> None:
    """Count one wrong code against the account; the account's row must be locked."""
    last = (
        select(func.coalesce(func.max(code_attempt.c.ordinal), 0))
        .where(code_attempt.c.akimat_id == akimat_id, code_attempt.c.account_id == account_id)
        .scalar_subquery()
    )
    values = {"akimat_id": akimat_id, "account_id": account_id, "ordinal": last + 1, "attempted_at": now}
    await connection.execute(insert(code_attempt).values(**values))


async def add_session(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    session_id: str,
    selector: str,
    account_id: int,
    person_key: bytes,
    ends_at: datetime,
) -> None:
    """Begin the session of a code."""
    await connection.execute(
        insert(code_session).values(
            **key(campaign_id),
            session_id=session_id,
            selector=selector,
            account_id=account_id,
            person_key=person_key,
            ends_at=ends_at,
        )
    )


async def get_running_session(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, now: datetime
) -> RowMapping | None:
    """Return the code session that runs on the account at ``now``: ``now < ends_at``."""
    query = (
        select(code_session)
        .where(
            of(code_session, campaign_id),
            code_session.c.account_id == account_id,
            code_session.c.ends_at > now,
            code_session.c.is_over.is_(False),
        )
        .order_by(code_session.c.ends_at.desc())
        .limit(1)
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def get_session(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, session_id: str
) -> RowMapping | None:
    """Return a session of this account by its id, running or ended."""
    query = select(code_session).where(
        of(code_session, campaign_id),
        code_session.c.account_id == account_id,
        code_session.c.session_id == session_id,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def end_sessions(connection: AsyncConnection, campaign_id: CampaignId, account_id: int) -> None:
    """End whatever session runs on the account."""
    await connection.execute(
        update(code_session)
        .where(of(code_session, campaign_id), code_session.c.account_id == account_id)
        .values(is_over=True)
    )


async def delete_sessions(connection: AsyncConnection, akimat_id: str, account_id: int) -> None:
    """Forget the sessions of an account and its wrong codes (M1)."""
    for table in (code_session, code_attempt):
        await connection.execute(
            delete(table).where(table.c.akimat_id == akimat_id, table.c.account_id == account_id)
        )


async def list_used_codes(connection: AsyncConnection, akimat_id: str, account_id: int) -> Sequence[datetime]:
    """Return when codes were used on the account, oldest first (M1)."""
    query = (
        select(code.c.used_at)
        .where(code.c.akimat_id == akimat_id, code.c.used_by == account_id)
        .order_by(code.c.used_at)
    )
    return (await connection.execute(query)).scalars().all()
