"""What time it is, as a port: rules take ``now`` as an argument, entry points choose the clock."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """A source of the present instant."""

    def now(self) -> datetime:
        """Return the present instant as an aware datetime in UTC (P8)."""
        ...
