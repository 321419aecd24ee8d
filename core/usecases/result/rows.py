"""A sitting on results as its rows and the outcome have it, for the house itself (F2)."""

from collections.abc import Sequence

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.council import Choice, Member, Opinion
from core.model.language import Text
from core.model.project import Project
from core.model.refusals import Refusal, refuse
from core.model.result import ResultItem, ResultSitting
from core.rules.council import Tally, tally_of
from core.store import browsing
from core.store import outcome as outcomes
from core.store import result as store
from core.usecases.council.rows import read_member
from core.usecases.outcome.written import OutcomeLine, TerritoryOutcome, read_written


async def require_counted(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> TerritoryOutcome:
    """Return the outcome of a territory; raise ``result-not-ready`` with ``what``: ``count`` or ``lot``."""
    row = await outcomes.get_outcome(connection, campaign_id, territory)
    if row is None:
        raise refuse(Refusal.RESULT_NOT_READY, what="count")
    found = read_written(territory, row["result"], row["counted_at"])
    if found.awaits_lot:
        raise refuse(Refusal.RESULT_NOT_READY, what="lot")
    return found


async def require_sitting(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> ResultSitting:
    """Return the sitting of a territory whole, with every opinion; raise ``sitting-unknown``."""
    row = await store.get_sitting(connection, campaign_id, territory)
    if row is None:
        raise refuse(Refusal.SITTING_UNKNOWN)
    members = await store.list_members(connection, campaign_id, territory)
    counted = await require_counted(connection, campaign_id, territory)
    position = Text(kk=row["secretary_position_kk"], ru=row["secretary_position_ru"])
    return ResultSitting(
        territory=territory,
        held_on=row["held_on"],
        place=Text(kk=row["place_kk"], ru=row["place_ru"]),
        decide_by=row["decide_by"],
        members=tuple(read_member(each) for each in members),
        secretary=Member(staff_id=row["secretary_id"], name=row["secretary_name"], position=position),
        items=await _items(connection, campaign_id, counted),
        threshold=counted.threshold,
        is_hidden=counted.is_hidden,
        opened_at=row["opened_at"],
        published_at=row["published_at"],
    )


def require_item(sitting: ResultSitting, number: int) -> ResultItem:
    """Return one project of the sitting; raise ``project-unknown``."""
    found = next((item for item in sitting.items if item.number == number), None)
    if found is None:
        raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
    return found


async def persons_of(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> dict[int, bytes]:
    """Return the members of a sitting, logins with the person behind each."""
    rows = await store.list_members(connection, campaign_id, territory)
    return {row["staff_id"]: row["person_key"] for row in rows}


def count(item: ResultItem, persons: dict[int, bytes]) -> Tally:
    """Return what was said of a project, by person."""
    return tally_of(persons, [(each.staff_id, each.choice) for each in item.opinions])


async def _items(
    connection: AsyncConnection, campaign_id: CampaignId, counted: TerritoryOutcome
) -> tuple[ResultItem, ...]:
    lines = {line.number: line for line in counted.lines}
    said: dict[int, list[Opinion]] = {}
    for each in await store.list_opinions(connection, campaign_id, counted.territory):
        said.setdefault(each["number"], []).append(_opinion(each))
    rows = await store.list_items(connection, campaign_id, counted.territory)
    # By number, not by ballot: what stands on a sitting stays on it whatever becomes of the project.
    found = await browsing.list_projects(connection, campaign_id, [row["number"] for row in rows])
    projects = {each.number: each for each in found}
    return tuple(
        _item(row, projects[row["number"]], lines.get(row["number"]), said.get(row["number"], ()))
        for row in rows
    )


def _item(row: RowMapping, project: Project, line: OutcomeLine | None, said: Sequence[Opinion]) -> ResultItem:
    return ResultItem(
        number=project.number,
        title=project.title,
        counted=line.decision if line is not None else None,
        place=line.place if line is not None else None,
        votes=line.votes if line is not None else None,
        cost=line.cost if line is not None else project.cost,
        granted=line.granted if line is not None else 0,
        excluded_by=line.excluded_by if line is not None else None,
        opinions=tuple(said),
        is_implemented=row["verdict"] == store.IMPLEMENTED if row["verdict"] is not None else None,
        reason=Text(kk=row["reason_kk"], ru=row["reason_ru"]) if row["reason_kk"] else None,
        concluded_at=row["concluded_at"],
    )


def _opinion(row: RowMapping) -> Opinion:
    return Opinion(
        staff_id=row["staff_id"], choice=Choice(row["choice"]), ground=None, comment=row["comment"]
    )
