"""Real elections through our own count; apart from reading them, for it only compares winners (F1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from core.model.outcome import Candidate
from core.rulebook.model import Leftovers, NotFitting, OutcomeRules, TieBreak
from core.rulebook.sourced import CHOICE, Sourced
from core.rules.outcome import outcome
from core.rules.pabulib import Election, PabulibProject

RULES = {
    "greedy": NotFitting.SKIP,
    "greedy-threshold": NotFitting.SKIP,
    "greedy-no-skip": NotFitting.STOP,
}
"""The rules of the format that our count knows, with what they do with a project that does not fit."""

# Files mark a project that was withdrawn after the vote with this cost instead of leaving it out.
_WITHDRAWN = Fraction(999_999_999)


class Finding(StrEnum):
    """How the winners of a file compare with the winners by its rule."""

    MATCH = "match"
    TIE = "tie"
    DIFFERS = "differs"
    NO_WINNERS = "no winners in the file"
    OTHER_RULE = "other rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What was found; the ids are those of projects that only the file or only the rule lets win."""

    finding: Finding
    only_in_file: tuple[str, ...] = ()
    only_by_rule: tuple[str, ...] = ()


def replay(election: Election) -> Replayed:
    """Count ``election`` by its own rule and compare its winners (F1).

    ``TIE`` says that equal scores decide and that the file's winners are what some order of the equals gives.
    It is exact: taking the file's winners first among equals, then the dearest, gives the file's winners if
    any order does.
    """
    if election.rule not in RULES:
        return Replayed(finding=Finding.OTHER_RULE)
    if not election.has_winners:
        return Replayed(finding=Finding.NO_WINNERS)
    projects = sorted(
        (project for project in election.projects if project.cost != _WITHDRAWN),
        key=lambda project: (not project.is_selected, -project.cost),
    )
    by_rule, has_tie = _count(election, projects)
    in_file = {project.project_id for project in election.projects if project.is_selected}
    if by_rule == in_file:
        return Replayed(finding=Finding.TIE if has_tie else Finding.MATCH)
    return Replayed(
        finding=Finding.DIFFERS,
        only_in_file=tuple(sorted(in_file - by_rule)),
        only_by_rule=tuple(sorted(by_rule - in_file)),
    )


def _count(election: Election, projects: Sequence[PabulibProject]) -> tuple[set[str], bool]:
    """Return the winners with equals taken in the order of ``projects``, and whether a tie decides."""
    # Files have cents and parts of points; our count has whole numbers.
    money = _whole([election.budget, *(project.cost for project in projects)])
    votes = _whole([election.threshold, *(project.score for project in projects)])
    counted = outcome(
        [
            Candidate(number=number, cost=cost, votes=score)
            for number, (cost, score) in enumerate(zip(money[1:], votes[1:], strict=True))
        ],
        money=money[0],
        threshold=votes[0],
        rules=_rules(RULES[election.rule]),
    )
    return {projects[number].project_id for number in counted.winners}, bool(counted.ties)


def _rules(not_fitting: NotFitting) -> OutcomeRules:
    return OutcomeRules(
        ties=Sourced(value=(TieBreak.EARLIER_NUMBER,), act=CHOICE),
        not_fitting=Sourced(value=not_fitting, act=CHOICE),
        leftovers=Sourced(value=Leftovers.STAYS, act=CHOICE),
        exclusive=(),
    )


def _whole(numbers: Sequence[Fraction]) -> list[int]:
    scale = lcm(*(number.denominator for number in numbers))
    return [int(number * scale) for number in numbers]
