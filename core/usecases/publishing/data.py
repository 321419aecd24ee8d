"""Open data of a campaign: every published project as a row, and the campaign's own facts (H3, C3).

Separate from the pages, because machines read it: names of fields stay, and their order too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping

from core.language.dates import day
from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.project import Project
from core.model.proposal import ProposalStatus
from core.model.publication import PublicStatus
from core.model.stage import StageWindow
from core.model.territory import Territory
from core.rulebook.model import Act, Rulebook
from core.rulebook.sourced import Sourced
from core.store import browsing
from core.store import publishing as store
from core.usecases.browsing.votes import shown_votes
from core.usecases.publishing.listing import PublicLine, list_lines
from core.usecases.publishing.overview import StageDates, count_numbers, stage_dates
from core.usecases.result.decisions import ResultDecision, read_decisions
from core.usecases.services import Services

FIELDS = (
    "number",
    "status",
    "title_kk",
    "title_ru",
    "original_language",
    "direction",
    "direction_kk",
    "direction_ru",
    "territory",
    "territory_kk",
    "territory_ru",
    "place_kk",
    "place_ru",
    "latitude",
    "longitude",
    "cost",
    "submitted_on",
    "decided_on",
    "ground",
    "reason_kk",
    "reason_ru",
    "votes",
    "council_decision",
    "council_differs",
    "council_reason_kk",
    "council_reason_ru",
)
"""The fields of a project in their order; money is whole tenge, days are those of Almaty."""

Value = str | int | float | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps:
    """When a proposal was submitted and decided on last, and what a refusal said."""

    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    ground: str | None = None
    reason: Text | None = None


async def list_rows(services: Services, campaign_id: CampaignId) -> list[Row]:
    """Return every published project and proposal by number; nothing personal is among the fields.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        lines = await list_lines(connection, campaign_id)
        projects = {item.number: item for item in await browsing.list_projects(connection, campaign_id)}
        steps = _steps(await store.list_steps(connection, campaign_id))
        decisions = await read_decisions(connection, campaign_id)
        votes = (await shown_votes(services, connection, campaign_id, rulebook)).counted
    names = _Names(rulebook, decisions)
    return [
        names.row(line, projects.get(line.number), steps.get(line.number, _Steps()), votes.get(line.number))
        for line in lines
    ]


def _steps(rows: Sequence[RowMapping]) -> dict[int, _Steps]:
    found: dict[int, _Steps] = {}
    for row in rows:
        known = found.get(row["number"], _Steps())
        is_decision = row["status"] in {ProposalStatus.REFUSED.value, ProposalStatus.ADMITTED.value}
        is_refusal = row["status"] == ProposalStatus.REFUSED.value
        said = Text(kk=row["reason_kk"], ru=row["reason_ru"]) if row["reason_kk"] is not None else None
        found[row["number"]] = _Steps(
            submitted_at=known.submitted_at or row["at"],
            decided_at=row["at"] if is_decision else None,
            ground=row["ground"] if is_refusal else None,
            reason=said if is_refusal else None,
        )
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    """Makes rows with the names that the rulebook has for slugs."""

    rulebook: Rulebook
    decisions: Mapping[int, ResultDecision]

    def row(self, line: PublicLine, project: Project | None, steps: _Steps, votes: int | None) -> Row:
        """Return one row; where no word of the author is published, what stands for it is empty."""
        directions = {named.slug: named.text for named in self.rulebook.directions}
        is_shown = line.title is not None
        is_project = project is not None and line.status is not PublicStatus.REGISTERED
        refused = line.status is PublicStatus.REFUSED
        place = project.place if project is not None and is_project else None
        reason = (project.reason if project is not None and is_project else steps.reason) if refused else None
        ground = (project.ground if project is not None and is_project else steps.ground) if refused else None
        values: dict[str, Value] = {
            "number": line.number,
            "status": line.status.value,
            **_both("title", line.title),
            "original_language": line.original.value if line.original is not None and is_shown else None,
            "direction": line.direction if is_shown else None,
            **_both("direction", directions.get(line.direction) if is_shown else None),
            "territory": line.territory if is_shown else None,
            **_both(
                "territory", self.rulebook.territories.require(line.territory).name if is_shown else None
            ),
            **_both("place", place.landmark if place is not None else None),
            "latitude": place.latitude if place is not None else None,
            "longitude": place.longitude if place is not None else None,
            "cost": line.cost if is_shown else None,
            "submitted_on": day(steps.submitted_at).isoformat() if steps.submitted_at else None,
            "decided_on": day(steps.decided_at).isoformat() if steps.decided_at else None,
            "ground": ground,
            **_both("reason", reason),
            "votes": votes,
            **_decided(self.decisions.get(line.number)),
        }
        return {name: values[name] for name in FIELDS}


