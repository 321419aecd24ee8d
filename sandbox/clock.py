"""The movable clock: real time plus an offset that only grows; a file tells it to other processes."""

import json
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sandbox.errors import PersonError


class MovableClock:
    """The conversation's time. Long polls, leases and other protocol timing use real time instead."""

    def __init__(self, path: Path | None = None) -> None:
        """Begin at the offset that the file holds, or at real time and say so in the file."""
        self._path = path
        self.offset = 0.0
        if path is not None and path.exists():
            self.offset = float(json.loads(path.read_text(encoding="utf-8"))["offset"])
        else:
            self._write()

    def now(self) -> datetime:
        """The present instant of the conversation, aware UTC."""
        return datetime.fromtimestamp(time.time(), UTC) + timedelta(seconds=self.offset)

    def timestamp(self) -> int:
        """The present instant in whole unix seconds, as Bot API dates are."""
        return int(self.now().timestamp())

    def advance(self, seconds: float) -> None:
        """Move forward by seconds; raises PersonError when that is not forward."""
        if not seconds > 0:
            raise PersonError("the clock moves forward only")
        self.offset += seconds
        self._write()

    def move_to(self, instant: datetime) -> None:
        """Move forward to an aware instant; raises PersonError when it is not in the future."""
        if instant.tzinfo is None:
            raise PersonError("the instant needs an offset from UTC")
        self.advance((instant - self.now()).total_seconds())

    def _write(self) -> None:
        """Replace the file as a whole, so that a reader never sees half of it."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"offset": self.offset}, file)
        Path(name).replace(self._path)
