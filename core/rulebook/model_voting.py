"""Terms of codes, paper, live counts, box keys; apart, for the whole of a rulebook is long enough."""

from dataclasses import dataclass
from enum import StrEnum

from core.rulebook.sourced import Sourced


class BoxKey(StrEnum):
    """Where the private half of a box key is until the opening (ledger 14); ``FILE`` if nothing is said."""

    FILE = "file"
    SAFE = "safe"


LIVE_COUNT_AT = "14:00"
"""The hour of live counts where a rulebook names none: people are awake to see them (E6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRules:
    """Terms of a clerk's code (E2).

    Hours it lives, attempts an account has in a day, attempts a code stands, minutes of its session.
    """

    valid_hours: Sourced[int]
    attempts_per_account: Sourced[int]
    attempts_per_code: Sourced[int]
    session_minutes: Sourced[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRules:
    """Votes on paper (E8).

    ``lines_until_hours`` after the close lines of sheets without connection are still entered;
    ``sheet_lines`` is how many people sign on one sheet.
    """

    lines_until_hours: Sourced[int]
    sheet_lines: Sourced[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCounts:
    """Whether counts are shown before the close, from how many entitled people, and at which hour (E6).

    ``at`` is a time of the campaign's day such as ``14:00``; ``None`` means ``LIVE_COUNT_AT``.
    """

    shown: bool
    from_entitled: Sourced[int]
    at: Sourced[str] | None = None

    @property
    def hour(self) -> str:
        """Return the printed hour of the day at which votes are counted."""
        return LIVE_COUNT_AT if self.at is None else self.at.value
