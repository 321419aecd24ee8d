"""Yards of the office's list, met in proposals in other words and languages."""

from datetime import date

import pytest

from core.rules.yards import ImprovedYard, recently_improved
from tests.core.rules.samples import CITY, LEFT, OTHER_CITY, QUARTER, RIGHT, TREE

TODAY = date(2027, 2, 10)


def yard(
    address: str = "улица Акжелкен, дом 14", territory: str = LEFT, day: date = date(2024, 5, 1)
) -> ImprovedYard:
    """Return a yard of the left district, improved three years ago."""
    return ImprovedYard(territory=territory, address=address, improved_on=day)


def is_named(text: str, improved: ImprovedYard, territory: str = LEFT) -> bool:
    """Say whether ``text`` names the yard."""
    return list(recently_improved(text, territory, [improved], TREE, 5, TODAY)) == [improved]


@pytest.mark.parametrize(
    "text",
    [
        "Детская площадка во дворе дома 14 по улице Акжелкен",
        "Ақжелкен көшесіндегі 14-үйдің ауласы",
        "АКЖЕЛКЕН 14",
        "ул.Акжелкен,14",
        "между домами 12 и 14 по Акжелкен",
    ],
)
def test_a_yard_is_met_in_other_words(text: str) -> None:
    """Street and house are enough, in any case, spelling and language [B3]."""
    assert is_named(text, yard())


@pytest.mark.parametrize(
    "text", ["улица Акжелкен, дом 141", "улица Акжелкен", "дом 14", "улица Торангы, дом 14", ""]
)
def test_other_yards_are_not_meant(text: str) -> None:
    """Another house, another street, or a half of the address name no yard of the list [B3]."""
    assert not is_named(text, yard())


def test_the_letter_of_a_house_counts() -> None:
    """14А is another house than 14, however the letter is written [B3]."""
    assert is_named("Акжелкен 14 а", yard("ул. Акжелкен, 14А"))
    assert not is_named("Акжелкен 14", yard("ул. Акжелкен, 14А"))


def test_an_address_of_numbers_alone_names_nothing() -> None:
    """A line of the list without a street would be met everywhere [B3]."""
    assert not is_named("Акжелкен 14", yard("дом 14"))


@pytest.mark.parametrize(
    ("territory", "expected"),
    [(LEFT, True), (QUARTER, True), (CITY, True), (RIGHT, False), (OTHER_CITY, False)],
)
def test_only_yards_around_count(territory: str, expected: bool) -> None:  # noqa: FBT001 a table's column
    """The same address in another district is another yard; above and below is around [B3]."""
    assert is_named("Акжелкен 14", yard(), territory) is expected
    assert is_named("Акжелкен 14", yard(territory=territory)) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 2, 11), True),
        (date(2022, 2, 10), False),
        (date(2021, 12, 31), False),
        (date(2027, 2, 10), True),
    ],
)
def test_five_years_are_counted_to_the_day(day: date, expected: bool) -> None:  # noqa: FBT001 a table's column
    """Five years after the works, and not a day earlier, the yard may be proposed without a word [B3]."""
    assert is_named("Акжелкен 14", yard(day=day)) is expected


def test_works_of_a_leap_day_end_with_february() -> None:
    """Five years after 29 February are over on 1 March [B3]."""
    improved = yard(day=date(2024, 2, 29))
    for today, expected in ((date(2029, 2, 28), True), (date(2029, 3, 1), False)):
        assert bool(list(recently_improved("Акжелкен 14", LEFT, [improved], TREE, 5, today))) is expected
