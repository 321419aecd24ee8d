"""Elections in Pabulib's format: text in, frozen data or a clear error out; apart from the count (F1)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


class PabulibError(ValueError):
    """The text is no election in this format; the message says where and why, for an operator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PabulibProject:
    """A project of an election; ``score`` ranks it, ``is_selected`` is ``None`` where the file is silent."""

    project_id: str
    cost: Fraction
    score: Fraction
    is_selected: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """A real election: money and costs in its own currency, projects in the order of the file."""

    rule: str
    budget: Fraction
    threshold: Fraction
    projects: tuple[PabulibProject, ...]

    @property
    def has_winners(self) -> bool:
        """Say whether the file tells who won."""
        return any(project.is_selected is not None for project in self.projects)


_Record = Mapping[str, str]

_SECTIONS = ("META", "PROJECTS", "VOTES")
_REQUIRED = ("num_projects", "num_votes", "budget", "vote_type", "rule")
_FIELD = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^;\n]*))(;|\n|\Z)')
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SELECTED = {"0": False, "1": True, "2": False, "3": False}


def parse_pabulib(text: str) -> Election:
    """Return the election that ``text`` holds in its sections META, PROJECTS and VOTES.

    A project is ranked by ``score`` where the file has that column, else by ``votes``, else by its ballots: a
    ballot's points, one each for approval and choose-1, and for ordinal ballots n, n-1, … 1 down the list.

    Raises:
        PabulibError: where a section or a needed field is missing, a number is none, a project stands twice,
            a ballot names a project that does not exist, or counts differ from what META says of them.
    """
    sections = _sections(text)
    meta = {row[0]: row[1] for row in sections["META"][1:] if len(row) > 1}
    missing = [key for key in _REQUIRED if not meta.get(key)]
    if missing:
        raise PabulibError(f"META lacks {', '.join(missing)}")
    projects = _records(sections["PROJECTS"], "project_id")
    ballots = _records(sections["VOTES"], "voter_id")
    _check_count(meta, "num_projects", len(projects))
    _check_count(meta, "num_votes", len(ballots))
    scores = _scores(meta["vote_type"], projects, ballots)
    return Election(
        rule=meta["rule"],
        budget=_amount(meta["budget"], "budget"),
        threshold=_number(meta.get("min_project_score_threshold") or "0", "min_project_score_threshold"),
        projects=tuple(_project(record, scores[record["project_id"]]) for record in projects),
    )


def _sections(text: str) -> dict[str, list[Sequence[str]]]:
    sections: dict[str, list[Sequence[str]]] = {}
    current: list[Sequence[str]] | None = None
    for row in _rows(text.removeprefix("\ufeff").replace("\r\n", "\n")):
        title = row[0].upper()
        if len(row) == 1 and title in _SECTIONS:
            if title in sections:
                raise PabulibError(f"section {title} stands twice")
            current = sections[title] = []
        elif current is None:
            raise PabulibError("the first line is not META")
        else:
            current.append(row)
    missing = [title for title in _SECTIONS if title not in sections]
    if missing:
        raise PabulibError(f"section {', '.join(missing)} is missing")
    return sections


def _rows(text: str) -> Iterator[Sequence[str]]:
    """Yield the fields of each line that has any; in quotes there may be semicolons, quotes and line ends."""
    row: list[str] = []
    for field in _FIELD.finditer(text):
        quoted, plain, end = field.groups()
        row.append((plain if quoted is None else quoted.replace('""', '"')).strip())
        if end != ";":
            if any(row):
                yield row
            row = []


def _records(rows: Sequence[Sequence[str]], key: str) -> list[_Record]:
    header = rows[0] if rows else ()
    if not header or header[0] != key:
        raise PabulibError(f"no header that begins with {key}")
    records: list[_Record] = []
    for row in rows[1:]:
        if any(row[len(header) :]):
            raise PabulibError(f"{key} {row[0]} has more fields than the header")
        records.append(dict.fromkeys(header, "") | dict(zip(header, row, strict=False)))
    twice = [name for name, count in Counter(record[key] for record in records).items() if count > 1]
    if twice:
        raise PabulibError(f"{key} {twice[0]} stands twice")
    return records


def _check_count(meta: _Record, key: str, count: int) -> None:
    if meta[key] != str(count):
        raise PabulibError(f"META says {key} {meta[key]}, the file has {count}")


def _scores(
    vote_type: str, projects: Sequence[_Record], ballots: Sequence[_Record]
) -> Mapping[str, Fraction]:
    counted = dict.fromkeys((record["project_id"] for record in projects), Fraction(0))
    for ballot in ballots:
        for project_id, points in _points(vote_type, ballot):
            if project_id not in counted:
                raise PabulibError(f"ballot {ballot['voter_id']} names {project_id}, which is no project")
            counted[project_id] += points
    for column in ("score", "votes"):
        if projects and column in projects[0]:
            return {record["project_id"]: _number(record[column] or "0", column) for record in projects}
    return counted


def _points(vote_type: str, ballot: _Record) -> Iterator[tuple[str, Fraction]]:
    chosen = _listed(ballot.get("vote", ""))
    given = _listed(ballot.get("points", ""))
    if given:
        if len(given) != len(chosen):
            raise PabulibError(f"ballot {ballot['voter_id']} has not one number of points a project")
        points = [_number(part, "points") for part in given]
    elif vote_type == "ordinal":
        points = [Fraction(rank) for rank in range(len(chosen), 0, -1)]
    else:
        points = [Fraction(1)] * len(chosen)
    return zip(chosen, points, strict=True)


def _listed(field: str) -> list[str]:
    return [part.strip() for part in field.split(",") if part.strip()]


def _project(record: _Record, score: Fraction) -> PabulibProject:
    selected = record.get("selected", "")
    if selected and selected not in _SELECTED:
        raise PabulibError(f"selected of project {record['project_id']} is {selected!r}")
    return PabulibProject(
        project_id=record["project_id"],
        cost=_amount(record.get("cost", ""), f"cost of project {record['project_id']}"),
        score=score,
        is_selected=_SELECTED.get(selected),
    )


def _number(written: str, name: str) -> Fraction:
    if not _NUMBER.fullmatch(written):
        raise PabulibError(f"{name} is no number: {written!r}")
    return Fraction(written)


def _amount(written: str, name: str) -> Fraction:
    amount = _number(written, name)
    if amount < 0:
        raise PabulibError(f"{name} is below zero: {written}")
    return amount
