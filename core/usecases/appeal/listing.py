"""The appeals of a campaign as the office has them: what waits, until when, and who may decide (B6, L2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.zone import last_date_before, local_date
from core.model.appeal import Appeal
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Proposal
from core.model.refusals import Refusal, Verdict, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.appeal import decider_verdict
from core.rules.decision import ballot_verdict
from core.rules.permissions import OfficeAct, office_verdict, stages_now
from core.rules.review import ReviewAct
from core.store import appeal as store
from core.store import proposal as proposals
from core.usecases.appeal.persons import list_parts, list_site_part
from core.usecases.appeal.refusal import Refused, find_refusal
from core.usecases.office.permission import log_access, require_right
from core.usecases.services import Services

APPEAL_PAGE = 50
"""Appeals on one page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealLine:
    """An appeal in the list, without its words.

    ``is_late`` says that its term is over while it waits, ``is_today`` that today is the last day.
    """

    number: int
    title: str
    is_of_council: bool
    filed_at: datetime
    due_at: datetime | None
    is_upheld: bool | None
    is_late: bool
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealPage:
    """A page of the list, counted from 0; ``waiting`` counts those on all ``pages`` that wait."""

    lines: Sequence[AppealLine]
    waiting: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealView:
    """An appeal with what it is against.

    ``may_decide`` is what stands against its reader's deciding on it now, ``may_uphold`` what stands against
    upholding it alone. ``is_late`` and ``is_today`` are as in the list.
    """

    appeal: Appeal
    proposal: Proposal
    refused: Refused
    ground: Text | None
    may_decide: Verdict
    may_uphold: Verdict
    is_late: bool
    is_today: bool


async def list_appeals(
    services: Services, actor: Actor, campaign_id: CampaignId, page: int = 0
) -> AppealPage:
    """Return a page of the campaign's appeals: those that wait first, by the end of their terms.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``office-stage``.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        waiting, every = await store.count_appeals(connection, campaign_id)
        pages = max(1, -(-every // APPEAL_PAGE))
        page = min(max(page, 0), pages - 1)
        rows = await store.list_lines(connection, campaign_id, offset=page * APPEAL_PAGE, limit=APPEAL_PAGE)
    lines = [_line(row, now) for row in rows]
    return AppealPage(lines=lines, waiting=waiting, page=page, pages=pages)


async def get_appeal(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> AppealView:
    """Return one appeal with its words, which may tell of a person: who reads them is logged (L2).

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, ``office-stage`` or ``appeal-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_PROPOSALS)
        appeal = await store.get_appeal(connection, campaign_id, number)
        proposal = await proposals.get_proposal(connection, campaign_id, number)
        if appeal is None or proposal is None:
            raise refuse(Refusal.APPEAL_UNKNOWN, number=number)
        view = await _view(services, connection, rulebook, actor, proposal, appeal)
        await log_access(services, connection, actor, campaign_id, "appeal", str(number))
    return view


async def _view(
    services: Services,
    connection: AsyncConnection,
    rulebook: Rulebook,
    actor: Actor,
    proposal: Proposal,
    appeal: Appeal,
) -> AppealView:
    refused = await find_refusal(connection, proposal.campaign_id, proposal.number, appeal.ordinal)
    if refused is None:
        raise refuse(Refusal.APPEAL_UNKNOWN, number=proposal.number)
    now = services.clock.now()
    of_office = office_verdict(actor, OfficeAct.DECIDE_APPEAL, stages_now(rulebook, now))
    of_person = decider_verdict(actor, await list_parts(connection, proposal, appeal))
    slug = refused.event.ground
    return AppealView(
        appeal=appeal,
        proposal=proposal,
        refused=refused,
        ground=next((each.text for each in rulebook.grounds if each.slug == slug), None),
        may_decide=Verdict(reasons=(*of_office.reasons, *of_person.reasons)),
        may_uphold=await _may_uphold(connection, rulebook, actor, proposal, refused, now),
        is_late=_is_late(appeal.due_at, now, is_waiting=appeal.is_waiting),
        is_today=_is_today(appeal.due_at, now, is_waiting=appeal.is_waiting),
    )


async def _may_uphold(
    connection: AsyncConnection,
    rulebook: Rulebook,
    actor: Actor,
    proposal: Proposal,
    refused: Refused,
    now: datetime,
) -> Verdict:
    act = ReviewAct.OVERTURN if refused.is_of_council else ReviewAct.REOPEN
    reasons = ballot_verdict(rulebook, proposal.territory, act, now).reasons
    if refused.is_of_council:
        reasons = (*reasons, *decider_verdict(actor, await list_site_part(connection, proposal)).reasons)
    return Verdict(reasons=reasons)


def _line(row: RowMapping, now: datetime) -> AppealLine:
    due_at, is_waiting = row["due_at"], row["is_upheld"] is None
    return AppealLine(
        number=row["number"],
        title=row["title"],
        is_of_council=row["is_of_council"],
        filed_at=row["filed_at"],
        due_at=due_at,
        is_upheld=row["is_upheld"],
        is_late=_is_late(due_at, now, is_waiting=is_waiting),
        is_today=_is_today(due_at, now, is_waiting=is_waiting),
    )


def _is_late(due_at: datetime | None, now: datetime, *, is_waiting: bool) -> bool:
    return is_waiting and due_at is not None and now >= due_at


def _is_today(due_at: datetime | None, now: datetime, *, is_waiting: bool) -> bool:
    return is_waiting and due_at is not None and now < due_at and last_date_before(due_at) == local_date(now)
