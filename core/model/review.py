"""What the review of a proposal leaves behind: queues, what was found at the place, costs (C1, C4, C5)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.language import Text


class Queue(StrEnum):
    """What a proposal waits for in the office; ``ALL`` is every proposal of the campaign (L2)."""

    CHECK = "check"
    REWORK = "rework"
    SITE = "site"
    COUNCIL = "council"
    PAPERS = "papers"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCheck:
    """What was found at the place before admission (C5).

    ``checked_on`` and ``checked_by`` are the day of the visit and those who came, as they are printed;
    ``balance_holder`` is the body that keeps what stands there.
    """

    land_is_clear: bool
    networks_are_clear: bool
    balance_holder: str
    found: Text
    checked_on: date
    checked_by: str

    @property
    def is_clear(self) -> bool:
        """Say whether neither the land nor the networks below it stand against building."""
        return self.land_is_clear and self.networks_are_clear


@dataclass(frozen=True, slots=True, kw_only=True)
class CostChange:
    """The cost became another one: whole tenge before and after, and why (C4)."""

    before: int
    after: int
    reason: Text
    at: datetime
