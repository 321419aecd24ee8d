"""The list of projects as a TOML file: text in, projects or every error out; apart from storing it (C3)."""

from dataclasses import dataclass

from core.model.language import Text
from core.model.project import Place, Project, ProjectStatus
from core.rulebook.kinds import FILE_NAME, SLUG, Kind, UnfitError, one_of, several, whole
from core.rulebook.lines import parse
from core.rulebook.model import Rulebook
from core.rulebook.problems import Problems, RulebookErrors, suggestion
from core.rulebook.table import Reading, Table

_LISTED = (ProjectStatus.ADMITTED, ProjectStatus.REFUSED)
"""What a council's decision makes of a proposal; the rest comes with the vote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProject:
    """A project of the list and the file names of its pictures."""

    project: Project
    pictures: tuple[str, ...]


def read_projects(text: str, source_name: str, rulebook: Rulebook) -> tuple[ListedProject, ...]:
    """Return the projects of a list by number, checked against the campaign's rulebook (A1, C3).

    Raises:
        RulebookErrors: with all errors at once: unknown direction or territory, a cost over the cap, a number
            used twice, a text in one language only and so on, each with its line and dotted key.
    """
    data, lines = parse(text, source_name)
    problems = Problems(lines)
    root = Table(data, (), Reading(problems=problems))
    listed: dict[int, ListedProject] = {}
    for row in root.tables("projects"):
        entry = _read_project(row, rulebook)
        if entry.project.number in listed:
            row.report(f"{entry.project.number} is used twice", "number")
        listed[entry.project.number] = entry
    root.finish()
    if errors := problems.errors():
        raise RulebookErrors(source_name, errors)
    return tuple(listed[number] for number in sorted(listed))


def _read_project(row: Table, rulebook: Rulebook) -> ListedProject:
    status = row.value("status", one_of(ProjectStatus))
    if status not in _LISTED:
        row.report("must be admitted or refused", "status")
    pictures = row.value("pictures", several(FILE_NAME)) if "pictures" in row else ()
    ground, reason = _read_refusal(row, rulebook) if status is ProjectStatus.REFUSED else (None, None)
    project = Project(
        number=row.value("number", whole(least=1, most=10**6)),
        title=row.text("title"),
        description=row.text("description"),
        direction=_read_direction(row, rulebook),
        territory=_read_territory(row, rulebook),
        place=_read_place(row.table("place")),
        cost=_read_cost(row, rulebook),
        status=status,
        site_check=row.text("site_check") if "site_check" in row else None,
        picture_count=len(pictures),
        ground=ground,
        reason=reason,
    )
    row.finish()
    return ListedProject(project=project, pictures=pictures)


def _read_direction(row: Table, rulebook: Rulebook) -> str:
    direction, known = row.value("direction", SLUG), [named.slug for named in rulebook.directions]
    if direction and direction not in known:
        row.report(f"{direction!r} is no direction{suggestion(direction, known)}", "direction")
    return direction


def _read_territory(row: Table, rulebook: Rulebook) -> str:
    territory, known = row.value("territory", SLUG), rulebook.territories.nodes
    if territory and territory not in known:
        row.report(f"{territory!r} is no territory{suggestion(territory, known)}", "territory")
    elif territory and rulebook.voting.territories and rulebook.voting_territory(territory) is None:
        row.report(f"{territory!r} lies above the voting territories", "territory")
    return territory


def _read_cost(row: Table, rulebook: Rulebook) -> int:
    cost, cap = row.value("cost", whole(least=1)), rulebook.cap()
    if cap is not None and cost > cap:
        row.report(f"is over the cap of {cap} tenge", "cost")
    return cost


def _read_place(table: Table) -> Place:
    latitude = table.value("latitude", _degrees(90)) if "latitude" in table else None
    longitude = table.value("longitude", _degrees(180)) if "longitude" in table else None
    if (latitude is None) != (longitude is None):
        table.report("needs latitude and longitude together, or neither")
    place = Place(landmark=table.text("landmark"), latitude=latitude, longitude=longitude)
    table.finish()
    return place


def _degrees(most: int) -> Kind[float]:
    def convert(value: object) -> float:
        if not isinstance(value, float) or not -most <= value <= most:
            raise UnfitError(f"must be degrees between -{most} and {most} with a decimal point")
        return value

    return Kind(convert=convert, blank=0.0)


def _read_refusal(row: Table, rulebook: Rulebook) -> tuple[str, Text]:
    ground, known = row.value("ground", SLUG), [named.slug for named in rulebook.grounds]
    if ground and ground not in known:
        row.report(f"{ground!r} is no ground of refusal{suggestion(ground, known)}", "ground")
    return ground, row.text("reason")
