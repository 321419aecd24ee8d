"""What the office changes in the rules or on a ballot after they were set: what, why, by whom (A2, A4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from core.model.language import Text
from core.model.stage import Stage


class AmendmentKind(StrEnum):
    """What an amendment does."""

    STAGE_EXTENDED = "stage-extended"
    TERRITORIES_MERGED = "territories-merged"
    FROZEN_EARLY = "frozen-early"
    PROJECT_STOPPED = "project-stopped"
    TYPING_ERROR = "typing-error"


class AmendmentState(StrEnum):
    """How far an amendment has come; only an approved one changes anything."""

    WAITING = "waiting"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class CorrectedField(StrEnum):
    """What of a project may have a typing error."""

    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A stage ends later: at ``new`` instead of ``old``, both half-open ends in UTC (A2).

    ``territory`` is ``None`` for the campaign's own dates.
    """

    stage: Stage
    territory: str | None
    old: datetime
    new: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Voting territories become one: ``slug`` with the ``name`` of them all (A4, K1)."""

    territories: tuple[str, ...]
    slug: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyFreeze:
    """A voting territory stands as it is before its opening (A4)."""

    territory: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """No more votes for a project of a frozen ballot; those that it has stay visible (A4)."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A typing error in a project's title or text: ``old`` and ``new`` are both printed (A4)."""

    number: int
    field: CorrectedField
    old: Text
    new: Text


Amending = Extension | Merger | EarlyFreeze | Stop | Correction

KINDS: Mapping[type[Amending], AmendmentKind] = MappingProxyType(
    {
        Extension: AmendmentKind.STAGE_EXTENDED,
        Merger: AmendmentKind.TERRITORIES_MERGED,
        EarlyFreeze: AmendmentKind.FROZEN_EARLY,
        Stop: AmendmentKind.PROJECT_STOPPED,
        Correction: AmendmentKind.TYPING_ERROR,
    }
)
"""Which kind each of them is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One amendment of a campaign, numbered as it was proposed.

    ``proposed_by`` and ``settled_by`` are numbers of staff. ``act`` is the number of the signed act in the
    ledger; ``None`` where nothing was frozen yet, so that the log alone has it (ledger 13).
    """

    number: int
    what: Amending
    reason: Text
    state: AmendmentState
    proposed_by: int
    proposed_at: datetime
    settled_by: int | None = None
    settled_at: datetime | None = None
    act: int | None = None

    @property
    def kind(self) -> AmendmentKind:
        """Return what it does."""
        return KINDS[type(self.what)]
