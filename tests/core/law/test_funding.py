"""The least share of housing spending by the kind of place."""

from fractions import Fraction

import pytest

from core.law.funding import get_least_share, least_money
from core.model.language import Text
from core.model.territory import Territory, TerritoryKind, TerritoryTree

LINES = [
    pytest.param(
        [TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE], Fraction(1, 10), id="city of oblast significance"
    ),
    pytest.param(
        [TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE, TerritoryKind.CITY_DISTRICT],
        Fraction(1, 10),
        id="its district",
    ),
    pytest.param(
        [TerritoryKind.CITY_OF_REPUBLICAN_SIGNIFICANCE, TerritoryKind.CITY_DISTRICT],
        Fraction(1, 20),
        id="district of a city of republican significance",
    ),
    pytest.param([TerritoryKind.CITY_OF_REPUBLICAN_SIGNIFICANCE], None, id="such a city as a whole"),
    pytest.param([TerritoryKind.DISTRICT, TerritoryKind.RURAL_OKRUG], None, id="rural okrug"),
    pytest.param(
        [TerritoryKind.DISTRICT, TerritoryKind.CITY_OF_DISTRICT_SIGNIFICANCE], None, id="district town"
    ),
]


def _tree(kinds: list[TerritoryKind]) -> TerritoryTree:
    name = Text(kk="", ru="")
    nodes = {
        kind.value: Territory(slug=kind.value, name=name, kind=kind, parent=above.value if above else None)
        for kind, above in zip(kinds, [None, *kinds], strict=False)
    }
    return TerritoryTree(nodes=nodes)


@pytest.mark.parametrize(("kinds", "share"), LINES)
def test_the_share_depends_on_the_kind(kinds: list[TerritoryKind], share: Fraction | None) -> None:
    """Cities have a tenth, districts of the largest cities a twentieth, villages no share in the act [A5]."""
    found = get_least_share(_tree(kinds), kinds[-1].value)
    assert (found.value if found else None) == share


def test_the_share_names_its_edition() -> None:
    """The share is shown with the edition of 2021 that it was read in [A5] [P2]."""
    city = TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE
    share = get_least_share(_tree([city]), city.value)
    assert share is not None
    assert "14-5" in share.source.act
    assert share.source.date.year == 2021


@pytest.mark.parametrize(
    ("spending", "share", "least"),
    [
        (1_000_000_000, Fraction(1, 10), 100_000_000),
        (1_000_001, Fraction(1, 20), 50_001),
        (0, Fraction(1, 10), 0),
    ],
)
def test_the_least_money_is_rounded_up(spending: int, share: Fraction, least: int) -> None:
    """A tenge less than the share would lie below it [A5]."""
    assert least_money(spending, share) == least
