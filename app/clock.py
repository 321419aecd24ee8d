"""The two clocks of a process: real time, and the demo's time that a file moves forward.

Separate because only entry points choose a clock; everybody else is handed one.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.model.clock import Clock


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the present instant in UTC (P8)."""
        return datetime.now(UTC)  # noqa: TID251  (the one place that asks the machine)


class FileClock:
    """Real time plus the offset that a file tells; it never goes back (N1)."""

    def __init__(self, path: Path, real: Clock) -> None:
        """Begin at the offset that the file holds, be it in the past, or at real time without a file."""
        self._path = path
        self._real = real
        self._seen: tuple[int, int] | None = None
        self._offset: timedelta | None = None

    def now(self) -> datetime:
        """Return the moved instant in UTC; the file is read only after it has been replaced."""
        self._follow()
        return self._real.now() + (self._offset or timedelta())

    def _follow(self) -> None:
        try:
            status = self._path.stat()
            seen = (status.st_mtime_ns, status.st_ino)
            if seen != self._seen:
                told = timedelta(seconds=json.loads(self._path.read_text(encoding="utf-8"))["offset"])
                self._offset = told if self._offset is None else max(self._offset, told)
                self._seen = seen
        except FileNotFoundError:
            return


def make_clock(clock_file: Path | None) -> Clock:
    """Return the campaign's clock: real time unless a file moves it."""
    return FileClock(clock_file, SystemClock()) if clock_file else SystemClock()
