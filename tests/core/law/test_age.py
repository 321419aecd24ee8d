"""Full age, the born of 29 February included."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.age import FULL_AGE, day_of_age, is_of_age

BIRTHDAYS = [
    pytest.param(date(2009, 4, 24), 18, date(2027, 4, 24), id="birthday itself"),
    pytest.param(date(2008, 2, 29), 18, date(2026, 3, 1), id="29 February, no such day at 18"),
    pytest.param(date(2008, 2, 29), 16, date(2024, 2, 29), id="29 February, such a day at 16"),
    pytest.param(date(1892, 2, 29), 8, date(1900, 3, 1), id="1900 was no leap year"),
    pytest.param(date(1992, 2, 29), 8, date(2000, 2, 29), id="2000 was one"),
    pytest.param(date(2008, 2, 28), 18, date(2026, 2, 28), id="28 February stays"),
]


@pytest.mark.parametrize(("born", "years", "expected"), BIRTHDAYS)
def test_the_day_of_age(born: date, years: int, expected: date) -> None:
    """A person is of age on the birthday, born on 29 February on 1 March [E1]."""
    assert day_of_age(born, years) == expected
    assert is_of_age(born, years, expected)
    assert not is_of_age(born, years, expected - timedelta(days=1))


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)))
def test_full_age_comes_once(born: date) -> None:
    """Full age begins eighteen years after birth, at most a day later than the date itself [E1]."""
    of_age = day_of_age(born, FULL_AGE.value)
    assert of_age.year == born.year + 18
    assert of_age - born in {timedelta(days=days) for days in (6574, 6575)}
