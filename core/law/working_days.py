"""Terms in working days; apart, because days off are looked up and never computed by weekday."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from core.law import holidays
from core.law.zone import end_of, local_date

NO_OVERRIDES: Mapping[date, bool] = MappingProxyType({})
_SATURDAY = 5


class UnknownCalendarError(LookupError):
    """The table of days off does not reach the day that was asked for."""


def is_working_day(day: date, overrides: Mapping[date, bool] = NO_OVERRIDES) -> bool:
    """Say whether people work on ``day``; the rulebook's ``overrides`` (true: they work) go first.

    Raises:
        UnknownCalendarError: for a day of a year that the table does not have.
    """
    if day in overrides:
        return overrides[day]
    if not holidays.FIRST_YEAR <= day.year <= holidays.LAST_YEAR:
        raise UnknownCalendarError(f"no days off are known for {day.year}")
    if day in holidays.DAYS_OFF.value:
        return False
    return day.weekday() < _SATURDAY or day in holidays.WORKING_WEEKENDS.value


def is_estimated(day: date) -> bool:
    """Say whether ``day`` is off only by estimate: Kurban ait is fixed by the moon, some months before."""
    return day in holidays.ESTIMATED.value


def last_working_day(start: date, count: int, overrides: Mapping[date, bool] = NO_OVERRIDES) -> date:
    """Return the ``count``-th working day after ``start``, which itself does not count.

    Raises:
        ValueError: for a count below one.
        UnknownCalendarError: where the term runs past the table.
    """
    if count < 1:
        raise ValueError("a term has one working day at least")
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, overrides)
    return day


def end_of_term(event: datetime, count: int, overrides: Mapping[date, bool] = NO_OVERRIDES) -> datetime:
    """Return when a term of ``count`` working days ends that an event at the instant ``event`` sets running.

    The term starts on the next day and has the whole of its last working day, so its half-open end in UTC is
    the midnight of Asia/Almaty after that day (P8). Raises as ``last_working_day`` does.
    """
    return end_of(last_working_day(local_date(event), count, overrides))
