"""Whether a proposal names a yard improved lately; apart, as addresses are compared by words (B3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.law.age import day_of_age
from core.model.territory import TerritoryTree
from core.rules.words import are_forms_of_one, telling_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovedYard:
    """A yard of the office's list, and the day on which the works there were over (B3)."""

    territory: str
    address: str
    improved_on: date


def recently_improved(
    text: str, territory: str, yards: Iterable[ImprovedYard], tree: TerritoryTree, years: int, today: date
) -> Iterator[ImprovedYard]:
    """Yield the yards in or around ``territory`` that ``text`` names and that were improved lately (B3).

    Lately is less than ``years`` before ``today``. A yard is named where all telling words of its address are
    met in ``text``, house numbers as they are; an address of numbers alone names no yard.
    """
    words = telling_words(text)
    for yard in yards:
        # Years after the works are counted as years of age are.
        is_late = day_of_age(yard.improved_on, years) > today
        if is_late and _is_around(yard.territory, territory, tree) and _is_named(yard.address, words):
            yield yard


def _is_around(yard: str, territory: str, tree: TerritoryTree) -> bool:
    if yard not in tree.nodes or territory not in tree.nodes:
        return False
    return tree.is_within(yard, territory) or tree.is_within(territory, yard)


def _is_named(address: str, words: frozenset[str]) -> bool:
    needed = telling_words(address)
    has_name = any(not word[0].isdigit() for word in needed)
    return has_name and all(any(are_forms_of_one(word, other) for other in words) for word in needed)
