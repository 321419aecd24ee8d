"""The least money of a campaign; apart, because its share depends on the kind of place (A5)."""

from datetime import date
from fractions import Fraction
from math import ceil

from core.law.reference import Lawful, Reference
from core.model.territory import TerritoryKind, TerritoryTree

_ORDER_470 = Reference(
    act="Order of the Minister of Finance No. 470 of 31.10.2014, point 14-5, edition of 18.11.2021",
    date=date(2021, 11, 18),
    link="https://ealegislation.com/document.fwx?rgn=136035",
)

LEAST_SHARE_OF_CITY = Lawful(value=Fraction(1, 10), since=date(2021, 11, 18), source=_ORDER_470)
"""Of the yearly spending on housing and utilities (group 07, without targeted transfers): cities of oblast
significance and their districts."""

LEAST_SHARE_OF_CITY_DISTRICT = Lawful(value=Fraction(1, 20), since=date(2021, 11, 18), source=_ORDER_470)
"""Of the same spending: districts of cities of republican significance and of the capital."""


def get_least_share(tree: TerritoryTree, slug: str) -> Lawful[Fraction] | None:
    """Return the least share for the territory ``slug`` with its act, ``None`` where the act names none (A5).

    The edition is that of 2021; it speaks of no villages, rural okrugs or towns of district significance.
    """
    line = tuple(tree.line(slug))
    kinds = {territory.kind for territory in line}
    match line[0].kind:
        case TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE:
            return LEAST_SHARE_OF_CITY
        case TerritoryKind.CITY_DISTRICT if TerritoryKind.CITY_OF_REPUBLICAN_SIGNIFICANCE in kinds:
            return LEAST_SHARE_OF_CITY_DISTRICT
        case TerritoryKind.CITY_DISTRICT if TerritoryKind.CITY_OF_OBLAST_SIGNIFICANCE in kinds:
            return LEAST_SHARE_OF_CITY
        case _:
            return None


def least_money(housing_spending: int, share: Fraction) -> int:
    """Return the least money of a campaign, in tenge, rounded up, for a year of ``housing_spending`` (A5)."""
    return ceil(housing_spending * share)
