"""What waits in the office, for whom and until when; a page at a time, without anybody's name (L2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Channel, ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.review import Queue
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import PERMISSIONS, OfficeAct
from core.rules.review_terms import check_due, cutoffs, days_left
from core.rules.search import holds, search_steps
from core.store import proposal as proposals
from core.store import queues as store
from core.usecases.office.permission import require_right
from core.usecases.services import Services

PAGE_SIZE = 25
"""Proposals of a page: a small laptop shows them without much scrolling."""

_WORDS_AT_MOST = 200
_QUEUE_ACTS = {
    Queue.CHECK: OfficeAct.CHECK_PROPOSAL,
    Queue.REWORK: OfficeAct.CHECK_PROPOSAL,
    Queue.SITE: OfficeAct.RECORD_SITE_CHECK,
    Queue.PAPERS: OfficeAct.RECORD_PAPERS,
    Queue.COUNCIL: OfficeAct.VIEW_SITTINGS,
    Queue.ALL: OfficeAct.VIEW_PROPOSALS,
}
"""Whose work a queue is: others do not see it (L2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which proposals are asked for; ``territory`` has what lies below, too."""

    queue: Queue = Queue.ALL
    status: ProposalStatus | None = None
    territory: str | None = None
    direction: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A proposal of a list: ``cost`` is whole tenge.

    ``due_at`` is the half-open end of what it waits for and ``left`` the calendar days until then, below 0
    once that is over; both ``None`` where nothing is due or no source says when.
    """

    number: int
    title: str
    direction: str
    territory: str
    landmark: str
    status: ProposalStatus
    cost: int
    channel: Channel
    submitted_at: datetime
    due_at: datetime | None
    left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much waits, only what is the reader's work: of the rest nothing is said.

    ``late`` and ``today`` count checks whose term is over or ends today, ``None`` where no source has a term.
    """

    queues: dict[Queue, int]
    late: int | None = None
    today: int | None = None
    questions: int | None = None
    appeals: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePage:
    """A page of a list: ``page`` counts from 0, ``total`` counts proposals."""

    rulebook: Rulebook
    shown: Filter
    counts: Counts
    lines: Sequence[Line]
    page: int
    pages: int
    total: int


async def count_queues(services: Services, actor: Actor, campaign_id: CampaignId) -> Counts:
    """Return how much waits for the actor, by queue; nothing where he may read no proposals.

    Raises:
        RuleViolation: ``campaign-unknown``, also for another akimat's.
    """
    if actor.akimat != campaign_id.akimat:
        raise refuse(Refusal.CAMPAIGN_UNKNOWN)
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        return await _count(connection, actor, campaign_id, rulebook, now)


async def list_lines(
    services: Services, actor: Actor, campaign_id: CampaignId, shown: Filter, page: int = 0
) -> LinePage:
    """Return a page of proposals, the last one where ``page`` is no more, what is due first first.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        shown = replace(shown, queue=shown.queue if _is_work_of(actor, shown.queue) else Queue.ALL)
        sought = await _sought(connection, campaign_id, rulebook, shown, now)
        total = await store.count_lines(connection, campaign_id, sought)
        pages = max(1, -(-total // PAGE_SIZE))
        page = max(0, min(page, pages - 1))
        rows = await store.list_lines(
            connection, campaign_id, sought, offset=page * PAGE_SIZE, limit=PAGE_SIZE
        )
        counts = await _count(connection, actor, campaign_id, rulebook, now)
    return LinePage(
        rulebook=rulebook,
        shown=shown,
        counts=counts,
        lines=[_line(rulebook, row, shown.queue, now) for row in rows],
        page=page,
        pages=pages,
        total=total,
    )


async def list_all_lines(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    shown: Filter,
) -> Sequence[Line]:
    """Return every line at once, for an export; the caller has asked for the right to it."""
    now = services.clock.now()
    sought = await _sought(connection, campaign_id, rulebook, shown, now)
    rows = await store.list_lines(connection, campaign_id, sought, offset=0, limit=None)
    return [_line(rulebook, row, shown.queue, now) for row in rows]


async def has_number(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> bool:
    """Say whether the campaign has a proposal of this number, for a search that leads straight to it.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        return await proposals.get_proposal(connection, campaign_id, number) is not None


def _is_work_of(actor: Actor, queue: Queue) -> bool:
    return bool(PERMISSIONS[_QUEUE_ACTS[queue]].roles & actor.roles)


async def _count(
    connection: AsyncConnection, actor: Actor, campaign_id: CampaignId, rulebook: Rulebook, now: datetime
) -> Counts:
    counted = await store.count_queues(connection, campaign_id, now)
    own = {queue: count for queue, count in counted.items() if _is_work_of(actor, queue)}
    late, today = None, None
    cut = cutoffs(rulebook, now) if Queue.CHECK in own else None
    if cut is not None:
        late, by_today = await store.count_came_before(connection, campaign_id, (cut.late, cut.today))
        today = by_today - late
    may = {act: bool(PERMISSIONS[act].roles & actor.roles) for act in OfficeAct}
    return Counts(
        queues=own,
        late=late,
        today=today,
        questions=await store.count_questions(connection, campaign_id) if may[OfficeAct.MODERATE] else None,
        appeals=await store.count_appeals(connection, campaign_id) if may[OfficeAct.DECIDE_APPEAL] else None,
    )


async def _sought(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    shown: Filter,
    now: datetime,
) -> store.Sought:
    tree, above = rulebook.territories, shown.territory
    below = (
        [slug for slug in tree.nodes if tree.is_within(slug, above)]
        if above is not None and above in tree.nodes
        else None
    )
    return store.Sought(
        queue=shown.queue,
        now=now,
        status=shown.status.value if shown.status is not None else None,
        territories=below,
        direction=shown.direction,
        numbers=await _found(connection, campaign_id, shown.words),
    )


async def _found(connection: AsyncConnection, campaign_id: CampaignId, words: str) -> set[int] | None:
    """Return what the words find: the first step that finds anything is the answer (D3)."""
    if not words.strip():
        return None
    for step in search_steps(words[:_WORDS_AT_MOST]):
        texts = await store.list_words_with(connection, campaign_id, step)
        if found := {number for number, folded in texts.items() if holds(folded, step)}:
            return found
    return set()


def _line(rulebook: Rulebook, row: RowMapping, queue: Queue, now: datetime) -> Line:
    status = ProposalStatus(row["status"])
    due_at = _due_at(rulebook, row, queue, status)
    return Line(
        number=row["number"],
        title=row["title"],
        direction=row["direction"],
        territory=row["territory"],
        landmark=row["landmark"],
        status=status,
        cost=row["cost"],
        channel=Channel(row["channel"]),
        submitted_at=row["submitted_at"],
        due_at=due_at,
        left=days_left(due_at, now) if due_at is not None else None,
    )


def _due_at(rulebook: Rulebook, row: RowMapping, queue: Queue, status: ProposalStatus) -> datetime | None:
    if queue is Queue.PAPERS:
        due_at: datetime | None = row["papers_due_at"]
        return due_at
    if status is ProposalStatus.SUBMITTED:
        return check_due(rulebook, row["came_at"])
    return row["due_at"] if status is ProposalStatus.RETURNED else None
