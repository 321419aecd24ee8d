"""A project as it is counted, and what the count makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What the count makes of a project (F1)."""

    WON = "won"
    PART = "part"
    BELOW_THRESHOLD = "below_threshold"
    DOES_NOT_FIT = "does_not_fit"
    AFTER_STOP = "after_stop"
    EXCLUDED = "excluded"
    AWAITS_LOT = "awaits_lot"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A project with what decides about it: application number, cost in whole tenge, votes.

    One that ``is_stopped`` by an act keeps its votes and cannot win (A4).
    """

    number: int
    cost: int
    votes: int
    is_stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a candidate gets in whole tenge, and the number of the winner that excludes it, if one does."""

    decision: Decision
    tenge: int = 0
    excluded_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted in a voting territory: ``votes`` by project number, ``invalid`` ones on paper (E8)."""

    votes: Mapping[int, int]
    invalid: int = 0

    @property
    def total(self) -> int:
        """Return how many votes there are, valid or not."""
        return sum(self.votes.values()) + self.invalid
