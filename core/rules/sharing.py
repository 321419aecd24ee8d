"""What one can do for a project or a proposal now; apart, as cards and shared texts say the same (D4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook

TALKED_ABOUT = frozenset({ProposalStatus.REGISTERED, ProposalStatus.ADMITTED})
"""Proposals that people may support and ask about while the discussion lasts (D6)."""


class Deed(StrEnum):
    """Something that can be done for it."""

    VOTE = "vote"
    VOTE_OFFICIALLY = "vote-officially"
    VOTE_LATER = "vote-later"
    DISCUSS = "discuss"
    DISCUSS_LATER = "discuss-later"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A deed and the window in which it can be done, ``None`` where there is nothing but to read."""

    deed: Deed
    window: StageWindow | None = None


def possible_for_project(
    rulebook: Rulebook, territory: str, status: ProjectStatus, now: datetime
) -> Possible:
    """Return what can be done for a project of ``territory`` at ``now`` (D2, A6)."""
    window = rulebook.window(Stage.VOTING, territory)
    if status is not ProjectStatus.ADMITTED or window is None or now >= window.closes:
        return Possible(deed=Deed.READ)
    if now < window.opens:
        return Possible(deed=Deed.VOTE_LATER, window=window)
    is_guide = rulebook.voting.mode.value is Mode.GUIDE
    return Possible(deed=Deed.VOTE_OFFICIALLY if is_guide else Deed.VOTE, window=window)


def possible_for_proposal(
    rulebook: Rulebook, territory: str, status: ProposalStatus, now: datetime
) -> Possible:
    """Return what can be done for a proposal of ``territory`` at ``now`` (D6)."""
    window = rulebook.window(Stage.DISCUSSION, territory)
    if status not in TALKED_ABOUT or window is None or now >= window.closes:
        return Possible(deed=Deed.READ)
    return Possible(deed=Deed.DISCUSS if window.is_open(now) else Deed.DISCUSS_LATER, window=window)
