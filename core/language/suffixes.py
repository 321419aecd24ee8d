"""Which case suffix a Kazakh number, name or abbreviation takes: 50-ден, Абайда, АЕК-тен, ауданында.

Separate because the suffix follows the spoken word, which is not what is printed: 50 is heard as «елу».
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from core.model.letters import Harmony, ending, harmony, last_spoken_word, spoken_abbreviation

_LONGEST_ABBREVIATION = 5
_LAST_TOKEN = re.compile(r"(\d+|[^\W\d_]+)[^\w]*\Z")

POSSESSED = "possessed"
"""The ending of «аудан-ы», «облыс-ы»: it takes suffixes of its own (ауданында, not ауданыда)."""


class Case(StrEnum):
    """A case of Kazakh that is a suffix, by the name that texts use."""

    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    LOCATIVE = "loc"
    ABLATIVE = "abl"
    INSTRUMENTAL = "ins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """What a suffix is joined to: the word as it is heard, and how the suffix is written after it."""

    spoken: str
    is_hyphenated: bool
    is_possessed: bool = False

    @property
    def ending(self) -> str:
        """Return the class of the last sound, or ``POSSESSED``."""
        return POSSESSED if self.is_possessed else ending(self.spoken).value

    @property
    def harmony(self) -> Harmony:
        """Return which vowels the suffix takes."""
        return harmony(self.spoken)


def number_stem(number: int) -> Stem:
    """Return how suffixes join a number in digits: by its last spoken word, after a hyphen."""
    return Stem(spoken=last_spoken_word(number), is_hyphenated=True)


def name_stem(name: str, possessed: Collection[str]) -> Stem:
    """Return how suffixes join a name; ``possessed`` are last words in small letters that bear «-ы/-і».

    After digits, an abbreviation, a Latin word or a closing quotation mark the suffix follows a hyphen.
    Raises ``ValueError`` for a name without letters and digits.
    """
    name = unicodedata.normalize("NFC", name)
    found = _LAST_TOKEN.search(name)
    if found is None:
        raise ValueError("a name without a word takes no suffix")
    token = found[1]
    if token.isdigit():
        return number_stem(int(token))
    if 1 < len(token) <= _LONGEST_ABBREVIATION and token.isupper():
        return Stem(spoken=spoken_abbreviation(token), is_hyphenated=True)
    is_latin = token[-1].isascii()
    return Stem(
        spoken=token,
        is_hyphenated=is_latin or not name[-1].isalpha(),
        is_possessed=token.casefold() in possessed,
    )
