"""The order of a list, its pages, a typed number; apart, as every front shows the same list (D1, D5)."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import assert_never

from core.rulebook.model import ListOrder

PAGE_SIZE = 6
"""Projects a page: as many as a small phone shows without scrolling."""

_NUMBER = re.compile(r"(?:№|#|n[o.]*)?\s*0*([1-9][0-9]{0,5})\.?", re.IGNORECASE)


def ordered(
    projects: Iterable[tuple[int, int]], order: ListOrder, seed: str, votes: Mapping[int, int]
) -> list[int]:
    """Return the numbers of (number, cost) in ``order`` (D1).

    Random is steady for a ``seed``. ``votes`` are those that may be shown: the most come first, projects
    without a count last.
    """
    match order:
        case ListOrder.RANDOM:
            ranked = sorted(projects, key=lambda item: _drawn(seed, item[0]))
        case ListOrder.COST:
            ranked = sorted(projects, key=lambda item: (item[1], item[0]))
        case ListOrder.NUMBER:
            ranked = sorted(projects)
        case ListOrder.VOTES:
            ranked = sorted(projects, key=lambda item: (-votes.get(item[0], -1), item[0]))
        case _:
            assert_never(order)
    return [number for number, _ in ranked]


def _drawn(seed: str, number: int) -> bytes:
    return sha256(f"{seed}:{number}".encode()).digest()


def page_count(total: int) -> int:
    """Return how many pages a list of ``total`` projects has; an empty one has a single page."""
    return max(1, -(-total // PAGE_SIZE))


def read_number(typed: str) -> int | None:
    """Return the application number that was typed: «12», «№12», «# 12»; ``None`` for anything else (D5)."""
    found = _NUMBER.fullmatch(typed.strip())
    return int(found[1]) if found is not None else None
