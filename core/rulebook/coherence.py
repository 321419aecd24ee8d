"""What must hold between the parts of a rulebook; apart from reading, for it asks several parts at once."""

from collections.abc import Mapping

from core.model.stage import Stage
from core.model.territory import TerritoryTree
from core.rulebook.model import Mode, Rulebook, VotingRules
from core.rulebook.problems import did_you_mean, nearest, suggestion
from core.rulebook.sourced import Sourced
from core.rulebook.table import Table

_VOTING_KEYS = ("voting", "outcome", "money")


def check_unstated(root: Table, unstated: tuple[str, ...], mode: Mode) -> None:
    """Report unstated keys that are given, that may not be left open, or that bar counting votes (A1)."""
    for place, key in enumerate(unstated):
        is_given = root.reading.may_be_left_open.get(key)
        if is_given is None:
            near = suggestion(key, root.reading.may_be_left_open)
            root.report(f"{key!r} cannot be left open{near}", "unstated", place)
        elif is_given:
            root.report(f"{key!r} is given in this file and so not unstated", "unstated", place)
        elif mode is not Mode.GUIDE and key.split(".")[0] in _VOTING_KEYS:
            root.report(
                f"{key!r} is needed to count votes: give it, or set voting.mode to guide", "unstated", place
            )


def check_voting_territories(root: Table, tree: TerritoryTree, voting: VotingRules) -> None:
    """Report voting territories that the tree lacks or that lie at different levels of it (A1)."""
    if root.reading.problems.is_spoilt(("territories",), ("voting", "territories")):
        return
    below = ("voting", "territories")
    for place, slug in enumerate(voting.territories):
        if slug not in tree.nodes:
            root.report(f"{slug!r} is no territory{suggestion(slug, tree.nodes)}", *below, place)
    levels = {slug: len(tuple(tree.line(slug))) for slug in voting.territories if slug in tree.nodes}
    if len(set(levels.values())) > 1:
        written = ", ".join(f"{slug} (level {level})" for slug, level in levels.items())
        root.report(f"lie at different levels of the tree: {written}", *below)


def check_overrides(root: Table, rulebook: Rulebook) -> None:
    """Report windows of voting or results below the voting territories: one of those has one box (A2)."""
    if root.reading.problems.is_spoilt(("territories",), ("voting", "territories"), ("stage_overrides",)):
        return
    for slug, windows in rulebook.stage_overrides.items():
        lies_below = slug not in rulebook.voting.territories and rulebook.voting_territory(slug) is not None
        for stage in windows.keys() & {Stage.VOTING, Stage.RESULTS} if lies_below else ():
            root.report("lies below the voting territories", "stage_overrides", slug, stage)


def check_money(root: Table, money: Mapping[str, Sourced[int]], voting: VotingRules) -> None:
    """Report voting territories without money, and money that stands at another place of the tree (A1)."""
    if root.reading.problems.is_spoilt(("money",), ("voting", "territories")):
        return
    below = ("money", "territories")
    missing = dict.fromkeys(slug for slug in voting.territories if slug not in money)
    for slug in money:
        if slug not in voting.territories:
            near = nearest(slug, missing)
            root.report(f"has money, but is not in voting.territories{did_you_mean(near)}", *below, slug)
            # Misspelt: one mistake, so one error.
            missing.pop(near, None)
    if missing:
        root.report(f"lacks the money of {', '.join(missing)}", *below)


def check_adults(root: Table, voting: VotingRules) -> None:
    """Report numbers of adults that stand at another place of the tree than votes and money (ledger 8)."""
    if root.reading.problems.is_spoilt(("voting", "adults"), ("voting", "territories")):
        return
    for slug in voting.adults:
        if slug not in voting.territories:
            near = suggestion(slug, voting.territories)
            root.report(
                f"has a number of adults, but is not in voting.territories{near}", "voting", "adults", slug
            )
