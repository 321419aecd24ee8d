"""A list of people by their IINs, typed or from a table: who, and every bad line at once (E2, L3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from core.rules.iin_reading import IinFault, read_iin
from core.rules.sheet import Sheet

COLUMN = "iin"
"""The column of a table that holds the numbers; others are not looked at."""

MOST_PEOPLE = 500
"""People of one list: what a clerk hands over and has signed for in a day."""

_GAPS = str.maketrans("", "", " -\u00a0\u2009\u202f")


class ListProblem(StrEnum):
    """What is wrong with a line of a list."""

    COLUMN_MISSING = "column-missing"
    MISSING = "missing"
    SCIENTIFIC = "scientific"
    WRONG = "wrong"
    REPEATED = "repeated"
    NOT_IN_REGISTER = "not-in-register"
    TOO_MANY = "too-many"


_PROBLEMS: Mapping[IinFault, ListProblem] = MappingProxyType(
    {
        IinFault.MISSING: ListProblem.MISSING,
        IinFault.SCIENTIFIC: ListProblem.SCIENTIFIC,
        IinFault.WRONG: ListProblem.WRONG,
    }
)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody on a list: the line, counted from 1, and the number."""

    line: int
    iin: str


@dataclass(slots=True)
class IinList:
    """The people of a list in their order, and lines that are bad, by number: never by what stands there."""

    people: list[ListedPerson] = field(default_factory=list)
    problems: list[tuple[int, ListProblem]] = field(default_factory=list)


def read_typed(text: str) -> IinList:
    """Return the list that was typed, a number a line; spaces and dashes in it do not matter."""
    lines = ((number, line.translate(_GAPS)) for number, line in enumerate(text.splitlines(), start=1))
    return _read((number, written) for number, written in lines if written.strip())


def read_table(sheet: Sheet) -> IinList:
    """Return the list in the column ``iin`` of a table."""
    if sheet.columns.count(COLUMN) != 1:
        return IinList(problems=[(1, ListProblem.COLUMN_MISSING)])
    place = sheet.columns.index(COLUMN)
    return _read((line.number, _field(line.fields, place)) for line in sheet.lines)


def _field(fields: Sequence[str], place: int) -> str:
    return fields[place].translate(_GAPS) if place < len(fields) else ""


def _read(lines: Iterable[tuple[int, str]]) -> IinList:
    found, seen = IinList(), set[str]()
    for count, (line, written) in enumerate(lines, start=1):
        if count > MOST_PEOPLE:
            found.problems.append((line, ListProblem.TOO_MANY))
            return found
        iin, fault = read_iin(written.strip())
        if iin is None or (fault is not None and not fault.keeps_iin):
            found.problems.append((line, _PROBLEMS[fault or IinFault.WRONG]))
        elif iin in seen:
            found.problems.append((line, ListProblem.REPEATED))
        else:
            seen.add(iin)
            found.people.append(ListedPerson(line, iin))
    if not found.people and not found.problems:
        found.problems.append((1, ListProblem.MISSING))
    return found
