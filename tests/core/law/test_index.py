"""The index by year against caps that akimats printed."""

from datetime import date

import pytest

from core.law.index import INDEX, UnknownIndexError, cost_cap, require_index

PRINTED_CAPS = [
    pytest.param(20_000, 2020, 55_560_000, id="Almaty 2020: 55.5 mln"),
    pytest.param(20_000, 2021, 58_340_000, id="Almaty 2021: 58.3 mln"),
    pytest.param(10_000, 2021, 29_170_000, id="Atyrau 2021: 29.17 mln"),
    pytest.param(10_000, 2022, 30_630_000, id="Pavlodar 2022: about 30 mln"),
    pytest.param(25_000, 2023, 86_250_000, id="Almaty 2023: 86.2 mln"),
    pytest.param(25_000, 2024, 92_300_000, id="Almaty 2024: 92.3 mln"),
    pytest.param(15_000, 2024, 55_380_000, id="Kostanay 2024: up to 55 mln"),
    pytest.param(15_000, 2025, 58_980_000, id="Aktobe 2025: up to 59 mln"),
    pytest.param(25_000, 2026, 108_125_000, id="Almaty 2026"),
]


@pytest.mark.parametrize(("multiplier", "year", "tenge"), PRINTED_CAPS)
def test_caps_are_those_that_akimats_printed(multiplier: int, year: int, tenge: int) -> None:
    """A multiple of the year's index gives the cap that an akimat announced for that year [A1] [P2]."""
    assert cost_cap(multiplier, year) == tenge


@pytest.mark.parametrize("year", [2019, 2027, 0])
def test_an_unknown_year_raises(year: int) -> None:
    """No index is guessed for a year whose budget the table does not have [P2]."""
    with pytest.raises(UnknownIndexError, match=str(year)):
        require_index(year)


def test_each_index_is_dated() -> None:
    """An index holds from a day of its own year on, by an act adopted around its beginning [P2]."""
    assert list(INDEX) == list(range(2020, 2027))
    for year, index in INDEX.items():
        assert index.since.year == year
        assert abs(index.source.date - date(year, 1, 1)).days < 120
