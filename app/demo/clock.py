"""A clock for what was done before the demo began; apart, because residents and staff both act then."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A clock that stands at one instant: what is done by it was done then."""

    at: datetime

    def now(self) -> datetime:
        """Return that instant."""
        return self.at
