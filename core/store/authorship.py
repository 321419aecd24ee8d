"""Which account is told of a person's proposals and questions (B4, E2).

Separate from the tables of proposals, because it reaches across all of them and across campaigns.
"""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.discussion import question
from core.store.proposal import co_author, proposal

_TOLD = (proposal, co_author, question)


async def tell_at(
    connection: AsyncConnection,
    akimat_id: str,
    person_key: bytes,
    account_id: int,
    *,
    only_where_nobody_is: bool = False,
) -> None:
    """Let news of everything that the person wrote in the akimat go to this account (E2)."""
    for table in _TOLD:
        own = (table.c.akimat_id == akimat_id) & (table.c.person_key == person_key)
        if only_where_nobody_is:
            own &= table.c.account_id.is_(None)
        await connection.execute(update(table).where(own).values(account_id=account_id))


async def tell_no_more(
    connection: AsyncConnection, akimat_id: str, person_key: bytes, account_id: int
) -> None:
    """Let no news of what the person wrote go to this account, which is somebody else's now (E2, P1)."""
    for table in _TOLD:
        gone = (table.c.akimat_id == akimat_id) & (table.c.person_key == person_key)
        gone &= table.c.account_id == account_id
        await connection.execute(update(table).where(gone).values(account_id=None))
