"""A clock that stands still until a test moves it: stages, ages and terms are tested at chosen instants."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """The `Clock` port whose time is set by hand; instants are aware and kept in UTC (P8)."""

    def __init__(self, instant: datetime) -> None:
        self.set_to(instant)

    def now(self) -> datetime:
        """Return the instant that was set last."""
        return self._instant

    def set_to(self, instant: datetime) -> None:
        """Move to `instant`, forwards or backwards.

        Raises:
            ValueError: `instant` has no zone, so that nobody knows which instant it is.
        """
        if instant.tzinfo is None:
            message = f"{instant!r} names no instant: it has no zone"
            raise ValueError(message)
        self._instant = instant.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move forward by `step`."""
        self._instant += step
