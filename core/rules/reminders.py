"""When people are reminded, and when nobody is disturbed (G1)."""

from datetime import UTC, datetime, time, timedelta

from core.law.zone import ZONE

DAY_BEGINS, DAY_ENDS = time(9), time(21)
"""Nobody is disturbed before the one nor from the other on, by the clock of Almaty (G1)."""


def is_quiet(now: datetime) -> bool:
    """Say whether ``now`` lies in the quiet hours, from 21:00 to 09:00 in Almaty (G1)."""
    wall = now.astimezone(ZONE.value).time()
    return wall < DAY_BEGINS or wall >= DAY_ENDS


def next_daytime(now: datetime) -> datetime:
    """Return ``now`` outside the quiet hours, otherwise the instant in UTC at which they end (G1)."""
    if not is_quiet(now):
        return now
    wall = now.astimezone(ZONE.value)
    day = wall.date() + timedelta(days=wall.time() >= DAY_ENDS)
    return datetime.combine(day, DAY_BEGINS, tzinfo=ZONE.value).astimezone(UTC)
