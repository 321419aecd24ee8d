"""Lists of people by IIN: what is taken, and every bad line by its number (E2, L3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.iin_list import MOST_PEOPLE, ListProblem, read_table, read_typed
from core.rules.iin_reading import IinFault, read_iin
from core.rules.sheet import read_sheet

ONE, OTHER, WITH_ZERO, ROUND = "991231100000", "991231100109", "010101100018", "991212000000"


@pytest.mark.parametrize(
    ("written", "iin", "fault"),
    [
        (ONE, ONE, None),
        (WITH_ZERO.lstrip("0"), WITH_ZERO, IinFault.ZEROS_RESTORED),
        (ROUND, ROUND, IinFault.DOUBTFUL),
        ("", None, IinFault.MISSING),
        ("0", None, IinFault.MISSING),
        ("000000000000", None, IinFault.MISSING),
        ("3.1E+11", None, IinFault.SCIENTIFIC),
        ("9,91231e11", None, IinFault.SCIENTIFIC),
        ("310000000000", None, IinFault.SCIENTIFIC),
        ("19", None, IinFault.WRONG),
        ("991231100001", None, IinFault.WRONG),
        ("9912311000000", None, IinFault.WRONG),
        ("-99123110000", None, IinFault.WRONG),
        ("٩٩١٢٣١١٠٠٠٠٠", None, IinFault.WRONG),
    ],
)
def test_an_iin_as_a_spreadsheet_leaves_it(written: str, iin: str | None, fault: IinFault | None) -> None:
    """Zeros are restored and said, rounded numbers refused, what only may be rounded is said [L3] [E2]."""
    assert read_iin(written) == (iin, fault)


def test_a_typed_list() -> None:
    """A number a line, with spaces or dashes as on a card; each bad line is said, in its order [E2]."""
    typed = f"{ONE[:6]} {ONE[6:]}\n\n991231-100109\n{ONE}\nx\n3.1E+11\n0"
    found = read_typed(typed)
    assert [(each.line, each.iin) for each in found.people] == [(1, ONE), (3, OTHER)]
    assert found.problems == [
        (4, ListProblem.REPEATED),
        (5, ListProblem.WRONG),
        (6, ListProblem.SCIENTIFIC),
        (7, ListProblem.MISSING),
    ]


@pytest.mark.parametrize("typed", ["", "  \n\n "])
def test_nobody_typed(typed: str) -> None:
    """An empty list is said, not taken for one [E2]."""
    assert read_typed(typed).problems == [(1, ListProblem.MISSING)]


def test_a_list_in_a_table() -> None:
    """The column of that name counts, wherever it stands; without it, or twice, nothing is taken [E2]."""
    found = read_table(read_sheet(["Аты;iin", f"А;{ONE}", f"Б;{WITH_ZERO[1:]}", "В"]))
    assert [each.iin for each in found.people] == [ONE, WITH_ZERO]
    assert found.problems == [(4, ListProblem.MISSING)]
    for heading in ("Аты", "iin;iin", ""):
        assert read_table(read_sheet([heading, ONE])).problems == [(1, ListProblem.COLUMN_MISSING)]


def test_a_list_has_an_end() -> None:
    """More people than a clerk can hand codes to are refused at the first line too many [E2]."""
    found = read_typed("\n".join("1" for _ in range(MOST_PEOPLE + 5)))
    assert len(found.problems) == MOST_PEOPLE + 1
    assert found.problems[-1] == (MOST_PEOPLE + 1, ListProblem.TOO_MANY)


@given(st.text())
def test_whatever_is_typed_is_told(text: str) -> None:
    """Nothing breaks the reader, and what is no IIN is always said [E2]."""
    found = read_typed(text)
    assert found.people or found.problems
