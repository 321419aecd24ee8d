"""Numbers and money in words, as they are spoken and as people write them."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from core.model.letters.folding import fold
from core.model.letters.harmony import is_vowel, sounds

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
    heard = sounds(abbreviation)
    is_readable = any(is_vowel(letter) for letter in heard[-2:])
    return heard if is_readable else _LETTER_NAMES.get(heard[-1:], heard)


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
