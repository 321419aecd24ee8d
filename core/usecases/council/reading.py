"""A sitting as each reader may see it: no opinion before one's own (C2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import RowMapping

from core.model.campaign import CampaignId
from core.model.council import AgendaItem, Choice, Dropped, Member, Opinion, Sitting
from core.model.language import Language, Text
from core.model.proposal import Contents
from core.model.refusals import Refusal, refuse
from core.model.review import SiteCheck
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.council import (
    Tally,
    council_shares,
    has_quorum,
    is_admitted,
    majority_needed,
    participants,
    quorum_needed,
)
from core.rules.permissions import OfficeAct
from core.store import agenda
from core.store import council as store
from core.store import opinion as opinions
from core.store import proposal as proposals
from core.usecases.council.rows import (
    count,
    in_own_language,
    persons_of,
    read_dropped,
    read_items,
    read_verdict,
    require_head,
    require_item,
)
from core.usecases.discussion.people import is_own
from core.usecases.office.permission import require_right
from core.usecases.review.site import last_site_check
from core.usecases.services import Services

AGENDA_PAGE = 50
"""Items of an agenda on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A member who owes ``count`` opinions; ``has_account`` says that a telephone reminds him (G1)."""

    member: Member
    count: int
    has_account: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An item as a list has it; ``own`` is the reader's choice, ``given`` how many have said something."""

    number: int
    title: Text
    original: Language
    given: int
    own: Choice | None
    is_admitted: bool | None
    is_put_off: bool
    dropped: Dropped | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingView:
    """A sitting for one reader: the ``sitting`` without its items, a page of the agenda beside it.

    ``waiting`` are the numbers on which the reader owes an opinion; ``next_after`` is where the next page of
    the agenda begins, 0 after the last one.
    """

    sitting: Sitting
    is_member: bool
    is_voting: bool
    agenda: Sequence[AgendaLine]
    next_after: int
    waiting: Sequence[int]
    late: Sequence[Late]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the rule makes of the opinions so far: how many take part, how many it takes, and what follows."""

    tally: Tally
    present: int
    quorum: int
    majority: int
    has_quorum: bool
    is_admitted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One item of the agenda with what its author wrote, for one reader (L2: nothing about the author).

    ``item`` has only opinions that the reader may see, ``own`` is his, ``given`` how many there are. He
    ``is_author`` where the proposal is his own or partly. ``counted`` is there once he may know it,
    ``site_check`` once somebody was at the place (C5).
    """

    sitting: Sitting
    item: AgendaItem
    contents: Contents
    site_check: SiteCheck | None
    counted: Counted | None
    own: Opinion | None
    given: int
    is_member: bool
    is_author: bool
    is_voting: bool
    may_conclude: bool


