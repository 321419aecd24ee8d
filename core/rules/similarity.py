"""Which proposals want nearly the same in nearly the same place; apart, for titles say too little (B3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from core.model.proposal import Contents
from core.model.territory import TerritoryTree
from core.rules.distance import metres_between
from core.rules.words import are_forms_of_one, telling_words

SIMILAR_AT_MOST = 3
"""Similar proposals that are shown: more would be a list to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProposal:
    """A proposal that others may see already; degrees north and east where it has a location."""

    number: int
    title: str
    landmark: str
    territory: str
    direction: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A proposal that is similar; ``metres`` to it where both have a location."""

    number: int
    title: str
    metres: int | None


def find_similar(
    contents: Contents,
    others: Iterable[KnownProposal],
    tree: TerritoryTree,
    words_share: Fraction | None,
    metres: int | None,
) -> tuple[Similar, ...]:
    """Return those of ``others`` that are like ``contents``, the most similar first, three at most (B3).

    Similar are two proposals for one territory, or for one inside the other, that are both near and alike:

    - near: at most ``metres`` apart where both have a location and a distance is set. Otherwise their
      landmarks share words, and a house number where both name one. Where a landmark is missing, nothing
      shows that they are near, and their titles must share words.
    - alike: of the same direction, or their titles share words.

    To share words is to have at least ``words_share`` of them in common, twice the common ones divided by all
    of both. Words are folded stems; function words, words of every address and names of works don't count.
    What is ``None`` is not asked. Those whose titles have most in common come first, then the nearest.
    """
    here = _Known.of(contents)
    found = []
    for other in others:
        if not _are_nested(contents.territory, other.territory, tree):
            continue
        there = _of_others(other)
        if _is_similar(here, there, words_share, metres):
            apart = _apart(here, there)
            rank = (-_share(here.title, there.title), apart is None, apart or 0, other.number)
            found.append((rank, Similar(number=other.number, title=other.title, metres=apart)))
    found.sort(key=lambda ranked: ranked[0])
    return tuple(similar for _, similar in found[:SIMILAR_AT_MOST])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is compared of a proposal."""

    title: frozenset[str]
    landmark: frozenset[str]
    direction: str | None
    place: tuple[float, float] | None

    @classmethod
    def of(cls, proposal: Contents | KnownProposal) -> "_Known":
        latitude, longitude = proposal.latitude, proposal.longitude
        return cls(
            title=telling_words(proposal.title or ""),
            landmark=telling_words(proposal.landmark or ""),
            direction=proposal.direction,
            place=None if latitude is None or longitude is None else (latitude, longitude),
        )


# Each preview compares with all of a campaign; texts that aren't public yet are never kept.
@lru_cache(maxsize=4096)
def _of_others(proposal: KnownProposal) -> _Known:
    return _Known.of(proposal)


def _are_nested(here: str | None, there: str, tree: TerritoryTree) -> bool:
    if here is None or here not in tree.nodes or there not in tree.nodes:
        return False
    return tree.is_within(here, there) or tree.is_within(there, here)


def _is_similar(here: _Known, there: _Known, words_share: Fraction | None, metres: int | None) -> bool:
    apart = _apart(here, there)
    if apart is not None and metres is not None:
        is_near = apart <= metres
    elif here.landmark and there.landmark:
        is_near = _share_words(here.landmark, there.landmark, words_share) and _name_one_house(
            here.landmark, there.landmark
        )
    else:
        return _share_words(here.title, there.title, words_share)
    is_of_one_direction = here.direction is not None and here.direction == there.direction
    return is_near and (is_of_one_direction or _share_words(here.title, there.title, words_share))


def _share_words(here: frozenset[str], there: frozenset[str], words_share: Fraction | None) -> bool:
    return words_share is not None and _share(here, there) >= words_share


def _apart(here: _Known, there: _Known) -> int | None:
    if here.place is None or there.place is None:
        return None
    return metres_between(here.place, there.place)


def _share(here: frozenset[str], there: frozenset[str]) -> Fraction:
    """Return twice the common words divided by all of both, from none to one."""
    if not here or not there:
        return Fraction(0)
    mine = sum(any(are_forms_of_one(word, other) for other in there) for word in here)
    theirs = sum(any(are_forms_of_one(word, other) for other in here) for word in there)
    return Fraction(mine + theirs, len(here) + len(there))


def _name_one_house(here: frozenset[str], there: frozenset[str]) -> bool:
    mine, theirs = ({word for word in words if word[0].isdigit()} for words in (here, there))
    return not mine or not theirs or bool(mine & theirs)
