"""Instants as officers write them, in the clock of Almaty; apart, since one hour of 2024 came twice (P8)."""

from datetime import UTC, date, datetime

from core.law.zone import ZONE
from core.rulebook.kinds import Kind, UnfitError

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def in_utc(written: object) -> datetime:
    """Return the instant in UTC that was written, with an offset or in the clock of Almaty (P8).

    Raises:
        UnfitError: where it is no date with a time, where the hour happened twice (29 February 2024, 23:00 to
            24:00) and no offset tells which, or where the clock skipped it.
    """
    if isinstance(written, date) and not isinstance(written, datetime):
        raise UnfitError(
            f"a day is not an instant: write {written}T00:00:00, or the next day's to include it"
        )
    if not isinstance(written, datetime):
        raise UnfitError("must be a date with a time, such as 2027-03-02T00:00:00")
    if not _FIRST_YEAR <= written.year <= _LAST_YEAR:
        raise UnfitError(f"the year must lie between {_FIRST_YEAR} and {_LAST_YEAR}")
    if written.tzinfo is not None:
        return written.astimezone(UTC)
    first, second = (written.replace(tzinfo=ZONE.value, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first < second:
        offsets = " or ".join(_with_offset(instant) for instant in (first, second))
        raise UnfitError(f"happened twice in Almaty: write {offsets}")
    if first > second:
        raise UnfitError("never happened in Almaty: the clock was put forward over it")
    return first


def _with_offset(instant: datetime) -> str:
    return instant.astimezone(ZONE.value).isoformat()


INSTANT = Kind(convert=in_utc, blank=datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC))
"""An instant, in UTC."""
