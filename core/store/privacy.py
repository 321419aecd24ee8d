"""Consents by version and language, as they were given (M1)."""

from datetime import datetime

from sqlalchemy import Column, Integer, String, Table, delete, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.base import AccountId, Instant, Slug, add_missing, metadata

consent = Table(
    "consent",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("language", String(2), nullable=False),
    Column("given_at", Instant, nullable=False),
)


async def get_consent(
    connection: AsyncConnection, akimat_id: str, account_id: int, version: int
) -> RowMapping | None:
    """Return when and in which language the account agreed to this version."""
    query = select(consent).where(
        consent.c.akimat_id == akimat_id, consent.c.account_id == account_id, consent.c.version == version
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def keep_consent(
    connection: AsyncConnection,
    akimat_id: str,
    account_id: int,
    *,
    version: int,
    language: str,
    now: datetime,
) -> None:
    """Record a consent; the first one of a version stands."""
    await add_missing(
        connection,
        consent,
        {
            "akimat_id": akimat_id,
            "account_id": account_id,
            "version": version,
            "language": language,
            "given_at": now,
        },
    )


async def delete_consents(connection: AsyncConnection, akimat_id: str, account_id: int) -> None:
    """Withdraw every consent of an account (M1)."""
    await connection.execute(
        delete(consent).where(consent.c.akimat_id == akimat_id, consent.c.account_id == account_id)
    )