async def get_sitting(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> Sitting:
    """Return a sitting whole with the opinions that ``actor`` may see; once closed, all of them.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sitting-unknown``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        head = await require_head(connection, campaign_id, number)
        waited_for = await opinions.list_waited_for(connection, campaign_id, number)
        closed = waited_for if _is_voting(services, head) else set()
        items = await read_items(connection, campaign_id, number)
        return replace(
            head, items=tuple(_seen(each, actor, is_open=each.number not in closed) for each in items)
        )


async def view_sitting(
    services: Services,
    actor: Actor,
    campaign_id: CampaignId,
    number: int,
    *,
    after: int = 0,
    limit: int | None = AGENDA_PAGE,
) -> SittingView:
    """Return a sitting as ``actor`` sees it with a page of its agenda, ``None`` for all of it.

    Raises:
        RuleViolation: as ``get_sitting``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        head = await require_head(connection, campaign_id, number)
        more = limit + 1 if limit is not None else None
        rows = await agenda.list_titles(connection, campaign_id, number, after=after, limit=more)
        shown = rows[:limit]
        given = await opinions.count_opinions(connection, campaign_id, number)
        own = await opinions.list_own(connection, campaign_id, number, actor.staff_id)
        is_voting = _is_voting(services, head)
        waiting = await opinions.list_waiting(connection, campaign_id, number, actor.staff_id)
        owed = await opinions.count_lacking(connection, campaign_id, number)
        return SittingView(
            sitting=head,
            is_member=_is_member(head, actor),
            is_voting=is_voting,
            agenda=[_line(row, given, own) for row in shown],
            next_after=shown[-1]["number"] if len(rows) > len(shown) else 0,
            waiting=waiting if is_voting else [],
            late=_late(head, owed) if head.closed_at is None else [],
        )


async def list_waiting(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int
) -> Sequence[int]:
    """Return the items of a sitting on which ``actor`` owes an opinion; raise as ``get_sitting``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        head = await require_head(connection, campaign_id, number)
        if not _is_voting(services, head):
            return []
        return await opinions.list_waiting(connection, campaign_id, number, actor.staff_id)


async def view_item(
    services: Services, actor: Actor, campaign_id: CampaignId, number: int, item: int
) -> ItemView:
    """Return one item as ``actor`` sees it; raise as ``get_sitting``, or ``proposal-unknown``."""
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        head = await require_head(connection, campaign_id, number)
        whole = await require_item(connection, campaign_id, number, item)
        contents = await proposals.get_contents(connection, campaign_id, item, whole.version)
        proposal = await proposals.get_proposal(connection, campaign_id, item)
        if contents is None or proposal is None:
            raise refuse(Refusal.PROPOSAL_UNKNOWN, number=item)
        is_voting = _is_voting(services, head)
        silent = await opinions.list_silent(connection, campaign_id, number, item)
        # The voting is over when nobody owes an opinion, when its time is over, or by the conclusion.
        is_over = not is_voting or not silent or whole.is_settled
        seen = _seen(whole, actor, is_open=is_over)
        persons = await persons_of(connection, campaign_id, number)
        return ItemView(
            sitting=head,
            item=seen,
            contents=contents,
            site_check=await last_site_check(connection, campaign_id, item),
            counted=counted_of(rulebook, count(whole, persons)) if is_over or seen.opinions else None,
            own=next((each for each in whole.opinions if each.staff_id == actor.staff_id), None),
            given=len(whole.opinions),
            is_member=_is_member(head, actor),
            is_author=await is_own(connection, proposal, actor.person_key),
            is_voting=is_voting,
            may_conclude=is_over and head.closed_at is None,
        )


async def list_sittings(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the rows of the campaign's sittings, the newest first; raise as ``get_sitting``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        return await store.list_sittings(connection, campaign_id)


def counted_of(rulebook: Rulebook, tally: Tally) -> Counted:
    """Return what a count makes of the opinions, by the rule of the council."""
    shares = council_shares(rulebook.council)
    return Counted(
        tally=tally,
        present=participants(shares, tally),
        quorum=quorum_needed(shares, tally),
        majority=majority_needed(shares, tally),
        has_quorum=has_quorum(shares, tally),
        is_admitted=is_admitted(shares, tally),
    )


def _is_voting(services: Services, head: Sitting) -> bool:
    return head.closed_at is None and services.clock.now() < head.decide_by


def _is_member(head: Sitting, actor: Actor) -> bool:
    return actor.staff_id in {each.staff_id for each in head.members}


def _seen(item: AgendaItem, actor: Actor, *, is_open: bool) -> AgendaItem:
    """Hide what others say from whoever has not spoken himself and from those who only keep the sitting."""
    has_spoken = any(each.staff_id == actor.staff_id for each in item.opinions)
    return item if is_open or has_spoken else replace(item, opinions=())


def _line(row: RowMapping, given: Mapping[int, int], own: Mapping[int, str]) -> AgendaLine:
    number, language, verdict = row["number"], Language(row["language"]), read_verdict(row)
    is_decided = verdict is not None
    return AgendaLine(
        number=number,
        title=(
            Text(kk=row["title_kk"], ru=row["title_ru"])
            if is_decided
            else in_own_language(language, row["title"] or "")
        ),
        original=language,
        given=given.get(number, 0),
        own=Choice(own[number]) if number in own else None,
        is_admitted=verdict,
        is_put_off=row["verdict"] == store.PUT_OFF,
        dropped=read_dropped(row),
    )


def _late(head: Sitting, owed: Sequence[RowMapping]) -> list[Late]:
    counts = {row["staff_id"]: row for row in owed}
    return [
        Late(
            member=member,
            count=counts[member.staff_id]["owed"],
            has_account=counts[member.staff_id]["account_id"] is not None,
        )
        for member in head.members
        if member.staff_id in counts
    ]
