"""Letters of Kazakh and Russian: folding, keyboards, number words, vowel harmony.

It is separate because rules, store and language need the same letters, and because it alone may hold Cyrillic
literals in code.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
"""Letters of the Kazakh alphabet that Russian does not have."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+")

_PLAIN = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
# Phones without a Kazakh layout offer these; inside a Cyrillic word nobody means the Latin letter.
_LOOKALIKES = str.maketrans("aceiopxyhkmtəɵ", "асеіорхуһкмтәө")

# --- keyboards ----------------------------------------------------------------------------------------------

_KAZAKH_ROW_KEYS = "2345890-="
_KAZAKH_ROW = str.maketrans(_KAZAKH_ROW_KEYS, "әіңғүұқөһ")
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~"
_CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё"
_QWERTY = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)


def fold(text: str) -> str:
    """Return ``text`` as search compares it: no case, plain letters for Kazakh ones and ё (D3)."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return _WORD.sub(_fold_word, lowered)


def _fold_word(match: re.Match[str]) -> str:
    word = match.group()
    if _CYRILLIC.search(word):
        word = word.translate(_LOOKALIKES)
    return word.translate(_PLAIN)


def from_kazakh_row(word: str) -> str | None:
    """Return ``word`` with the digits of the top row read as the Kazakh letters on those keys (D3).

    ``None`` where it has no such key or no letter beside it, so that house numbers stay numbers.
    """
    lowered = word.casefold()
    has_key = any(key in lowered for key in _KAZAKH_ROW_KEYS)
    if not has_key or not any(letter.isalpha() for letter in lowered):
        return None
    return lowered.translate(_KAZAKH_ROW)


def from_latin_keys(word: str) -> str | None:
    """Return what the same keys write on the Russian layout (D3); ``None`` without a Latin letter."""
    lowered = word.casefold()
    if not any("a" <= letter <= "z" for letter in lowered):
        return None
    return lowered.translate(_QWERTY)


# --- vowel harmony and endings ------------------------------------------------------------------------------


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
    letters = _letters(word)
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
    letters = [letter for letter in _letters(word) if letter not in {_SOFT_SIGN, _HARD_SIGN}]
    last = letters[-1] if letters else ""
    return next((kind for kind, sounds in _ENDINGS.items() if last in sounds), Ending.HARD)


def _letters(word: str) -> str:
    small = unicodedata.normalize("NFC", word).casefold().translate(_LATIN_SOUNDS)
    return "".join(letter for letter in small if letter.isalpha())


# --- numbers and abbreviations as they are spoken -----------------------------------------------------------

_UNITS = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_HUNDRED = "жүз"
_THOUSANDS = ("мың", "миллион", "миллиард", "триллион")
# fmt: off
_LETTER_NAMES: Mapping[str, str] = MappingProxyType({
    "б": "бы", "в": "вэ", "г": "гі", "ғ": "ғы", "д": "ды", "ж": "жы", "з": "зы", "й": "й", "к": "кі",
    "қ": "қы", "л": "эль", "м": "эм", "н": "эн", "ң": "ың", "п": "пы", "р": "эр", "с": "эс", "т": "ты",
    "ф": "эф", "х": "ха", "һ": "һа", "ц": "цэ", "ч": "че", "ш": "ша", "щ": "ща",
})
# fmt: on


def last_spoken_word(number: int) -> str:
    """Return the last Kazakh word of ``number`` when it is read aloud: 50 → елу, 1 000 → мың."""
    rest = abs(number)
    if rest == 0 or rest % 10:
        return _UNITS[rest % 10]
    if rest % 100:
        return _TENS[rest // 10 % 10]
    if rest % 1000:
        return _HUNDRED
    for name in _THOUSANDS:
        rest //= 1000
        if rest % 1000:
            return name
    return _THOUSANDS[-1]


def spoken_abbreviation(abbreviation: str) -> str:
    """Return what a suffix hears: an abbreviation as a word (АЕК), or its last letter's name (ЖСН → эн)."""
    heard = _letters(abbreviation)
    is_readable = any(is_vowel(letter) for letter in heard[-2:])
    return heard if is_readable else _LETTER_NAMES.get(heard[-1:], heard)


