"""A project on the ballot, and the facts its card shows."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.language import Language, Text


class ProjectStatus(StrEnum):
    """Where a project stands for the public (C3, F1)."""

    ADMITTED = "admitted"
    REFUSED = "refused"
    STOPPED = "stopped"
    WON = "won"
    NOT_FUNDED = "not_funded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a project is to be built: a landmark in words and, where known, degrees north and east."""

    landmark: Text
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project as residents see it; ``cost`` is whole tenge, ``number`` the application's (B4, D2).

    A refused one has the ground and the reason that the council gave. ``original`` is the language in which
    its author wrote; ``None`` where both texts are original (C3).
    """

    number: int
    title: Text
    description: Text
    direction: str
    territory: str
    place: Place
    cost: int
    status: ProjectStatus
    site_check: Text | None
    picture_count: int
    ground: str | None = None
    reason: Text | None = None
    original: Language | None = None
