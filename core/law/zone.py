"""The clock of Kazakhstan; apart, because days begin and end by it while instants are in UTC (P8)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.law.reference import Lawful, Reference

ZONE = Lawful(
    value=ZoneInfo("Asia/Almaty"),
    since=date(2024, 3, 1),
    source=Reference(
        act="Government resolution on a single time zone (UTC+5)",
        date=date(2024, 1, 19),
        link="https://interfax.ru/world/940956",
    ),
)
"""The zone in which days are read and printed; until 1 March 2024 it was an hour further east."""


def local_date(instant: datetime) -> date:
    """Return the day of an aware ``instant`` in Asia/Almaty (P8).

    Raises:
        ValueError: for a datetime without a zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant without a zone has no day")
    return instant.astimezone(ZONE.value).date()


def start_of(day: date) -> datetime:
    """Return the instant in UTC at which ``day`` begins in Asia/Almaty (P8)."""
    return datetime.combine(day, time.min, tzinfo=ZONE.value).astimezone(UTC)


def end_of(day: date) -> datetime:
    """Return the instant in UTC at which ``day`` is over in Asia/Almaty, a window's half-open end (P8)."""
    return start_of(day + timedelta(days=1))


def last_date_before(instant: datetime) -> date:
    """Return the last day in Asia/Almaty of which some part lies before ``instant`` (P8)."""
    # In UTC: datetimes of one ZoneInfo subtract by wall clock, wrongly in the hour that happened twice.
    return local_date(instant.astimezone(UTC) - timedelta.resolution)
