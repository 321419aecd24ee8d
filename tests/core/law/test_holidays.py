"""The table of days off is what the package gives, and says what the official calendars said."""

from datetime import date

import pytest

from core.law import holidays
from core.law.working_days import is_estimated, is_working_day
from tests.house import generate_holidays, tree

OFF = [
    pytest.param(date(2026, 1, 7), id="Christmas"),
    pytest.param(date(2026, 3, 9), id="8 March moved from Sunday"),
    pytest.param(date(2026, 3, 24), id="Nauryz moved from Saturday"),
    pytest.param(date(2026, 3, 25), id="Nauryz moved from Sunday"),
    pytest.param(date(2026, 5, 11), id="9 May moved from Saturday"),
    pytest.param(date(2026, 5, 27), id="Kurban ait 2026"),
    pytest.param(date(2026, 10, 26), id="25 October moved from Sunday"),
    pytest.param(date(2025, 1, 3), id="day off for Sunday 5 January 2025"),
    pytest.param(date(2024, 5, 8), id="day off for Saturday 4 May 2024"),
    pytest.param(date(2024, 8, 30), id="Constitution Day until 2025"),
    pytest.param(date(2027, 3, 15), id="Constitution Day from 2027"),
    pytest.param(date(2027, 5, 10), id="9 May 2027 moved from Sunday"),
]
AT_WORK = [
    pytest.param(date(2025, 1, 5), id="Sunday worked for 3 January 2025"),
    pytest.param(date(2024, 5, 4), id="Saturday worked for 8 May 2024"),
    pytest.param(date(2024, 1, 8), id="Christmas on Sunday is not moved"),
    pytest.param(date(2024, 6, 17), id="Kurban ait on Sunday is not moved"),
    pytest.param(date(2027, 5, 17), id="Kurban ait of 2027 on Sunday is not moved"),
    pytest.param(date(2026, 8, 31), id="30 August is no holiday since 2026"),
]


def test_the_table_is_freshly_generated() -> None:
    """`make law` would not change the table [P2]."""
    assert tree.source(generate_holidays.TABLE) == generate_holidays.table()


@pytest.mark.parametrize("day", OFF)
def test_nobody_works_on_a_day_off(day: date) -> None:
    """Holidays, moved days and days off for worked weekends are no working days [P2]."""
    assert not is_working_day(day)


@pytest.mark.parametrize("day", AT_WORK)
def test_people_work_on_other_days(day: date) -> None:
    """Days for which a weekend is off elsewhere, and days that no holiday is moved to, are worked [P2]."""
    assert is_working_day(day)


def test_estimates_are_marked() -> None:
    """Kurban ait of years to come is marked as an estimate and a day off until then [P2]."""
    assert {day.year for day in holidays.ESTIMATED.value} == {2026, 2027, 2028}
    assert holidays.ESTIMATED.value < holidays.DAYS_OFF.value
    assert is_estimated(date(2027, 5, 16))
    assert not is_estimated(date(2025, 6, 6))
