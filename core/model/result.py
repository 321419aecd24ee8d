"""What the council decides on the outcome of a voting territory, beside what was counted (F2)."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model.council import Member, Opinion
from core.model.language import Text
from core.model.outcome import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultItem:
    """A project of the ballot with what the count made of it and what the council decided.

    ``counted`` is ``None`` where a hidden count tells only who won and this one did not; so are ``place`` and
    ``votes``. ``cost`` and ``granted`` are whole tenge, ``excluded_by`` is the winner beside which it cannot
    be built. ``is_implemented`` is ``None`` until it is decided; ``reason`` is there where
    the council gave one.
    """

    number: int
    title: Text
    counted: Decision | None
    place: int | None
    votes: int | None
    cost: int
    granted: int
    excluded_by: int | None = None
    opinions: tuple[Opinion, ...] = ()
    is_implemented: bool | None = None
    reason: Text | None = None
    concluded_at: datetime | None = None

    @property
    def has_won(self) -> bool:
        """Say whether the project gets money by the count."""
        return self.counted in {Decision.WON, Decision.PART}

    @property
    def differs(self) -> bool:
        """Say whether the council decided otherwise than the count (F2)."""
        return self.is_implemented is not None and self.is_implemented != self.has_won


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSitting:
    """The council's sitting on the outcome of one territory; ``decide_by`` is the half-open end of voting.

    ``threshold`` is how many votes a project needed; ``is_hidden`` says that the count tells winners alone.
    """

    territory: str
    held_on: date
    place: Text
    decide_by: datetime
    members: tuple[Member, ...]
    secretary: Member
    items: tuple[ResultItem, ...]
    threshold: int
    is_hidden: bool
    opened_at: datetime
    published_at: datetime | None
