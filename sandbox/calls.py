"""The log of Bot API calls, so that tests and benchmarks can count calls and bytes."""

import itertools
from collections import deque
from dataclasses import asdict, dataclass

from sandbox.records import Json

KEPT = 20_000  # calls; the oldest fall out


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord:
    """One finished call: sizes are bytes of the HTTP bodies, `seconds` is real time.

    `fault` is the kind of the fault that struck it; a dropped call was executed, so its status says so.
    """

    number: int
    method: str
    chat_id: int | str | None
    status: int
    description: str | None
    bytes_in: int
    bytes_out: int
    seconds: float
    fault: str | None = None


class CallLog:
    """The last calls in order, and how many are being answered now (long polls aside)."""

    def __init__(self) -> None:
        self._records: deque[CallRecord] = deque(maxlen=KEPT)
        self._numbers = itertools.count(1)
        self.in_flight = 0

    def next_number(self) -> int:
        """Number of the next call, from 1."""
        return next(self._numbers)

    def add(self, record: CallRecord) -> None:
        """Keep a finished call."""
        self._records.append(record)

    def list(self, after: int = 0, method: str | None = None) -> list[Json]:
        """Calls with a number above `after`, optionally of one method."""
        return [
            asdict(record)
            for record in self._records
            if record.number > after and method in (None, record.method)
        ]
