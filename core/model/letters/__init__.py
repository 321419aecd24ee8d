"""Letters of Kazakh and Russian: folding, keyboards, number words, vowel harmony.

It is separate because rules, store and language need the same letters, and because it alone may hold Cyrillic
literals in code.
"""

from core.model.letters.folding import (
    KAZAKH_LETTERS,
    as_code,
    fold,
    from_kazakh_row,
    from_latin_keys,
    unhidden,
)
from core.model.letters.harmony import ENDING_LETTERS, Ending, Harmony, ending, harmony, is_vowel
from core.model.letters.numbers import (
    APPROXIMATE_WORDS,
    HALF_PREFIX,
    HUNDRED_WORD,
    JOINING_WORDS,
    NUMBER_WORDS,
    OTHER_CURRENCIES,
    SCALE_WORDS,
    TENGE_WORDS,
    last_spoken_word,
    spoken_abbreviation,
)
from core.model.letters.words import (
    ABBREVIATIONS,
    COMMON_WORDS,
    EACH_WORDS,
    FUNCTION_WORDS,
    PER_WORDS,
    TIMES_SIGNS,
    TIMES_WORDS,
    UNIT_WORDS,
)

__all__ = [
    "ABBREVIATIONS",
    "APPROXIMATE_WORDS",
    "COMMON_WORDS",
    "EACH_WORDS",
    "ENDING_LETTERS",
    "FUNCTION_WORDS",
    "HALF_PREFIX",
    "HUNDRED_WORD",
    "JOINING_WORDS",
    "KAZAKH_LETTERS",
    "NUMBER_WORDS",
    "OTHER_CURRENCIES",
    "PER_WORDS",
    "SCALE_WORDS",
    "TENGE_WORDS",
    "TIMES_SIGNS",
    "TIMES_WORDS",
    "UNIT_WORDS",
    "Ending",
    "Harmony",
    "as_code",
    "ending",
    "fold",
    "from_kazakh_row",
    "from_latin_keys",
    "harmony",
    "is_vowel",
    "last_spoken_word",
    "spoken_abbreviation",
    "unhidden",
]
