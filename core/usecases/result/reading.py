"""Sittings on results as each reader may see them: no opinion before one's own (F2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.model.campaign import CampaignId
from core.model.council import Choice, Opinion
from core.model.refusals import Refusal, refuse
from core.model.result import ResultItem, ResultSitting
from core.model.staff import Actor
from core.model.territory import Territory
from core.rules.permissions import OfficeAct
from core.store import outcome as outcomes
from core.store import proposal as proposals
from core.store import result as store
from core.usecases.council.reading import Counted, counted_of
from core.usecases.discussion.people import is_own
from core.usecases.office.permission import require_right
from core.usecases.outcome.written import read_written
from core.usecases.result.rows import count, persons_of, require_item, require_sitting
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """A voting territory in the list: counted or not, its sitting called or not, published or not."""

    territory: Territory
    is_counted: bool
    awaits_lot: bool
    is_open: bool
    is_published: bool

    @property
    def state(self) -> str:
        """Return how far it has come: ``uncounted``, ``lot``, ``ready``, ``open`` or ``published``."""
        if self.is_published:
            return "published"
        if self.is_open:
            return "open"
        if self.awaits_lot:
            return "lot"
        return "ready" if self.is_counted else "uncounted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsView:
    """A sitting for one reader: opinions that he may see, how many are ``given``, his ``own``, by number.

    ``waiting`` are the projects on which he still may and should speak.
    """

    sitting: ResultSitting
    is_member: bool
    given: Mapping[int, int]
    own: Mapping[int, Choice]
    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultItemView:
    """A project for one reader: ``item`` has only opinions that he may see, ``own`` is his.

    ``counted`` is what their count makes of it, for whoever has spoken or once the voting is over: when its
    term is, when everybody has spoken, or by the conclusion. An author, co-authors too, may only declare a
    conflict of interest.
    """

    sitting: ResultSitting
    item: ResultItem
    own: Opinion | None
    given: int
    is_member: bool
    is_author: bool
    is_voting: bool
    may_conclude: bool
    counted: Counted | None


async def list_results(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[ResultLine]:
    """Return every voting territory with how far its results have come.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        counted = {
            row["territory"]: read_written(row["territory"], row["result"], row["counted_at"])
            for row in await outcomes.list_outcomes(connection, campaign_id)
        }
        rows = {row["territory"]: row for row in await store.list_sittings(connection, campaign_id)}
    return [
        ResultLine(
            territory=rulebook.territories.require(slug),
            is_counted=slug in counted,
            awaits_lot=slug in counted and counted[slug].awaits_lot,
            is_open=slug in rows,
            is_published=slug in rows and rows[slug]["published_at"] is not None,
        )
        for slug in rulebook.voting.territories
    ]


async def require_line(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ResultLine:
    """Return one line of ``list_results``; raise as it does, or ``territory-unknown``."""
    lines = await list_results(services, actor, campaign_id)
    found = next((line for line in lines if line.territory.slug == territory), None)
    if found is None:
        raise refuse(Refusal.TERRITORY_UNKNOWN)
    return found


async def view_results(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ResultsView:
    """Return the sitting of a territory with the opinions that ``actor`` may see.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sitting-unknown``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        whole = await require_sitting(connection, campaign_id, territory)
    is_member = _is_member(whole, actor)
    owed = [item for item in whole.items if _is_voting(services, whole, item)] if is_member else []
    own = {item.number: each.choice for item in whole.items if (each := _own(item, actor)) is not None}
    return ResultsView(
        sitting=replace(whole, items=tuple(_seen(services, actor, whole, item) for item in whole.items)),
        is_member=is_member,
        given={item.number: len(item.opinions) for item in whole.items},
        own=own,
        waiting=tuple(item.number for item in owed if item.number not in own),
    )


async def view_result(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, number: int
) -> ResultItemView:
    """Return one project of a sitting as ``actor`` sees it.

    Raises:
        RuleViolation: as ``view_results``, or ``project-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        sitting = await require_sitting(connection, campaign_id, territory)
        item = require_item(sitting, number)
        persons = await persons_of(connection, campaign_id, territory)
        proposal = await proposals.get_proposal(connection, campaign_id, number)
        is_author = proposal is not None and await is_own(connection, proposal, actor.person_key)
    tally = count(item, persons)
    is_over = not _is_voting(services, sitting, item) or not tally.silent
    own = _own(item, actor)
    return ResultItemView(
        sitting=sitting,
        item=item if is_over else _seen(services, actor, sitting, item),
        own=own,
        given=len(item.opinions),
        is_member=_is_member(sitting, actor),
        is_author=is_author,
        is_voting=_is_voting(services, sitting, item),
        may_conclude=is_over and sitting.published_at is None,
        counted=counted_of(rulebook, tally) if is_over or own is not None else None,
    )


def _is_member(sitting: ResultSitting, actor: Actor) -> bool:
    return actor.staff_id in {each.staff_id for each in sitting.members}


def _own(item: ResultItem, actor: Actor) -> Opinion | None:
    return next((each for each in item.opinions if each.staff_id == actor.staff_id), None)


def _is_voting(services: Services, sitting: ResultSitting, item: ResultItem) -> bool:
    is_over = services.clock.now() >= sitting.decide_by or sitting.published_at is not None
    return not is_over and item.is_implemented is None


def _seen(services: Services, actor: Actor, sitting: ResultSitting, item: ResultItem) -> ResultItem:
    """Leave out what others said while the reader, who has not spoken himself, may still be led by it."""
    if not _is_voting(services, sitting, item) or _own(item, actor) is not None:
        return item
    return replace(item, opinions=())
