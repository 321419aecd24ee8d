"""A spreadsheet's CSV: separator, lines, days; apart, because people and yards come alike (L3)."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_SEPARATORS = (";", "\t", ",")
_ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DOTTED_DAY = re.compile(r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line below the heading, counted from 1 with it; ``fields`` are empty where its quotes are broken."""

    number: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The columns of a heading and every line below it that is not blank."""

    columns: tuple[str, ...]
    lines: tuple[SheetLine, ...]


def read_sheet(text: str) -> Sheet:
    """Return the fields of a CSV; semicolons, tabs or commas separate them, as the heading shows (L3)."""
    lines = text.removeprefix("\ufeff").splitlines()
    heading = lines[0] if lines else ""
    separator = max(_SEPARATORS, key=heading.count)
    columns = tuple(column.strip() for column in next(csv.reader([heading], delimiter=separator), []))
    return Sheet(columns=columns, lines=tuple(_lines(lines[1:], separator)))


def _lines(written: list[str], separator: str) -> Iterator[SheetLine]:
    for number, line in enumerate(written, start=2):
        if not line.strip(f"{separator} "):
            continue
        try:
            fields = next(csv.reader([line], delimiter=separator, strict=True))
        except csv.Error:
            fields = []
        yield SheetLine(number=number, fields=tuple(word.strip() for word in fields))


def read_day(written: str) -> date | None:
    """Return a day written as 1990-05-31 or 31.05.1990, ``None`` for anything else."""
    found = _ISO_DAY.fullmatch(written) or _DOTTED_DAY.fullmatch(written)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
