"""Whether a campaign's money is the least that the act asks for: shares by place, sums to the tenge."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.changes import canonical, difference
from core.rulebook.loader import read
from core.rules.funding import find_least_share, money_floor
from tests.core.rulebook.sample import DEMO, FOLDER, edited, errors_of

BOOK = read(DEMO, "demo")
SPENDING = "housing_spending = { value = 2900000000,"
FUNDING = f'[funding]\n{SPENDING} act = "choice" }}\n'
MONEY = 310_000_000
"""What the sample campaign has in its four districts together."""


@pytest.mark.parametrize(
    ("name", "share"),
    [("semey-demo", Fraction(1, 10)), ("almaty-like", Fraction(1, 20)), ("rural-okrug", None)],
)
def test_the_share_of_a_campaign(name: str, share: Fraction | None) -> None:
    """A city has a tenth, the districts of the largest cities a twentieth, a rural okrug no share [A5]."""
    book = read((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)
    found = find_least_share(book)
    assert (found.value if found else None) == share
    if share is None:
        assert money_floor(book, 1) is None


@pytest.mark.parametrize(
    ("spending", "least", "is_reached", "difference"),
    [
        (2_900_000_000, 290_000_000, True, 20_000_000),
        (3_100_000_000, MONEY, True, 0),
        (3_100_000_001, MONEY + 1, False, 1),
        (1, 1, True, MONEY - 1),
    ],
)
def test_the_floor_to_the_tenge(spending: int, least: int, difference: int, *, is_reached: bool) -> None:
    """Rounded up, reached with the very tenge, and missed by one [A5]."""
    floor = money_floor(BOOK, spending)
    assert floor is not None
    assert (floor.least, floor.is_reached, floor.difference) == (least, is_reached, difference)
    assert floor.money == MONEY


@given(st.integers(min_value=1, max_value=10**15))
def test_the_least_is_a_tenth_and_no_tenge_more(spending: int) -> None:
    """Ten times the least is the spending or just above [A5]."""
    floor = money_floor(BOOK, spending)
    assert floor is not None
    assert 0 <= 10 * floor.least - spending < 10


def test_spending_is_a_key_with_its_act() -> None:
    """It stands beside its act, may be absent, and a file without it keeps its fingerprint [A1] [A5] [P2]."""
    assert BOOK.housing_spending is not None
    without = read(edited((FUNDING, "")), "without")
    assert without.housing_spending is None
    assert "funding" not in canonical(without)
    assert [change.key for change in difference(without, BOOK)] == [
        "funding.housing_spending.value",
        "funding.housing_spending.act",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2900000000", "0"),
        ("2900000000", "-1"),
        ("2900000000", "2.9e9"),
        ("2900000000", '"2900000000"'),
        ("housing_spending", "housing_spendings"),
    ],
)
def test_a_wrong_spending_is_told_by_its_key(old: str, new: str) -> None:
    """No sum, below one tenge, a fraction, a misspelt key: each error names where it stands [A1] [A5]."""
    text = edited((SPENDING, SPENDING.replace(old, new)))
    assert any(error.key.startswith("funding") for error in errors_of(text))
    bare = edited((f'{SPENDING} act = "choice" }}', "housing_spending = 5"))
    assert any("without its act" in error.message for error in errors_of(bare))
