"""What waits for whom in the office, counted and cut into pages by the database (L2)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, or_, select, true
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import QuestionState
from core.model.proposal import ProposalStatus
from core.model.review import Queue
from core.store.appeal import appeal
from core.store.base import of
from core.store.discussion import question
from core.store.papers import paper
from core.store.proposal import proposal, proposal_version
from core.store.review import site_check

_AWAITING = (ProposalStatus.SUBMITTED, ProposalStatus.RETURNED, ProposalStatus.REGISTERED)
"""As long as papers can change a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which proposals a page has; ``None`` leaves a filter out, ``late`` and ``today`` are instants."""

    queue: Queue
    now: datetime
    status: str | None = None
    territories: Collection[str] | None = None
    direction: str | None = None
    numbers: Collection[int] | None = None


def _is_status(status: ProposalStatus) -> ColumnElement[bool]:
    return proposal.c.status == status.value


def _has_site_check() -> ColumnElement[bool]:
    return exists().where(
        site_check.c.akimat_id == proposal.c.akimat_id,
        site_check.c.campaign_id == proposal.c.campaign_id,
        site_check.c.number == proposal.c.number,
    )


def _has_paper() -> ColumnElement[bool]:
    return exists().where(
        paper.c.akimat_id == proposal.c.akimat_id,
        paper.c.campaign_id == proposal.c.campaign_id,
        paper.c.number == proposal.c.number,
    )


def _in_queue(queue: Queue, now: datetime) -> ColumnElement[bool]:
    match queue:
        case Queue.CHECK:
            return _is_status(ProposalStatus.SUBMITTED)
        case Queue.REWORK:
            # Without a term nothing but the clerk ends a rework, so it stays on his list.
            is_over = or_(proposal.c.due_at.is_(None), proposal.c.due_at <= now)
            return and_(_is_status(ProposalStatus.RETURNED), is_over)
        case Queue.SITE:
            return and_(_is_status(ProposalStatus.REGISTERED), ~_has_site_check())
        case Queue.COUNCIL:
            return and_(_is_status(ProposalStatus.REGISTERED), _has_site_check())
        case Queue.PAPERS:
            statuses = [status.value for status in _AWAITING]
            is_asked = and_(proposal.c.papers_due_at.is_not(None), proposal.c.status.in_(statuses))
            return and_(is_asked, ~_has_paper())
        case Queue.ALL:
            return true()


def _filters(sought: Sought) -> Iterator[ColumnElement[bool]]:
    yield _in_queue(sought.queue, sought.now)
    if sought.status is not None:
        yield proposal.c.status == sought.status
    if sought.territories is not None:
        yield proposal.c.territory.in_(sought.territories)
    if sought.direction is not None:
        yield proposal.c.direction == sought.direction
    if sought.numbers is not None:
        yield proposal.c.number.in_(sought.numbers) if sought.numbers else false()


# Looked up row by row: without statistics a join would compare every proposal with every version.
_CAME_AT = func.coalesce(
    select(proposal_version.c.submitted_at)
    .where(
        proposal_version.c.akimat_id == proposal.c.akimat_id,
        proposal_version.c.campaign_id == proposal.c.campaign_id,
        proposal_version.c.number == proposal.c.number,
        proposal_version.c.version == proposal.c.version,
    )
    .correlate(proposal)
    .scalar_subquery(),
    proposal.c.submitted_at,
)
_ORDERS: Mapping[Queue, ColumnElement[Any]] = {
    Queue.CHECK: _CAME_AT,
    Queue.REWORK: proposal.c.due_at,
    Queue.PAPERS: proposal.c.papers_due_at,
}
_SHOWN = (
    "number",
    "title",
    "direction",
    "territory",
    "landmark",
    "status",
    "cost",
    "channel",
    "version",
    "due_at",
    "papers_due_at",
    "submitted_at",
)
"""Columns of a line; who proposes is not among them (L2)."""


def _lines(campaign_id: CampaignId) -> Select[Any]:
    columns = [proposal.c[name] for name in _SHOWN]
    return select(*columns, _CAME_AT.label("came_at")).where(of(proposal, campaign_id))


async def list_lines(
    connection: AsyncConnection, campaign_id: CampaignId, sought: Sought, *, offset: int, limit: int | None
) -> Sequence[RowMapping]:
    """Return a page of proposals, what is due first first; ``limit`` is ``None`` for all of them."""
    order = [_ORDERS[sought.queue]] if sought.queue in _ORDERS else []
    query = _lines(campaign_id).where(*_filters(sought)).order_by(*order, proposal.c.number)
    return list((await connection.execute(query.offset(offset).limit(limit))).mappings())


async def count_lines(connection: AsyncConnection, campaign_id: CampaignId, sought: Sought) -> int:
    """Return how many proposals there are on all pages together."""
    query = select(func.count()).select_from(proposal).where(of(proposal, campaign_id), *_filters(sought))
    return (await connection.execute(query)).scalar_one()


async def count_queues(
    connection: AsyncConnection, campaign_id: CampaignId, now: datetime
) -> dict[Queue, int]:
    """Return how many proposals wait in each queue, by one statement."""
    sums = [func.sum(case((_in_queue(queue, now), 1), else_=0)).label(queue.value) for queue in Queue]
    row = (await connection.execute(select(*sums).where(of(proposal, campaign_id)))).mappings().one()
    return {queue: row[queue.value] or 0 for queue in Queue}


async def count_came_before(
    connection: AsyncConnection, campaign_id: CampaignId, instants: Sequence[datetime]
) -> list[int]:
    """Return for each instant how many of what waits for the check had come before it (C1)."""
    sums = [func.sum(case((instant > _CAME_AT, 1), else_=0)) for instant in instants]
    query = select(*sums).select_from(proposal).where(of(proposal, campaign_id))
    row = (await connection.execute(query.where(_is_status(ProposalStatus.SUBMITTED)))).one()
    return [number or 0 for number in row]


async def list_words_with(
    connection: AsyncConnection, campaign_id: CampaignId, step: Sequence[Sequence[str]]
) -> dict[int, str]:
    """Return the folded words of what may hold a form of each word: the rule has the last say (D3)."""
    holding = [
        or_(*(and_(*(proposal.c.folded.contains(part) for part in form.split())) for form in forms))
        for forms in step
    ]
    query = select(proposal.c.number, proposal.c.folded).where(of(proposal, campaign_id), *holding)
    return {row.number: row.folded for row in await connection.execute(query)}


async def count_questions(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many questions and answers wait to be read (D6)."""
    query = select(func.count()).select_from(question).where(of(question, campaign_id), _waits())
    return (await connection.execute(query)).scalar_one()


