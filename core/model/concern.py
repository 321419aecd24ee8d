"""What comes before the observer: a vote that was not somebody's own, pressure, a bought vote (E9, E10)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.language import Text
from core.model.vote import Channel


class CaseState(StrEnum):
    """How far the observer has come."""

    NEW = "new"
    LOOKED = "looked"
    CLOSED = "closed"


class ReportKind(StrEnum):
    """What somebody reports without a name; the values stand in buttons and stay short (E9)."""

    PRESSURE = "pressure"
    BOUGHT = "bought"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A vote of which the person in whose name it was counted says that it was not his (E10).

    Numbers only: ``roll_number`` is the entry, ``voted`` its day, ``list_number`` that of the clerk's code,
    ``clerk`` the login that issued it, ``sheet`` and ``line`` those of a vote on paper; each is ``None`` on
    another way, the clerk also where the operator issued the code.
    ``due`` is the last day for the answer, ``None`` where the rulebook has no term. ``answer`` is what the
    person was told at the end.
    """

    number: int
    opened: date
    due: date | None
    channel: Channel
    voted: date
    roll_number: int
    list_number: int | None
    clerk: str | None
    sheet: int | None
    line: int | None
    state: CaseState
    note: str
    answer: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was reported without a name: its kind, its words if any, its day, and nothing of who did (E9)."""

    number: int
    day: date
    kind: ReportKind
    text: str
    state: CaseState
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeListCount:
    """Codes that one login issued together, from ``first`` to ``last`` of the list: issued and used (E10).

    ``clerk`` is ``None`` for lists made by the operator's command.
    """

    clerk: str | None
    first: int
    last: int
    issued: int
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCount:
    """A sheet of votes on paper: who typed it first and second, its lines and those accepted (E10)."""

    sheet: int
    clerk: str | None
    second: str | None
    lines: int
    accepted: int
