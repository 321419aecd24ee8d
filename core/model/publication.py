"""What is published of a proposal, a project and the council, the refused ones too (C2, C3)."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.language import Text


class PublicStatus(StrEnum):
    """Where something published stands: a proposal from its registration on, a project to its outcome."""

    REGISTERED = "registered"
    ADMITTED = "admitted"
    REFUSED = "refused"
    STOPPED = "stopped"
    WON = "won"
    NOT_FUNDED = "not_funded"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMember:
    """A member of the council as its composition is published: name and position, nothing else (C2)."""

    name: str
    position: Text
    is_chair: bool
