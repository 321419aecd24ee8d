"""Terms in working days: they start on the next day and have the whole of their last one."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.working_days import (
    UnknownCalendarError,
    end_of_term,
    is_working_day,
    last_working_day,
)
from core.law.zone import end_of, local_date, start_of

TERMS = [
    pytest.param(date(2026, 11, 16), 1, date(2026, 11, 17), id="one day from Monday"),
    pytest.param(date(2026, 11, 20), 1, date(2026, 11, 23), id="one day from Friday"),
    pytest.param(date(2026, 11, 21), 2, date(2026, 11, 24), id="two days from Saturday"),
    pytest.param(date(2026, 3, 20), 2, date(2026, 3, 27), id="two days over Nauryz"),
    pytest.param(date(2026, 5, 26), 1, date(2026, 5, 28), id="one day over Kurban ait"),
    pytest.param(date(2025, 12, 31), 2, date(2026, 1, 6), id="two days over New Year"),
    pytest.param(date(2024, 5, 3), 1, date(2024, 5, 4), id="a worked Saturday counts"),
    pytest.param(date(2027, 3, 1), 10, date(2027, 3, 17), id="ten days over 8 and 15 March"),
]


@pytest.mark.parametrize(("start", "count", "last"), TERMS)
def test_terms_end_on_the_last_working_day(start: date, count: int, last: date) -> None:
    """A term of working days passes over weekends, holidays and moved days [P2]."""
    assert last_working_day(start, count) == last


def test_a_term_has_the_whole_of_its_last_day() -> None:
    """The half-open end of a term is the midnight of Almaty after its last working day, in UTC [P8]."""
    event = datetime(2026, 11, 16, 20, 30, tzinfo=UTC)  # 17 November, 01:30 in Almaty
    ends = end_of_term(event, 2)
    assert ends == datetime(2026, 11, 19, 19, 0, tzinfo=UTC)
    assert local_date(ends - timedelta(seconds=1)) == date(2026, 11, 19)


def test_a_term_over_the_change_of_the_clock() -> None:
    """A term that ended on 29 February 2024 had its last hour twice: it ended by the new time [P8]."""
    ends = end_of_term(datetime(2024, 2, 28, 6, 0, tzinfo=UTC), 1)
    assert ends == datetime(2024, 2, 29, 19, 0, tzinfo=UTC)
    assert ends - start_of(date(2024, 2, 29)) == timedelta(hours=25)


def test_the_rulebook_goes_before_the_table() -> None:
    """Days that the Government moves later are overridden by the rulebook, in both directions [P2]."""
    moved = {date(2026, 11, 23): False, date(2026, 11, 28): True}
    assert last_working_day(date(2026, 11, 20), 1, moved) == date(2026, 11, 24)
    assert last_working_day(date(2026, 11, 27), 1, moved) == date(2026, 11, 28)


@pytest.mark.parametrize("day", [date(2022, 12, 30), date(2029, 1, 3)])
def test_an_unknown_year_raises(day: date) -> None:
    """No day is taken for a working day in a year whose holidays the table does not have [P2]."""
    with pytest.raises(UnknownCalendarError, match=str(day.year)):
        is_working_day(day)


def test_a_term_past_the_table_raises() -> None:
    """A term that runs into an unknown year is not guessed [P2]."""
    with pytest.raises(UnknownCalendarError, match="2029"):
        last_working_day(date(2028, 12, 28), 5)


def test_a_term_of_no_days_raises() -> None:
    """A term without a day is a mistake of whoever asks [P2]."""
    with pytest.raises(ValueError, match="one working day"):
        last_working_day(date(2026, 11, 20), 0)


@given(st.dates(date(2023, 1, 1), date(2028, 6, 30)), st.integers(1, 60))
def test_terms_hold_exactly_their_working_days(start: date, count: int) -> None:
    """Between start and end lie as many working days as the term has, the last one included [P2]."""
    last = last_working_day(start, count)
    days = [start + timedelta(days=offset) for offset in range(1, (last - start).days + 1)]
    assert sum(is_working_day(day) for day in days) == count
    assert is_working_day(last)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_days_follow_each_other_without_a_gap(day: date) -> None:
    """A day ends at the instant at which the next begins, also when clocks change [P8]."""
    assert end_of(day) == start_of(day + timedelta(days=1))
    assert local_date(start_of(day)) == day
    assert local_date(end_of(day) - timedelta.resolution) == day
