"""The akimat's list of improved yards: what is read, and every bad line at once (B3)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.territory import TerritoryTree
from core.rulebook.loader import read
from core.rules.sheet import read_day, read_sheet
from core.rules.yard_list import MOST_LINES, YardFault, YardFile
from core.rules.yard_list import read_yards as read_list
from core.rules.yards import ImprovedYard
from tests.support.town import RULEBOOK

TREE = read(RULEBOOK, "semey-demo").territories
HEADING = "territory;address;improved_on"


def read_yards(text: str, tree: TerritoryTree) -> YardFile:
    """Return what a list says."""
    return read_list(read_sheet(text.splitlines()), tree)


def test_columns_in_any_order_and_days_in_both_ways() -> None:
    """A list from any spreadsheet is read alike, with its mark of UTF-8 and blank lines [B3] [L3]."""
    lines = ('2024-05-31,"Абай, 5",samal-1', "", ",,", "31.05.2023,Мәңгілік ел,samal", "")
    text = "\n".join(("\ufeffimproved_on,address,territory", *lines))
    assert read_yards(text, TREE).yards == (
        ImprovedYard(territory="samal-1", address="Абай, 5", improved_on=date(2024, 5, 31)),
        ImprovedYard(territory="samal", address="Мәңгілік ел", improved_on=date(2023, 5, 31)),
    )


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("moon;Абай, 5;2024-05-31", [(2, YardFault.TERRITORY_UNKNOWN)]),
        ("samal;;2024-05-31", [(2, YardFault.ADDRESS_MISSING)]),
        ("samal;Абай, 5;2024-02-30", [(2, YardFault.DAY_WRONG)]),
        ("samal;Аба?, 5;2024-05-31", [(2, YardFault.ADDRESS_BROKEN)]),
        ("samal;?лия, 5;2024-05-31", [(2, YardFault.ADDRESS_BROKEN)]),
        ("samal;Абай\0, 5;2024-05-31", [(2, YardFault.ADDRESS_BROKEN)]),
        (f"samal;{'Абай' * 100};2024-05-31", [(2, YardFault.ADDRESS_BROKEN)]),
        ("samal;Абай, 5;31.05.24", [(2, YardFault.DAY_WRONG)]),
        ("samal;Абай, 5", [(2, YardFault.FIELD_COUNT)]),
        ('samal;"Абай, 5;2024-05-31', [(2, YardFault.FIELD_COUNT)]),
        (
            "samal;Абай, 5;2024-05-31\nsamal;Абай, 5;31.05.2024",
            [(3, YardFault.LINE_REPEATED)],
        ),
        (
            "moon;;never\nsamal;Абай, 5",
            [
                (2, YardFault.TERRITORY_UNKNOWN),
                (2, YardFault.ADDRESS_MISSING),
                (2, YardFault.DAY_WRONG),
                (3, YardFault.FIELD_COUNT),
            ],
        ),
    ],
)
def test_every_bad_line_is_said(lines: str, faults: list[tuple[int, YardFault]]) -> None:
    """Each fault comes with its line, all of them together [B3] [L3]."""
    notes = read_yards(f"{HEADING}\n{lines}\n", TREE).notes
    assert [(note.line, note.fault) for note in notes] == faults
    assert all(str(note).startswith(f"line {note.line}: ") for note in notes)


@pytest.mark.parametrize("heading", ["", "territory;address", "iin;address;improved_on", HEADING + ";phone"])
def test_a_foreign_heading_refuses_the_file(heading: str) -> None:
    """A file with other columns is none of this list [L3]."""
    read_file = read_yards(f"{heading}\nsamal;Абай, 5;2024-05-31", TREE)
    assert [note.fault for note in read_file.notes] == [YardFault.HEADING_WRONG]
    assert read_file.yards == ()


@given(st.text())
def test_no_file_breaks_the_reader(text: str) -> None:
    """Whatever an operator names by mistake, there is an answer [L3]."""
    read_yards(text, TREE)
    read_sheet(text)


@given(st.dates())
def test_days_come_back(day: date) -> None:
    """A day is read in both ways of writing it [B3]."""
    assert read_day(day.isoformat()) == day
    assert read_day(f"{day.day:02}.{day.month:02}.{day.year:04}") == day


def test_a_list_has_an_end() -> None:
    """A table of millions of lines is read as far as any city's list goes, and that is said [L3]."""
    lines = "\n".join(f"samal;Абай, {number};2024-05-31" for number in range(MOST_LINES + 5))
    read_file = read_yards(f"{HEADING}\n{lines}", TREE)
    assert [(note.line, note.fault) for note in read_file.notes] == [(MOST_LINES + 2, YardFault.TOO_MANY)]
