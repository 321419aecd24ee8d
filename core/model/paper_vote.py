"""Votes on paper: a sheet whose lines are people of the roll, and slips that nobody can tell apart (E8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LineState(StrEnum):
    """How far a line of a sheet has come."""

    TYPED = "typed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class LineReason(StrEnum):
    """Why a line counts for no vote and its envelope stays closed (ledger 9)."""

    VOTED_ALREADY = "voted-already"
    TWICE = "twice"
    VOTED_ELSEWHERE = "voted-elsewhere"
    NOT_REGISTERED = "not-registered"
    UNDER_AGE = "under-age"
    REGISTRATION_KIND = "registration-kind"
    OTHER_TERRITORY = "other-territory"
    UNREADABLE = "unreadable"
    DIFFERS = "differs"
    LATE = "late"


class SheetState(StrEnum):
    """How far a sheet has come: lines come in, have to be typed by a second person, or all is settled."""

    OPEN = "open"
    TYPED = "typed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A numbered sheet of a voting territory; ``is_connected`` where each line is accepted at once (E8).

    ``first_by`` finished the first typing, ``second_by`` compared it with his own; instants are in UTC.
    """

    number: int
    territory: str
    is_connected: bool
    lines: int
    state: SheetState
    opened_by: int
    opened_at: datetime
    first_by: int | None = None
    second_by: int | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line of a sheet, counted from 1: whom each of two people read there, as keys and never as numbers.

    A key is ``b""`` where the number could not be read, and ``None`` where nothing was typed; ``first_by``
    and ``second_by`` are the logins of who typed.
    """

    line: int
    first_key: bytes | None = None
    second_key: bytes | None = None
    first_by: int | None = None
    second_by: int | None = None
    state: LineState = LineState.TYPED
    reasons: Sequence[LineReason] = ()

    @property
    def agrees(self) -> bool:
        """Say whether both people read the same; a refused line is struck out, so its place may be empty."""
        if self.state is LineState.REFUSED and self.second_key is None:
            return True
        return self.first_key == self.second_key

    @property
    def is_empty(self) -> bool:
        """Say whether nobody has read anybody there."""
        return self.first_key is None and self.second_key is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCount:
    """What paper brings to a territory's count (ledger 9).

    ``lines`` counts the accepted lines, which are the roll's paper entries; ``slips`` the confirmed slips by
    project number, ``None`` for invalid ones, empty before they are counted, and again once they lie in the
    box among other votes. ``counted`` says how many slips there were, ``invalid`` how many invalid ones,
    ``None`` before and of a hidden count. ``is_settled`` says that no sheet is open and the slips of accepted
    lines were counted by two people; ``lines_until`` is the hour in UTC until which lines of sheets without
    connection are entered, ``None`` where there is no such sheet.
    """

    lines: int
    slips: Mapping[int | None, int]
    counted: int
    invalid: int | None
    is_settled: bool
    lines_until: datetime | None
