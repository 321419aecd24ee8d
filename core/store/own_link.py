"""Whom a telephone stands for as long as its owner uses it; apart from the links, for helper mode bars it."""

from sqlalchemy import exists, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.helper import helping
from core.store.verification import phone_link


async def get_own_link(connection: AsyncConnection, akimat_id: str, account_id: int) -> RowMapping | None:
    """Return which person the account's phone stands for, none while it serves others (K1)."""
    query = select(phone_link).where(
        phone_link.c.akimat_id == akimat_id,
        phone_link.c.account_id == account_id,
        ~exists().where(helping.c.account_id == account_id),
    )
    return (await connection.execute(query)).mappings().one_or_none()