def _decided(decision: ResultDecision | None) -> Row:
    """Return what the council has published on the outcome; all is empty before (F2)."""
    if decision is None:
        return {"council_decision": None, "council_differs": None, **_both("council_reason", None)}
    return {
        "council_decision": "implemented" if decision.is_implemented else "declined",
        "council_differs": "yes" if decision.differs else "no",
        **_both("council_reason", decision.reason),
    }


def _both(name: str, text: Text | None) -> dict[str, Value]:
    return {
        f"{name}_kk": text.kk if text is not None else None,
        f"{name}_ru": text.ru if text is not None else None,
    }


async def describe_campaign(services: Services, campaign_id: CampaignId) -> Mapping[str, object]:
    """Return the campaign's dates, money, rules and numbers; raise ``RuleViolation`` ``campaign-unknown``."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        numbers = await count_numbers(connection, campaign_id)
    return {
        "campaign": rulebook.campaign,
        "title": _text(rulebook.title),
        "plan_year": rulebook.plan_year,
        "akimat": {"id": rulebook.akimat.slug, "name": _text(rulebook.akimat.name)},
        "acts": {slug: _act(act) for slug, act in rulebook.acts.items()},
        "stages": [_stage(dates) for dates in stage_dates(rulebook)],
        "territories": [_territory(rulebook, node) for node in rulebook.territories.nodes.values()],
        "directions": {named.slug: _text(named.text) for named in rulebook.directions},
        "grounds": {named.slug: _text(named.text) for named in rulebook.grounds},
        "cost_at_most": rulebook.cap(),
        "unstated": list(rulebook.unstated),
        "numbers": {name: getattr(numbers, name) for name in type(numbers).__dataclass_fields__},
    }


def _act(act: Act) -> dict[str, object]:
    return {"title": _text(act.title), "number": act.number, "date": act.date.isoformat(), "link": act.link}


def _stage(dates: StageDates) -> dict[str, object]:
    return {
        "stage": dates.stage.value,
        **_window(dates.window),
        "territories": {slug: _window(own) for slug, own in dates.own.items()},
    }


def _window(window: StageWindow | None) -> dict[str, str | None]:
    """Return the half-open window as instants in UTC."""
    return {
        "opens": window.opens.isoformat() if window is not None else None,
        "closes": window.closes.isoformat() if window is not None else None,
        "first_closes": (
            window.first_closes.isoformat() if window is not None and window.first_closes else None
        ),
    }


def _territory(rulebook: Rulebook, node: Territory) -> dict[str, object]:
    return {
        "id": node.slug,
        "name": _text(node.name),
        "kind": node.kind.value,
        "parent": node.parent,
        "population": node.population,
        "money": _sourced(rulebook.money.get(node.slug)),
    }


def _text(text: Text) -> dict[str, str]:
    return {"kk": text.kk, "ru": text.ru}


def _sourced(value: Sourced[int] | None) -> dict[str, object] | None:
    return {"tenge": value.value, "act": value.act} if value is not None else None
