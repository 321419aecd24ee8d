"""Whether a campaign's money is the share of the akimat's spending that the act asks for (A5)."""

from dataclasses import dataclass
from fractions import Fraction

from core.law.funding import get_least_share, least_money
from core.law.reference import Lawful
from core.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least money of a campaign beside what it has, in whole tenge.

    ``spending`` is the year's on housing and utilities without targeted transfers.
    """

    spending: int
    least: int
    money: int

    @property
    def is_reached(self) -> bool:
        """Say whether the campaign has at least the least."""
        return self.money >= self.least

    @property
    def difference(self) -> int:
        """Return by how much the campaign's money is above or below the least, never negative."""
        return abs(self.money - self.least)


def find_least_share(rulebook: Rulebook) -> Lawful[Fraction] | None:
    """Return the share that the act names for the campaign, ``None`` where it names none (A5).

    It is that of the territory which holds the campaign. Where the act speaks of its districts alone, as for
    a city of republican significance, it is theirs, of the spending of all of them together.
    """
    tree = rulebook.territories
    roots = [slug for slug, node in tree.nodes.items() if node.parent is None]
    for slugs in (roots, rulebook.voting.territories):
        shares = [get_least_share(tree, slug) for slug in slugs]
        if shares and shares[0] is not None and all(share == shares[0] for share in shares):
            return shares[0]
    return None


def money_floor(rulebook: Rulebook, spending: int) -> Floor | None:
    """Return the least money for a year of ``spending`` tenge; ``None`` where the act names no share (A5)."""
    share = find_least_share(rulebook)
    if share is None:
        return None
    money = sum(each.value for each in rulebook.money.values())
    return Floor(spending=spending, least=least_money(spending, share.value), money=money)
