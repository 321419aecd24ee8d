"""What stands of proposals beside an account, and what goes of it when its owner asks (M1).

Separate from the tables of proposals, because it reaches across all of them and across campaigns.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import of
from core.store.discussion import question
from core.store.draft import draft
from core.store.files import draft_use, drop_uses
from core.store.papers import paper, upload_link
from core.store.proposal import co_author, proposal
from core.store.staff import staff


async def list_linked(connection: AsyncConnection, account_id: int) -> Sequence[bytes]:
    """Return whose proposals and questions stand beside the account: a person's key for each of them."""
    keys: list[bytes] = []
    for table in (proposal, co_author, question):
        query = select(table.c.person_key).where(table.c.account_id == account_id)
        keys.extend((await connection.execute(query)).scalars())
    return keys


async def delete_drafts(connection: AsyncConnection, account_id: int) -> None:
    """Erase every application that the account has begun, with its need of files; submitted ones stay."""
    rows = await connection.execute(select(draft).where(draft.c.account_id == account_id))
    for row in rows.mappings():
        use = draft_use(CampaignId(row["akimat_id"], row["campaign_id"]), row["draft_id"])
        await drop_uses(connection, row["akimat_id"], use)
    await connection.execute(delete(draft).where(draft.c.account_id == account_id))


async def delete_unanswered(connection: AsyncConnection, akimat_id: str, person_key: bytes) -> None:
    """Erase the person's questions that nobody has answered."""
    await connection.execute(
        delete(question).where(
            question.c.akimat_id == akimat_id,
            question.c.person_key == person_key,
            question.c.answer.is_(None),
        )
    )


async def cut_account(connection: AsyncConnection, account_id: int) -> None:
    """Let no proposal and no question say any more from which account it came."""
    for table in (proposal, co_author, question):
        await connection.execute(
            update(table).where(table.c.account_id == account_id).values(account_id=None)
        )


async def is_of_staff(connection: AsyncConnection, account_id: int) -> bool:
    """Say whether reminders of the office come to the account."""
    query = select(staff.c.staff_id).where(staff.c.account_id == account_id)
    return (await connection.execute(query)).first() is not None


async def cut_staff(connection: AsyncConnection, account_id: int) -> None:
    """Let no login of the office be reminded at the account any more."""
    await connection.execute(update(staff).where(staff.c.account_id == account_id).values(account_id=None))


async def delete_papers_of(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> None:
    """Delete the papers of one proposal and the links by which they came."""
    for table in (paper, upload_link):
        await connection.execute(delete(table).where(of(table, campaign_id), table.c.number == number))
