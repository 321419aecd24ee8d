"""By when a check is due, in working days, and how a list is cut by it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.zone import end_of
from core.rulebook.loader import read
from core.rules.review_terms import check_due, cutoffs, days_left
from tests.support.town import RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
UNSTATED = replace(BOOK, review={})
MONDAY = datetime(2026, 9, 7, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("submitted_at", "last_day"),
    [
        (MONDAY, date(2026, 9, 21)),
        # An hour before midnight of Monday in Almaty, and one after it.
        (datetime(2026, 9, 7, 18, tzinfo=UTC), date(2026, 9, 21)),
        (datetime(2026, 9, 7, 20, tzinfo=UTC), date(2026, 9, 22)),
        # A Friday evening: Saturday and Sunday are no working days.
        (datetime(2026, 9, 11, 12, tzinfo=UTC), date(2026, 9, 25)),
        # Over the Day of the Republic, whose Sunday moves to the Monday.
        (datetime(2026, 10, 16, 6, tzinfo=UTC), date(2026, 11, 2)),
    ],
)
def test_ten_working_days_after_the_day_of_the_submission(submitted_at: datetime, last_day: date) -> None:
    """The term starts on the next day, knows days off, and has the whole of its last day [C1] [P8]."""
    assert check_due(BOOK, submitted_at) == end_of(last_day)


def test_a_term_that_nobody_set_is_none() -> None:
    """Where no source states the term, or the calendar ends, none is made up [C1] [P2]."""
    assert check_due(UNSTATED, MONDAY) is None
    assert cutoffs(UNSTATED, MONDAY) is None
    assert check_due(BOOK, datetime(2200, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize(("hours", "left"), [(-1, -1), (1, 0), (23, 0), (25, 1), (24 * 7 + 1, 7)])
def test_days_left(hours: int, left: int) -> None:
    """On its last day a term has none left; the day after it is over [C1] [P8]."""
    due_at = end_of(date(2026, 9, 21))
    assert days_left(due_at, due_at - timedelta(hours=hours)) == left


@given(
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 12, 20), timezones=st.just(UTC)),  # noqa: DTZ001  (hypothesis adds the zone)
    st.integers(-60 * 24, 60),
)
def test_the_cut_is_the_term(now: datetime, hours: int) -> None:
    """What is cut off as late is late by its own term, and nothing else is; so is what is due [C1] [L2]."""
    submitted_at = now + timedelta(hours=min(hours, 0))
    cut, due_at = cutoffs(BOOK, now), check_due(BOOK, submitted_at)
    assert cut is not None
    assert due_at is not None
    assert (submitted_at < cut.late) == (due_at <= now)
    assert (submitted_at < cut.today) == (days_left(due_at, now) <= 0)
