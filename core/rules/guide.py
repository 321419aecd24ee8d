"""What a resident can do now; apart, because the first screen is nothing but this (A3, A6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.stage import Stage
from core.rulebook.model import Mode, Rulebook
from core.rules.stages import is_open


class Action(StrEnum):
    """Something a resident can do from the first screen."""

    VOTE = "vote"
    VERIFY = "verify"
    PROPOSE = "propose"
    DISCUSS = "discuss"
    RECEIPT = "receipt"
    OFFICIAL_PAGE = "official-page"
    PROJECTS = "projects"
    OUTCOME = "outcome"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a resident who asks: verified, has voted, and whether his territory is counted.

    ``has_voted_there`` says that the other channel of a joint campaign has his vote (A6).
    """

    is_verified: bool
    has_voted: bool
    has_outcome: bool
    has_projects: bool
    has_voted_there: bool = False


def possible_actions(
    rulebook: Rulebook, territory: str | None, standing: Standing, now: datetime
) -> tuple[Action, ...]:
    """Return what can be done now, the most useful first; ``guide`` leads to the official page (A3, A6)."""
    is_voting = is_open(rulebook, Stage.VOTING, territory, now)
    is_intake = is_open(rulebook, Stage.INTAKE, territory, now)
    is_guide = rulebook.voting.mode.value is Mode.GUIDE
    has_voted = standing.has_voted or standing.has_voted_there
    return tuple(
        action
        for action, is_possible in (
            (Action.OUTCOME, standing.has_outcome),
            (Action.RECEIPT, standing.has_voted),
            (Action.OFFICIAL_PAGE, is_guide and (is_voting or is_intake)),
            (Action.VERIFY, is_voting and not is_guide and not standing.is_verified),
            (Action.VOTE, is_voting and not is_guide and standing.is_verified and not has_voted),
            (Action.PROPOSE, is_intake and not is_guide),
            (Action.DISCUSS, not is_guide and is_open(rulebook, Stage.DISCUSSION, territory, now)),
            (Action.PROJECTS, standing.has_projects),
            (Action.RULES, True),
        )
        if is_possible
    )
