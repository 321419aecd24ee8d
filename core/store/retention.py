"""What is deleted when its term is over; apart from the tables, because it reaches across many (M2)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Delete, Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Author, Contents
from core.store.appeal import appeal
from core.store.audit import access_entry, act_entry
from core.store.base import of
from core.store.contents import files_of, from_json, to_json
from core.store.discussion import question
from core.store.files import file_use, proposal_use
from core.store.outbox import outbox
from core.store.paper_vote import cut_people
from core.store.papers import paper, upload_link
from core.store.proposal import change_proposal, co_author, proposal, proposal_version
from core.store.proposal_history import was_read
from core.store.register import registration, resident, resident_phone
from core.store.staff import staff_invitation, staff_session
from core.store.verification import code, code_attempt, code_session, phone_link
from core.store.voting import participation

_WORDLESS = {"title": "", "landmark": "", "folded": "", "latitude": None, "longitude": None}
"""What is left in the columns of a proposal whose contents are gone."""


async def delete_settled_notices(
    connection: AsyncConnection, campaign_id: CampaignId, before: datetime
) -> int:
    """Delete the notices that were sent, dropped or given up before ``before``."""
    return await _count(
        connection, delete(outbox).where(of(outbox, campaign_id), outbox.c.settled_at < before)
    )


async def list_numbers(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[int]:
    """Return the numbers of a campaign's proposals."""
    query = select(proposal.c.number).where(of(proposal, campaign_id)).order_by(proposal.c.number)
    return (await connection.execute(query)).scalars().all()


async def cut_accounts(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    """Let no proposal and no question of the campaign say any more from which account it came."""
    for table in (proposal, co_author, question):
        await connection.execute(
            update(table)
            .where(of(table, campaign_id), table.c.account_id.is_not(None))
            .values(account_id=None)
        )


async def delete_papers(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    """Delete the campaign's papers about third persons and the links by which they came."""
    for table in (paper, upload_link):
        await connection.execute(delete(table).where(of(table, campaign_id)))


async def strip(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> bool:
    """Leave of a proposal what was published: no author, no originals, no file of the estimate, no papers.

    Former versions go, and of one that nobody at the akimat has read every word and picture: that was never
    published. Number, status, place and cost stay. Says whether there was anything else.
    """
    has_former = await _delete_former(connection, campaign_id, number)
    is_read = await was_read(connection, campaign_id, number)
    row = (await connection.execute(_versions(campaign_id, number))).one()
    contents = from_json(row.contents)
    left = _published(contents) if is_read else _unread(contents)
    if left != contents:
        await _replace(connection, campaign_id, number, row.version, left)
        if not is_read:
            await change_proposal(connection, campaign_id, number, **_WORDLESS)
    has_dropped = await _drop_other_uses(connection, campaign_id, number, files_of(left))
    return left != contents or has_former or has_dropped


def _versions(campaign_id: CampaignId, number: int) -> Select[tuple[int, dict[str, Any]]]:
    return (
        select(proposal_version.c.version, proposal_version.c.contents)
        .where(of(proposal_version, campaign_id), proposal_version.c.number == number)
        .order_by(proposal_version.c.version)
    )


async def _delete_former(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> bool:
    current = select(proposal.c.version).where(of(proposal, campaign_id), proposal.c.number == number)
    statement = delete(proposal_version).where(
        of(proposal_version, campaign_id),
        proposal_version.c.number == number,
        proposal_version.c.version < current.scalar_subquery(),
    )
    return await _count(connection, statement) > 0


def _published(contents: Contents) -> Contents:
    return replace(
        contents,
        author=Author(kind=contents.author.kind),
        pictures=tuple(replace(each, original=each.published) for each in contents.pictures),
        estimate=replace(contents.estimate, file=None),
    )


def _unread(contents: Contents) -> Contents:
    return Contents(
        language=contents.language,
        direction=contents.direction,
        territory=contents.territory,
        author=Author(kind=contents.author.kind),
    )


async def _replace(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, version: int, contents: Contents
) -> None:
    await connection.execute(
        update(proposal_version)
        .where(
            of(proposal_version, campaign_id),
            proposal_version.c.number == number,
            proposal_version.c.version == version,
        )
        .values(contents=to_json(contents))
    )


async def _drop_other_uses(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, kept: Collection[str]
) -> bool:
    statement = delete(file_use).where(
        file_use.c.akimat_id == campaign_id.akimat,
        file_use.c.used_by == proposal_use(campaign_id, number),
        file_use.c.digest.not_in(kept),
    )
    return await _count(connection, statement) > 0


async def clear_appeals(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Leave of the campaign's appeals what was decided; return how many had words of their author still."""
    statement = update(appeal).where(of(appeal, campaign_id), appeal.c.text != "").values(text="")
    return (await connection.execute(statement)).rowcount


async def delete_office_sessions(connection: AsyncConnection, akimat_id: str, before: datetime) -> int:
    """Delete sessions of staff that began before ``before``, and links that were over by then."""
    over = staff_invitation.c.expires_at < before
    await connection.execute(delete(staff_invitation).where(staff_invitation.c.akimat_id == akimat_id, over))
    begun = staff_session.c.begun_at < before
    statement = delete(staff_session).where(staff_session.c.akimat_id == akimat_id, begun)
    return await _count(connection, statement)


async def delete_logs(
    connection: AsyncConnection, akimat_id: str, campaign: str | None, before: datetime
) -> int:
    """Delete the lines of both logs about a campaign, or about none, that were written before ``before``.

    The newest line of a log stays, whatever its age: otherwise its number would be given a second time.
    """
    gone = 0
    for table in (act_entry, access_entry):
        newest = select(func.max(table.c.entry)).where(table.c.akimat_id == akimat_id).scalar_subquery()
        own = (table.c.akimat_id == akimat_id, table.c.campaign_id.is_not_distinct_from(campaign))
        old = delete(table).where(*own, table.c.at < before, table.c.entry < newest)
        gone += await _count(connection, old)
    return gone


async def delete_register(connection: AsyncConnection, akimat_id: str) -> int:
    """Delete the akimat's register and whose telephone is whose; return how many people it had."""
    for table in (phone_link, resident_phone, registration):
        await connection.execute(delete(table).where(table.c.akimat_id == akimat_id))
    return await _count(connection, delete(resident).where(resident.c.akimat_id == akimat_id))


async def delete_participations(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Delete who took part, by which code or line; the published roll stays (ledger 2). Return how many."""
    await connection.execute(delete(code).where(of(code, campaign_id)))
    await cut_people(connection, campaign_id)
    return await _count(connection, delete(participation).where(of(participation, campaign_id)))


async def delete_sessions(connection: AsyncConnection, campaign_id: CampaignId, before: datetime) -> int:
    """Delete the sessions of codes that were to end before ``before``."""
    statement = delete(code_session).where(of(code_session, campaign_id), code_session.c.ends_at < before)
    return await _count(connection, statement)


async def delete_attempts(connection: AsyncConnection, akimat_id: str, before: datetime) -> int:
    """Delete the wrong codes that were typed before ``before``."""
    statement = delete(code_attempt).where(
        code_attempt.c.akimat_id == akimat_id, code_attempt.c.attempted_at < before
    )
    return await _count(connection, statement)


async def _count(connection: AsyncConnection, statement: Delete) -> int:
    return (await connection.execute(statement)).rowcount
