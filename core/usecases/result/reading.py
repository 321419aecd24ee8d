"""Sittings on results as each reader may see them: no opinion before one's own (F2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.model.campaign import CampaignId
from core.model.council import Opinion
from core.model.language import Text
from core.model.result import ResultItem, ResultSitting
from core.model.staff import Actor
from core.model.territory import Territory
from core.rulebook.model import Rulebook
from core.rules.council import Tally, council_shares, has_quorum, is_admitted
from core.rules.permissions import OfficeAct
from core.store import outcome as outcomes
from core.store import result as store
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultItemView:
    """A project for one reader: ``item`` has only opinions that he may see, ``own`` is his.

    ``tally`` and ``is_implemented`` (what the members' count makes of it, ``None`` without a quorum) are
    there for whoever may write it down, and for everybody once it is.
    """

    sitting: ResultSitting
    item: ResultItem
    own: Opinion | None
    given: int
    is_member: bool
    is_voting: bool
    tally: Tally | None
    is_implemented: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultDecision:
    """What everybody may know of a project once the council's decision is published (F2)."""

    number: int
    is_implemented: bool
    reason: Text | None


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


async def view_results(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str
) -> ResultSitting:
    """Return the sitting of a territory with the opinions that ``actor`` may see.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sitting-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        sitting = await require_sitting(connection, campaign_id, rulebook, territory)
    return replace(sitting, items=tuple(_seen(services, actor, sitting, item) for item in sitting.items))


async def view_result(
    services: Services, actor: Actor, campaign_id: CampaignId, territory: str, number: int
) -> ResultItemView:
    """Return one project of a sitting as ``actor`` sees it.

    Raises:
        RuleViolation: as ``view_results``, or ``project-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SITTINGS)
        sitting = await require_sitting(connection, campaign_id, rulebook, territory)
        persons = await persons_of(connection, campaign_id, territory)
    item = require_item(sitting, number)
    tally = count(item, persons)
    is_shown = item.is_implemented is not None or not _is_voting(services, sitting, item) or not tally.silent
    return ResultItemView(
        sitting=sitting,
        item=_seen(services, actor, sitting, item),
        own=next((each for each in item.opinions if each.staff_id == actor.staff_id), None),
        given=len(item.opinions),
        is_member=actor.staff_id in {each.staff_id for each in sitting.members},
        is_voting=_is_voting(services, sitting, item),
        tally=tally if is_shown else None,
        is_implemented=_counted(rulebook, tally) if is_shown else None,
    )


async def list_decisions(
    services: Services, campaign_id: CampaignId, numbers: Sequence[int]
) -> dict[int, ResultDecision]:
    """Return what the council has published about these projects, by application number (F2)."""
    async with services.database.read() as connection:
        rows = await store.list_published(connection, campaign_id, numbers)
    return {
        row["number"]: ResultDecision(
            number=row["number"],
            is_implemented=row["verdict"] == store.IMPLEMENTED,
            reason=Text(kk=row["reason_kk"], ru=row["reason_ru"]) if row["reason_kk"] else None,
        )
        for row in rows
    }


def _counted(rulebook: Rulebook, tally: Tally) -> bool | None:
    shares = council_shares(rulebook.council)
    return is_admitted(shares, tally) if has_quorum(shares, tally) else None


def _is_voting(services: Services, sitting: ResultSitting, item: ResultItem) -> bool:
    is_over = services.clock.now() >= sitting.decide_by or sitting.published_at is not None
    return not is_over and item.is_implemented is None


def _seen(services: Services, actor: Actor, sitting: ResultSitting, item: ResultItem) -> ResultItem:
    """Leave out what others said while the reader may still be led by it."""
    if not _is_voting(services, sitting, item):
        return item
    return replace(item, opinions=tuple(each for each in item.opinions if each.staff_id == actor.staff_id))
