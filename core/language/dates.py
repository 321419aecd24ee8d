"""Instants as days and hours of the campaign's zone, and the last day of a half-open window.

Separate because a stage ends before an instant, while people are told the last day that still counts (P8).
"""

from datetime import UTC, date, datetime, timedelta

from core.law.zone import ZONE


def local(instant: datetime) -> datetime:
    """Return ``instant`` on the clocks of the campaign; raise ``ValueError`` for one without a zone (P8)."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone")
    return instant.astimezone(ZONE.value)


def day(moment: date | datetime) -> date:
    """Return the calendar day of an instant in the campaign's zone, or the day itself."""
    return local(moment).date() if isinstance(moment, datetime) else moment


def last_day(closes: datetime) -> date:
    """Return the last day that still has some of a window that ends before ``closes`` (P8)."""
    # Aware datetimes of one ZoneInfo subtract by wall clock, which is wrong in the hour that happened twice.
    return local(local(closes).astimezone(UTC) - timedelta.resolution).date()


def is_day_end(closes: datetime) -> bool:
    """Say whether a window that ends before ``closes`` has the whole of its last day (P8)."""
    return last_day(closes) != local(closes).date()


def clock(instant: datetime) -> str:
    """Return hours and minutes of ``instant`` in the campaign's zone: ``09:05``."""
    return f"{local(instant):%H:%M}"
