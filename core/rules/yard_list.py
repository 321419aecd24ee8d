"""The akimat's list of yards improved lately: a CSV in, yards and every bad line out (B3, L3).

Separate from the comparison with proposals, which never sees a file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.model.territory import TerritoryTree
from core.rules.sheet import Sheet, SheetLine, read_day
from core.rules.yards import ImprovedYard

COLUMNS = ("territory", "address", "improved_on")
"""The columns of the file, in any order."""

MOST_LINES = 20_000
"""Lines of a list; a city has some thousand yards."""

MOST_ADDRESS = 300
"""Characters of an address."""

# Excel writes a question mark for each letter that Windows-1251 does not have, such as ә and қ.
_LOST = re.compile(r"\w\?|\?\w")


class YardFault(StrEnum):
    """What is wrong with a line of the list."""

    HEADING_WRONG = "heading-wrong"
    FIELD_COUNT = "field-count"
    TERRITORY_UNKNOWN = "territory-unknown"
    ADDRESS_MISSING = "address-missing"
    ADDRESS_BROKEN = "address-broken"
    DAY_WRONG = "day-wrong"
    LINE_REPEATED = "line-repeated"
    TOO_MANY = "too-many"


_EXPLANATIONS: Mapping[YardFault, str] = {
    YardFault.HEADING_WRONG: f"the columns must be {', '.join(COLUMNS)}",
    YardFault.FIELD_COUNT: "the line has more or fewer fields than the heading",
    YardFault.TERRITORY_UNKNOWN: "territory: no territory of the rulebook has this slug",
    YardFault.ADDRESS_MISSING: "address: without one no proposal can be compared",
    YardFault.ADDRESS_BROKEN: "address: letters were lost as ?, signs cannot be printed, or it is too long; "
    "save the table in UTF-8",
    YardFault.DAY_WRONG: "improved_on: must be a day such as 2024-05-31 or 31.05.2024",
    YardFault.LINE_REPEATED: "an earlier line says the same",
    YardFault.TOO_MANY: "a list has at most 20,000 lines; what follows was not read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class YardNote:
    """What is to be said of a line, counted from 1 with the heading."""

    line: int
    fault: YardFault

    def __str__(self) -> str:
        """Return the note as the command line prints it."""
        return f"line {self.line}: {_EXPLANATIONS[self.fault]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class YardFile:
    """All that a list says: yards, and notes on bad lines; with a single one the list is not taken."""

    yards: tuple[ImprovedYard, ...]
    notes: tuple[YardNote, ...]


def read_yards(sheet: Sheet, tree: TerritoryTree) -> YardFile:
    """Return the yards of a list and a note on everything that is wrong with it (B3)."""
    if sorted(sheet.columns) != sorted(COLUMNS):
        return YardFile(yards=(), notes=(YardNote(line=1, fault=YardFault.HEADING_WRONG),))
    yards: dict[ImprovedYard, None] = {}
    notes: list[YardNote] = []
    for count, line in enumerate(sheet.lines, start=1):
        if count > MOST_LINES:
            notes.append(YardNote(line=line.number, fault=YardFault.TOO_MANY))
            break
        found = _read(line, sheet.columns, tree)
        if isinstance(found, ImprovedYard) and found not in yards:
            yards[found] = None
            continue
        faults = (YardFault.LINE_REPEATED,) if isinstance(found, ImprovedYard) else found
        notes.extend(YardNote(line=line.number, fault=fault) for fault in faults)
    return YardFile(yards=tuple(yards), notes=tuple(notes))


def _read(
    line: SheetLine, columns: Sequence[str], tree: TerritoryTree
) -> ImprovedYard | tuple[YardFault, ...]:
    if len(line.fields) != len(columns):
        return (YardFault.FIELD_COUNT,)
    fields = dict(zip(columns, line.fields, strict=True))
    territory, address, day = fields["territory"], fields["address"], read_day(fields["improved_on"])
    faults = (
        *((YardFault.TERRITORY_UNKNOWN,) if territory not in tree.nodes else ()),
        *((YardFault.ADDRESS_MISSING,) if not address else ()),
        *((YardFault.ADDRESS_BROKEN,) if _is_broken(address) else ()),
        *((YardFault.DAY_WRONG,) if day is None else ()),
    )
    if faults or day is None:
        return faults
    return ImprovedYard(territory=territory, address=address, improved_on=day)


def _is_broken(address: str) -> bool:
    """Say whether a table saved in a poorer encoding lost letters, or the address is none (L3)."""
    return _LOST.search(address) is not None or not address.isprintable() or len(address) > MOST_ADDRESS
