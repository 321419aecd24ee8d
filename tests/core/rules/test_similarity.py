"""Which proposals are shown to somebody who proposes nearly the same."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.language import Language
from core.model.proposal import Contents
from core.rules.similarity import SIMILAR_AT_MOST, KnownProposal, find_similar
from tests.core.rules.samples import CITY, LEFT, QUARTER, RIGHT, TREE

HALF = Fraction(1, 2)
METRES = 150
HERE: dict[str, Any] = {"latitude": 50.4111, "longitude": 80.2275}
BESIDE: dict[str, Any] = {"latitude": 50.4115, "longitude": 80.2280}
FAR: dict[str, Any] = {"latitude": 50.5911, "longitude": 80.2275}
"""20 km to the north of ``HERE``."""

MINE = Contents(
    language=Language.RUSSIAN,
    direction="sports-and-playgrounds",
    title="Детская площадка во дворе дома 14 по улице Акжелкен",
    territory=LEFT,
    landmark="улица Акжелкен, двор дома 14",
)
SAME = KnownProposal(
    number=7,
    title="Детскую площадку, ул. Акжелкен, 14",
    landmark="ул. Акжелкен, 14",
    territory=LEFT,
    direction="sports-and-playgrounds",
    latitude=None,
    longitude=None,
)
KAZAKH: dict[str, Any] = {
    "title": "Балалар ойын алаңын орнату",
    "landmark": "Ақжелкен көшесі, 14-үйдің ауласы",
}


def numbers(
    *others: KnownProposal,
    mine: Contents = MINE,
    words_share: Fraction | None = HALF,
    metres: int | None = METRES,
) -> list[int]:
    """Return the numbers that are found similar."""
    return [similar.number for similar in find_similar(mine, others, TREE, words_share, metres)]


SIMILAR: list[Any] = [
    pytest.param({}, {}, id="the same words in other cases, no location"),
    pytest.param({}, KAZAKH, id="a Kazakh address and direction, other words in the title"),
    pytest.param({}, {"direction": "greening"}, id="the same title under another direction"),
    pytest.param({}, {"territory": QUARTER}, id="in a quarter of the district"),
    pytest.param({}, {"territory": CITY}, id="in the whole city"),
    pytest.param(HERE, KAZAKH | HERE, id="Kazakh at the same coordinates in the same direction"),
    pytest.param(
        HERE, {"title": "Балалар алаңы", "landmark": "саябақ"} | HERE, id="other landmark, same spot"
    ),
    pytest.param(HERE, BESIDE, id="some fifty metres away"),
    pytest.param(HERE, {}, id="a location on one side only: words decide"),
    pytest.param({"landmark": None}, {}, id="no landmark yet: the title decides"),
    pytest.param(
        {"landmark": "у дома 14 на Акжелкен"}, {"direction": "greening"}, id="landmark in other words"
    ),
]

DIFFERENT: list[Any] = [
    pytest.param({}, {"territory": RIGHT}, id="the same words in the other district"),
    pytest.param(HERE, FAR, id="the same words 20 km apart"),
    pytest.param(HERE, KAZAKH | {"direction": "greening"} | HERE, id="the same spot, another thing"),
    pytest.param({}, {"landmark": "ул. Акжелкен, 41", "title": "Детская площадка"}, id="another house"),
    pytest.param({}, {"landmark": "ул. Торангы, 3", "title": "Детская площадка"}, id="another street"),
    pytest.param({"landmark": None}, KAZAKH, id="no landmark and other words"),
    pytest.param({}, {"title": "Фонари", "direction": "common-places"}, id="the same house, another thing"),
    pytest.param({"territory": None}, {}, id="no territory yet"),
    pytest.param({"territory": "elsewhere"}, {}, id="a territory that the campaign lacks"),
]


@pytest.mark.parametrize(("mine", "other"), SIMILAR)
def test_similar_ones_are_shown(mine: dict[str, Any], other: dict[str, Any]) -> None:
    """Near and alike is similar, by metres or by words, in either language [B3]."""
    assert numbers(replace(SAME, **other), mine=replace(MINE, **mine)) == [7]


@pytest.mark.parametrize(("mine", "other"), DIFFERENT)
def test_different_ones_are_not(mine: dict[str, Any], other: dict[str, Any]) -> None:
    """Equal words elsewhere, and other things in the same place, are no likeness [B3]."""
    assert numbers(replace(SAME, **other), mine=replace(MINE, **mine)) == []


def test_what_the_rulebook_leaves_open_is_not_asked() -> None:
    """Without a share only metres tell, without metres only words, without both nothing does [B3] [A1]."""
    placed, mine = replace(SAME, **HERE), replace(MINE, **HERE)
    assert numbers(placed, mine=mine, words_share=None) == [7]
    assert numbers(SAME, words_share=None) == []
    assert numbers(replace(SAME, **FAR), mine=mine, metres=None) == [7]
    assert numbers(placed, mine=mine, words_share=None, metres=None) == []


def test_the_most_similar_come_first_and_three_at_most() -> None:
    """Common words of titles lead, then metres, and nobody reads a long list [B3]."""
    near, nearer = replace(SAME, number=2, **BESIDE), replace(SAME, number=3, **HERE)
    loose = replace(SAME, number=4, **KAZAKH, **HERE)
    mine = replace(MINE, **HERE)
    assert numbers(loose, near, nearer, mine=mine) == [3, 2, 4]
    many = [replace(SAME, number=number) for number in range(10)]
    assert len(numbers(*many)) == SIMILAR_AT_MOST


def test_metres_are_told_where_both_have_a_location() -> None:
    """The distance is said where it is known [B3]."""
    (found,) = find_similar(replace(MINE, **HERE), [replace(SAME, **BESIDE)], TREE, HALF, METRES)
    assert found.metres is not None
    assert 50 <= found.metres <= 65
    (found,) = find_similar(MINE, [SAME], TREE, HALF, METRES)
    assert found.metres is None


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_compared(title: str, other: str, landmark: str) -> None:
    """No text breaks the comparison, and a proposal is always like its own copy in the same spot [B3]."""
    mine = replace(MINE, title=title, landmark=landmark, **HERE)
    assert numbers(replace(SAME, title=title, landmark=other, **HERE), mine=mine) == [7]
    numbers(replace(SAME, title=other, direction="greening"), mine=mine)
