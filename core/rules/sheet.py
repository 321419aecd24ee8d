"""A table from a spreadsheet: heading, lines, days; apart, because people, yards and IINs come alike (L3).

Lines are read one by one: a city's register never stands in memory as a whole.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MOST_LINE = 10_000
"""Characters of a line; a longer one is no line of a table and gives no fields."""

_SEPARATORS = (";", "\t", ",")
_LINE_END = "\r\n"
_ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DOTTED_DAY = re.compile(r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line below the heading, counted from 1 with it; ``fields`` are empty where its quotes are broken."""

    number: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The columns of a heading, and the lines below it that are not blank; they can be read once."""

    columns: tuple[str, ...]
    lines: Iterator[SheetLine]


def read_sheet(lines: Iterable[str]) -> Sheet:
    """Return the table of a CSV; semicolons, tabs or commas separate it, as the heading shows (L3).

    A field ends with its line: quotes that are never closed spoil one line and not all below it.
    """
    remaining = iter(lines)
    heading = next(remaining, "").removeprefix("\ufeff").rstrip(_LINE_END)
    separator = max(_SEPARATORS, key=heading.count)
    rows = (_split(line.rstrip(_LINE_END), separator) for line in remaining)
    return _sheet(_split(heading, separator) or (), rows)


def read_rows(rows: Iterable[Sequence[str]]) -> Sheet:
    """Return the table of a workbook whose first row is the heading."""
    remaining = iter(rows)
    return _sheet(next(remaining, ()), remaining)


def _sheet(heading: Sequence[str], rows: Iterable[Sequence[str] | None]) -> Sheet:
    columns = _trimmed([column.strip() for column in heading], 0)
    return Sheet(columns=columns, lines=_lines(rows, len(columns)))


def _lines(rows: Iterable[Sequence[str] | None], width: int) -> Iterator[SheetLine]:
    for number, row in enumerate(rows, start=2):
        if row is None:
            yield SheetLine(number=number, fields=())
        elif fields := [word.strip() for word in row]:
            # A spreadsheet writes empty cells as far as its widest line goes.
            trimmed = _trimmed(fields, width)
            if any(trimmed):
                yield SheetLine(number=number, fields=trimmed)


def _trimmed(fields: list[str], width: int) -> tuple[str, ...]:
    while len(fields) > width and not fields[-1]:
        fields.pop()
    return tuple(fields)


def _split(line: str, separator: str) -> Sequence[str] | None:
    """Return the fields of a line, ``None`` where it is too long or its quotes are broken."""
    if len(line) > MOST_LINE:
        return None
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def read_day(written: str) -> date | None:
    """Return a day written as 1990-05-31 or 31.05.1990, ``None`` for anything else."""
    found = _ISO_DAY.fullmatch(written) or _DOTTED_DAY.fullmatch(written)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
