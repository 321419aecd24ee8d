"""By when a check has to be done, and which ones are late; apart, for it asks the calendar (C1)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.law.working_days import UnknownCalendarError, end_of_term
from core.law.zone import end_of, last_date_before, local_date
from core.rulebook.model import Rulebook

_LONGEST_PAUSE = 20
"""Days off in a row that no calendar has more of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutoffs:
    """What came before ``late`` is late, what came before ``today`` and is not is due today: two instants."""

    late: datetime
    today: datetime


def check_due(rulebook: Rulebook, submitted_at: datetime) -> datetime | None:
    """Return the half-open end of the formal check of what was submitted then (C1, P8).

    ``None`` where no source states the term, or where the calendar of days off does not reach it.
    """
    days = rulebook.review.get("formal_check_working_days")
    if days is None:
        return None
    try:
        return end_of_term(submitted_at, days.value)
    except UnknownCalendarError:
        return None


def cutoffs(rulebook: Rulebook, now: datetime) -> Cutoffs | None:
    """Return by when of submission a check is late or due today at ``now``; ``None`` without a term.

    A later submission is never due earlier, so that a list can be cut by these and by nothing else.
    """
    days = rulebook.review.get("formal_check_working_days")
    if days is None:
        return None
    first = local_date(now) - timedelta(days=2 * days.value + _LONGEST_PAUSE)
    late = today = first
    for ahead in range((local_date(now) - first).days + 1):
        day = first + timedelta(days=ahead)
        due = check_due(rulebook, _instant_of(day))
        if due is None:
            continue
        late = day if due <= now else late
        today = day if due <= end_of(local_date(now)) else today
    return Cutoffs(late=end_of(late), today=end_of(today))


def days_left(due_at: datetime, now: datetime) -> int:
    """Return the calendar days until the last day of a term: 0 on that day, below 0 after it."""
    return (last_date_before(due_at) - local_date(now)).days


def _instant_of(day: date) -> datetime:
    """Return an instant of that day."""
    return end_of(day) - timedelta(hours=1)
