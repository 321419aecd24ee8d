"""How a word sounds: vowel harmony and endings, on which Kazakh suffixes depend."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Harmony(StrEnum):
    """Which vowels a Kazakh suffix takes."""

    BACK = "back"
    FRONT = "front"


class Ending(StrEnum):
    """The sound on which a word ends, as far as a Kazakh suffix's first letter depends on it."""

    VOWEL = "vowel"
    GLIDE = "glide"
    LIQUID = "liquid"
    NASAL = "nasal"
    SIBILANT = "sibilant"
    HARD = "hard"


_BACK_VOWELS = frozenset("аоұыяё")
_FRONT_VOWELS = frozenset("әөүіеэ")
_NEUTRAL_VOWELS: Mapping[str, Harmony] = MappingProxyType(
    {"у": Harmony.BACK, "ю": Harmony.BACK, "и": Harmony.FRONT}
)
_ENDINGS: Mapping[Ending, frozenset[str]] = MappingProxyType(
    {
        Ending.VOWEL: _BACK_VOWELS | _FRONT_VOWELS,
        # и, у and ю end in a glide for a suffix: судың, билер, менюді.
        Ending.GLIDE: frozenset("рйуию"),
        Ending.LIQUID: frozenset("л"),
        Ending.NASAL: frozenset("мнң"),
        Ending.SIBILANT: frozenset("жз"),
    }
)
_SOFT_SIGN, _HARD_SIGN = "ь", "ъ"
# Compounds with «су» (water), whose у is back although the part before it is front.
_BACK_COMPOUNDS = frozenset({"жетісу", "көксу"})
# Native back words end in қ and ғ; банк, парк and округ therefore take front suffixes.
_FRONT_FINALS = frozenset("кг")
# Names of services and formats keep their Latin letters, and a suffix follows what is heard: Telegram-да.
_LATIN_SOUNDS = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwyz", "абкдефгхижклмнопкрстувуйз", strict=True)) | {"x": "кс"}
)


def harmony(word: str) -> Harmony:
    """Return which vowels a suffix after ``word`` takes: those of its last vowel that has a side.

    и, у and ю take the side of the vowels before them and decide only where there is no other.
    """
    letters = sounds(word)
    if letters and (letters[-1] in _FRONT_FINALS or letters[-1] == _SOFT_SIGN):
        return Harmony.FRONT
    if letters in _BACK_COMPOUNDS:
        return Harmony.BACK
    neutral: Harmony | None = None
    for letter in reversed(letters):
        if letter in _BACK_VOWELS:
            return Harmony.BACK
        if letter in _FRONT_VOWELS:
            return Harmony.FRONT
        neutral = neutral or _NEUTRAL_VOWELS.get(letter)
    return neutral or Harmony.BACK


def ending(word: str) -> Ending:
    """Return the class of the last sound of ``word``; б, в, г, д count as hard, as suffixes treat them."""
    letters = [letter for letter in sounds(word) if letter not in {_SOFT_SIGN, _HARD_SIGN}]
    last = letters[-1] if letters else ""
    return next((kind for kind, finals in _ENDINGS.items() if last in finals), Ending.HARD)


def sounds(word: str) -> str:
    """Return the letters of ``word`` as they are heard: small, Latin ones by their Kazakh sound."""
    small = unicodedata.normalize("NFC", word).casefold().translate(_LATIN_SOUNDS)
    return "".join(letter for letter in small if letter.isalpha())


ENDING_LETTERS = frozenset("аеёийоуыьэюя")
"""Folded letters that a plain ending is made of: the vowels and the two that accompany them."""


def is_vowel(letter: str) -> bool:
    """Say whether ``letter`` (small, one) is a Kazakh or Russian vowel."""
    return letter in _BACK_VOWELS or letter in _FRONT_VOWELS or letter in _NEUTRAL_VOWELS