async def list_questions(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    is_waiting: bool,
    offset: int,
    limit: int,
) -> Sequence[RowMapping]:
    """Return questions with answers: those that wait, the oldest first, or the others, the newest first."""
    condition = _waits() if is_waiting else ~_waits()
    order = question.c.question_id if is_waiting else question.c.question_id.desc()
    query = select(question).where(of(question, campaign_id), condition).order_by(order)
    return list((await connection.execute(query.offset(offset).limit(limit))).mappings())


def _waits() -> ColumnElement[bool]:
    waiting = QuestionState.WAITING.value
    # An answer that is not there yet waits for nothing; `coalesce` keeps the condition two-valued.
    return or_(question.c.state == waiting, func.coalesce(question.c.answer_state, "") == waiting)


async def count_appeals(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many appeals wait to be decided (B6)."""
    query = select(func.count()).select_from(appeal)
    return (
        await connection.execute(query.where(of(appeal, campaign_id), appeal.c.decided_at.is_(None)))
    ).scalar_one()


async def list_titles(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Collection[int]
) -> dict[int, str]:
    """Return the titles of proposals by number."""
    query = select(proposal.c.number, proposal.c.title).where(
        of(proposal, campaign_id), proposal.c.number.in_(numbers)
    )
    return {row.number: row.title for row in await connection.execute(query)}
