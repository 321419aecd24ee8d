"""Sums of money as people write them; apart, because what is understood must never be a silent guess (B3)."""

import re
import unicodedata
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from core.model import letters
from core.rules.digits import MoneyProblem, read_digits

MOST = 10**12
"""The most tenge that a text is taken for; no campaign has so much, a mistyped number may."""

_TOKEN = re.compile(
    r"(?P<digits>[0-9]+(?:[ .,][0-9]+)*)|(?P<word>[^\W\d_]+)|(?P<currency>[₸$€₽])"
    r"|(?P<sign>[-+\u2010-\u2015\u2212])|(?P<ignored>[\s.,;!()~≈=])|(?P<strange>.)"
)
_LETTERS_AT_MOST = 100
_THOUSAND = 1000
_DIGITS = 10
_HALF = Fraction(1, 2)


class _Unreadable(Exception):
    def __init__(self, problem: MoneyProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_money(text: str) -> int | MoneyProblem:
    """Return the whole tenge that ``text`` says, or why it is not understood as exactly one sum (B3).

    Understands digits grouped by spaces, dots or commas, words for thousands and millions, number words of
    both languages and the ways to write tenge. Whoever asked reads the sum back before it counts.
    """
    if len(text) > _LETTERS_AT_MOST:
        return MoneyProblem.NO_SUM
    plain = letters.fold(unicodedata.normalize("NFKC", text).replace("'", " ").replace("\u2019", " "))
    sum_ = _Sum()
    try:
        tokens = [match for match in _TOKEN.finditer(re.sub(r"\s+", " ", plain)) if not match["ignored"]]
        for token, following in zip_longest(tokens, tokens[1:]):
            _read_token(token, following, sum_)
        return sum_.total()
    except _Unreadable as unreadable:
        return unreadable.problem


def _read_token(token: re.Match[str], following: re.Match[str] | None, sum_: "_Sum") -> None:
    if token["digits"]:
        is_scaled = following is not None and following["word"] in letters.SCALE_WORDS
        number = read_digits(token["digits"], is_scaled=is_scaled)
        if isinstance(number, MoneyProblem):
            raise _Unreadable(number)
        sum_.add_digits(number)
    elif token["word"]:
        _read_word(token["word"], sum_)
    elif token["currency"]:
        _read_currency(token["currency"], sum_)
    elif token["sign"] and sum_.is_empty:
        sum_.is_negative = token["sign"] != "+"
    else:
        raise _Unreadable(MoneyProblem.SEVERAL_SUMS if token["sign"] else MoneyProblem.NO_SUM)


def _read_word(word: str, sum_: "_Sum") -> None:
    half = word.removeprefix(letters.HALF_PREFIX)
    if word in letters.SCALE_WORDS:
        sum_.scale(letters.SCALE_WORDS[word])
    elif half != word and half in letters.SCALE_WORDS:
        sum_.add_word(_HALF)
        sum_.scale(letters.SCALE_WORDS[half])
    elif word == letters.HUNDRED_WORD:
        sum_.add_hundred()
    elif word in letters.NUMBER_WORDS:
        sum_.add_word(letters.NUMBER_WORDS[word])
    elif word in letters.TENGE_WORDS or word in letters.OTHER_CURRENCIES:
        _read_currency(word, sum_)
    elif word not in letters.APPROXIMATE_WORDS and word not in letters.JOINING_WORDS:
        raise _Unreadable(MoneyProblem.NO_SUM)


def _read_currency(currency: str, sum_: "_Sum") -> None:
    if currency in letters.OTHER_CURRENCIES:
        raise _Unreadable(MoneyProblem.OTHER_CURRENCY)
    sum_.is_closed = not sum_.is_empty


@dataclass(slots=True)
class _Sum:
    """What has been read so far: scaled terms, and the number that no scale word has followed yet."""

    terms: list[Fraction] = field(default_factory=list)
    last_scale: int = 0
    has_fraction: bool = False
    number: Fraction | None = None
    is_in_digits: bool = False
    is_negative: bool = False
    is_closed: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.terms and self.number is None

    def add_digits(self, number: Fraction) -> None:
        self._require(self.number is None)
        self.number, self.is_in_digits = number, True

    def add_word(self, number: Fraction) -> None:
        """Add a spoken number: five to twenty, fifty to a hundred, a half to any whole."""
        before = self.number
        if before is not None and number == _HALF:
            self._require(before.denominator == 1)
        elif before is not None:
            has_room = number.denominator == 1 and before % 10 ** len(str(number)) == 0
            self._require(has_room and not self.is_in_digits)
        self.number = number if before is None else before + number

    def add_hundred(self) -> None:
        """Add the Kazakh hundred, which multiplies the digit before it."""
        before = Fraction(1) if self.number is None else self.number
        self._require(before.denominator == 1 and 0 < before < _DIGITS)
        self.number = before * 100

    def scale(self, scale: int) -> None:
        """Multiply what has been read by a thousand, a million, …; a bare word means one of them."""
        self._require()
        term = (Fraction(1) if self.number is None else self.number) * scale
        if self.terms and (self.number is None or self.has_fraction or term >= self.last_scale):
            raise _Unreadable(MoneyProblem.AMBIGUOUS)
        self.has_fraction = self.number is not None and self.number.denominator != 1
        self.terms.append(term)
        self.last_scale, self.number, self.is_in_digits = scale, None, False

    def total(self) -> int:
        """Return the sum in tenge; a small rest after millions could be thousands, so it is ambiguous."""
        if self.is_empty:
            raise _Unreadable(MoneyProblem.NO_SUM)
        rest = self.number or Fraction(0)
        least = 0 if self.last_scale <= _THOUSAND else _THOUSAND
        if (
            self.terms
            and self.number is not None
            and not (least <= rest < self.last_scale and not self.has_fraction)
        ):
            raise _Unreadable(MoneyProblem.AMBIGUOUS)
        return _whole(sum(self.terms, rest), is_negative=self.is_negative)

    def _require(self, *claims: bool) -> None:
        if self.is_closed or not all(claims):
            raise _Unreadable(MoneyProblem.SEVERAL_SUMS)


def _whole(tenge: Fraction, *, is_negative: bool) -> int:
    if tenge.denominator != 1:
        raise _Unreadable(MoneyProblem.PART_OF_TENGE)
    if is_negative or tenge == 0:
        raise _Unreadable(MoneyProblem.NOT_POSITIVE)
    if tenge > MOST:
        raise _Unreadable(MoneyProblem.TOO_LARGE)
    return int(tenge)
