"""A project as it is counted, and what the count makes of it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A project with what decides about it: application number, cost in whole tenge, votes."""

    number: int
    cost: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a candidate gets in whole tenge, and the number of the winner that excludes it, if one does."""

    decision: Decision
    tenge: int = 0
    excluded_by: int | None = None