ENDING_LETTERS = frozenset("аеёийоуыьэюя")
"""Folded letters that a plain ending is made of: the vowels and the two that accompany them."""


def is_vowel(letter: str) -> bool:
    """Say whether ``letter`` (small, one) is a Kazakh or Russian vowel."""
    return letter in _BACK_VOWELS or letter in _FRONT_VOWELS or letter in _NEUTRAL_VOWELS


# --- number words as people write them ----------------------------------------------------------------------


# fmt: off
_RUSSIAN_NUMBERS = {
    "ноль": 0, "нуль": 0, "один": 1, "одна": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5,
    "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12,
    "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50,
    "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "двести": 200,
    "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600, "семьсот": 700, "восемьсот": 800,
    "девятьсот": 900,
}
# fmt: on
_KAZAKH_NUMBERS = {name: value for value, name in enumerate(_UNITS)} | {
    name: 10 * step for step, name in enumerate(_TENS) if name
}
_HALVES = {
    "жарты": Fraction(1, 2),
    "жарым": Fraction(1, 2),
    "пол": Fraction(1, 2),
    "половиной": Fraction(1, 2),
    "полтора": Fraction(3, 2),
    "полторы": Fraction(3, 2),
}

NUMBER_WORDS: Mapping[str, Fraction] = MappingProxyType(
    {fold(word): Fraction(value) for word, value in (_KAZAKH_NUMBERS | _RUSSIAN_NUMBERS).items()}
    | {fold(word): value for word, value in _HALVES.items()}
)
"""Folded number words of both languages with what they add; halves are fractions."""

HUNDRED_WORD = fold(_HUNDRED)
"""The folded Kazakh hundred, which multiplies what stands before it."""

_THOUSAND_SPELLINGS = "мың тыс тысяча тысячи тысяч тысячу к k"
_MILLION_SPELLINGS = "млн mln миллион миллиона миллионов"
_MILLIARD_SPELLINGS = "млрд mlrd миллиард миллиарда миллиардов"

SCALE_WORDS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(fold(_THOUSAND_SPELLINGS).split(), 10**3)
    | dict.fromkeys(fold(_MILLION_SPELLINGS).split(), 10**6)
    | dict.fromkeys(fold(_MILLIARD_SPELLINGS).split(), 10**9)
)
"""Folded words that multiply the number before them."""

HALF_PREFIX = "пол"
"""Russian writes half a million as one word."""

TENGE_WORDS = frozenset(fold("тг тнг tg теңге тенге теңгені теңгеге теңгеден ₸ kzt").split())
"""Folded ways to write tenge."""

OTHER_CURRENCIES = frozenset(
    fold("$ usd доллар доллара долларов € eur евро ₽ руб рубль рубля рублей rub сум юань").split()
)
"""Folded ways to write money that is not tenge."""

APPROXIMATE_WORDS = frozenset(fold("шамамен жуық жуықтап около примерно приблизительно где то").split())
"""Folded words that may stand beside a sum without changing it."""

JOINING_WORDS = frozenset(fold("с и мен").split())
"""Folded words inside a spoken number: two *with* a half million."""


_CODE_LETTERS = str.maketrans("АСЕНКМРТХУЗҮҺ", "ACEHKMPTXY3YH")


def as_code(text: str) -> str:
    """Return ``text`` in capitals with Cyrillic letters read as the Latin ones they look like (E2).

    A clerk's code is printed in signs that both keyboards have, so that nobody must change the layout.
    """
    return text.upper().translate(_CODE_LETTERS)


FUNCTION_WORDS = frozenset(
    fold(
        "и в во на по для с со у к ко о об от до за из не или над под при мен бен пен және үшін де да та те"
    ).split()
)
"""Folded words that say nothing about what is looked for (D3)."""
