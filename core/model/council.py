"""The expert council as a sitting has it: members, opinions, what was concluded, the protocol (C2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.language import Language, Text


class Choice(StrEnum):
    """What a member says of a proposal; a conflict of interest says that he says nothing (C2)."""

    ADMIT = "admit"
    REFUSE = "refuse"
    CONFLICT = "conflict"


class Dropped(StrEnum):
    """Why a decision was not published: another version or status, its place, its cost, an open ballot."""

    CHANGED = "changed"
    SITE = "site"
    COST = "cost"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of the council; ``position`` is printed under the protocol."""

    staff_id: int
    name: str
    position: Text
    is_chair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a member said; a refusal has its ``ground``, a slug of the rulebook."""

    staff_id: int
    choice: Choice
    ground: str | None
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A proposal on the agenda and what was concluded; ``is_admitted`` is ``None`` before that.

    ``title`` and ``description`` are in both languages once it is concluded, ``cost`` is whole tenge.
    ``original`` is the language of the author's own words. What ``is_put_off`` waits for another sitting;
    what has ``dropped`` out became another matter before the decisions were published. ``concluded_at`` is
    when it was concluded or put off last.
    """

    number: int
    version: int
    title: Text
    description: Text
    territory: str
    cost: int
    opinions: tuple[Opinion, ...]
    is_admitted: bool | None = None
    ground: str | None = None
    reason: Text | None = None
    original: Language | None = None
    is_put_off: bool = False
    dropped: Dropped | None = None
    concluded_at: datetime | None = None

    @property
    def has_dropped_out(self) -> bool:
        """Say whether its decision was not published with the others."""
        return self.dropped is not None

    @property
    def is_settled(self) -> bool:
        """Say whether nothing is left to do about it at this sitting."""
        return self.is_admitted is not None or self.is_put_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A sitting of the council: its day and place, who belongs to it, and its agenda.

    ``decide_by`` is the half-open end of the members' voting. A protocol is final from ``closed_at`` on.
    """

    sitting: int
    held_on: date
    place: Text
    decide_by: datetime
    members: tuple[Member, ...]
    secretary: Member
    items: tuple[AgendaItem, ...]
    opened_at: datetime
    closed_at: datetime | None
    published_at: datetime | None
