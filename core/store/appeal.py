"""Appeals against a refusal: one a proposal, and what others made of it (B6)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    exists,
    func,
    insert,
    select,
    union,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.language import Text as BothTexts
from core.model.proposal import ProposalStatus
from core.store.base import Instant, Slug, key, metadata, of
from core.store.council import sitting, sitting_item
from core.store.opinion import opinion
from core.store.proposal import proposal
from core.store.proposal_history import proposal_event
from core.store.review import formal_check
from core.store.staff import staff

appeal = Table(
    "appeal",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    # Once: a second appeal finds the first one's row (B6).
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Which step of the proposal's history is appealed against.
    Column("ordinal", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("filed_at", Instant, nullable=False),
    Column("due_at", Instant),
    # The login that typed it in from paper; empty for what came by the bot. He decides nothing of it (B6).
    Column("entered_by", Integer),
    # Empty while it waits.
    Column("is_upheld", Boolean),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    Column("decided_by", Integer),
    Column("decided_at", Instant),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


async def add_appeal(connection: AsyncConnection, campaign_id: CampaignId, filed: Appeal) -> None:
    """Enter an appeal that waits; the caller holds the proposal's row and has seen that there is none."""
    row = {
        "number": filed.number,
        "ordinal": filed.ordinal,
        "text": filed.text,
        "language": filed.language.value,
        "filed_at": filed.filed_at,
        "due_at": filed.due_at,
        "entered_by": filed.entered_by,
    }
    await connection.execute(insert(appeal).values(**key(campaign_id), **row))


async def get_appeal(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Appeal | None:
    """Return the appeal of a proposal, waiting or decided."""
    query = select(appeal).where(of(appeal, campaign_id), appeal.c.number == number)
    row = (await connection.execute(query)).mappings().one_or_none()
    return _read_appeal(row) if row is not None else None


async def list_lines(
    connection: AsyncConnection, campaign_id: CampaignId, *, offset: int, limit: int
) -> Sequence[RowMapping]:
    """Return a page of appeals without their words: those that wait first, by the end of their terms.

    ``is_of_council`` says that the proposal had been registered before it was refused.
    """
    event = proposal_event.c
    had_passed = exists().where(
        event.akimat_id == appeal.c.akimat_id,
        event.campaign_id == appeal.c.campaign_id,
        event.number == appeal.c.number,
        event.ordinal < appeal.c.ordinal,
        event.status == ProposalStatus.REGISTERED.value,
    )
    columns = [appeal.c[name] for name in ("number", "filed_at", "due_at", "is_upheld")]
    # Where no term is known, the instant of filing stands in its place.
    order = (
        appeal.c.decided_at.is_not(None),
        appeal.c.due_at.is_(None),
        func.coalesce(appeal.c.due_at, appeal.c.filed_at),
        appeal.c.number,
    )
    query = (
        select(*columns, proposal.c.title, had_passed.label("is_of_council"))
        .join(proposal, _is_of(proposal))
        .where(of(appeal, campaign_id))
        .order_by(*order)
    )
    return list((await connection.execute(query.offset(offset).limit(limit))).mappings())


async def count_appeals(connection: AsyncConnection, campaign_id: CampaignId) -> tuple[int, int]:
    """Return how many appeals wait to be decided, and how many there are."""
    decided = func.count(appeal.c.decided_at)
    query = select(func.count() - decided, func.count()).where(of(appeal, campaign_id))
    waiting, every = (await connection.execute(query)).one()
    return waiting, every


async def settle_appeal(connection: AsyncConnection, campaign_id: CampaignId, decided: Appeal) -> None:
    """Keep what was decided on the appeal, by which login and why."""
    values: dict[str, Any] = {
        "is_upheld": decided.is_upheld,
        "reason_kk": decided.reason.kk if decided.reason is not None else None,
        "reason_ru": decided.reason.ru if decided.reason is not None else None,
        "decided_by": decided.decided_by,
        "decided_at": decided.decided_at,
    }
    own = (of(appeal, campaign_id), appeal.c.number == decided.number)
    await connection.execute(update(appeal).where(*own).values(**values))


async def list_first_deciders(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, ordinal: int
) -> frozenset[bytes]:
    """Return the persons behind the refusal that is the step ``ordinal`` of a proposal's history.

    Who entered it, who checked the refused version by form, each member of the council with an opinion on it,
    a declared conflict included, the secretary of that sitting, and who concluded, closed and published.
    """
    entered = select(proposal_event.c.staff_id).where(
        of(proposal_event, campaign_id),
        proposal_event.c.number == number,
        proposal_event.c.ordinal == ordinal,
        proposal_event.c.staff_id.is_not(None),
    )
    judged = select(opinion.c.staff_id).where(of(opinion, campaign_id), opinion.c.number == number)
    # What is refused is not reworked: the version of now is the one that was refused.
    checked = select(formal_check.c.staff_id).where(
        of(formal_check, campaign_id),
        of(proposal, campaign_id),
        formal_check.c.number == number,
        proposal.c.number == number,
        formal_check.c.version == proposal.c.version,
    )
    logins = (
        sitting.c.secretary_id,
        sitting_item.c.concluded_by,
        sitting.c.closed_by,
        sitting.c.published_by,
    )
    kept = [_of_sittings(campaign_id, number, login) for login in logins]
    first = union(entered, checked, judged, *kept)
    query = select(staff.c.person_key).where(
        staff.c.akimat_id == campaign_id.akimat, staff.c.staff_id.in_(first)
    )
    return frozenset((await connection.execute(query)).scalars())


def _of_sittings(campaign_id: CampaignId, number: int, login: ColumnElement[int]) -> Select[int]:
    """Return a login of each sitting that had the proposal on its agenda."""
    return select(login).where(
        of(sitting, campaign_id),
        of(sitting_item, campaign_id),
        sitting_item.c.sitting == sitting.c.sitting,
        sitting_item.c.number == number,
        login.is_not(None),
    )


def _is_of(table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.akimat_id == appeal.c.akimat_id,
        table.c.campaign_id == appeal.c.campaign_id,
        table.c.number == appeal.c.number,
    )


def _read_appeal(row: RowMapping) -> Appeal:
    kk, ru = row["reason_kk"], row["reason_ru"]
    return Appeal(
        number=row["number"],
        ordinal=row["ordinal"],
        text=row["text"],
        language=Language(row["language"]),
        filed_at=row["filed_at"],
        due_at=row["due_at"],
        entered_by=row["entered_by"],
        is_upheld=row["is_upheld"],
        reason=BothTexts(kk=kk, ru=ru) if kk is not None else None,
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
    )
