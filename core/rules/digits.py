"""A number in digits with separators; apart from the words that may follow it."""

import re
from enum import StrEnum
from fractions import Fraction


class MoneyProblem(StrEnum):
    """Why a text is not understood as one sum of money; what was understood is read back in any case (B3)."""

    NO_SUM = "no-sum"
    SEVERAL_SUMS = "several-sums"
    AMBIGUOUS = "ambiguous"
    OTHER_CURRENCY = "other-currency"
    PART_OF_TENGE = "part-of-tenge"
    NOT_POSITIVE = "not-positive"
    TOO_LARGE = "too-large"


_PLAIN = re.compile(r"0|[1-9][0-9]*")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<separator>[ .,])[0-9]{3}(?:(?P=separator)[0-9]{3})*")
_DECIMAL = re.compile(r"(?P<whole>.*)(?P<point>[.,])(?P<part>[0-9]+)")
_SEPARATORS = re.compile(r"[ .,]")
_THOUSANDS = 3


def read_digits(written: str, *, is_scaled: bool) -> Fraction | MoneyProblem:
    """Return the number that ``written`` means: digits with single spaces, dots or commas between them (B3).

    Three digits after a lone dot or comma are thousands. ``is_scaled`` says that a word like million follows:
    there they could be a fraction as well, so they are ambiguous.
    """
    if _PLAIN.fullmatch(written):
        return Fraction(written)
    if _GROUPED.fullmatch(written):
        is_lone = len(_SEPARATORS.findall(written)) == 1 and " " not in written
        return MoneyProblem.AMBIGUOUS if is_scaled and is_lone else _joined(written)
    decimal = _DECIMAL.fullmatch(written)
    if decimal is None:
        return MoneyProblem.AMBIGUOUS
    whole, part = decimal["whole"], decimal["part"]
    is_grouped = _GROUPED.fullmatch(whole) and decimal["point"] not in whole
    is_fraction = len(part) != _THOUSANDS or whole == "0"
    if not is_fraction or not (_PLAIN.fullmatch(whole) or is_grouped):
        return MoneyProblem.AMBIGUOUS
    return _joined(whole) + Fraction(int(part), 10 ** len(part))


def _joined(grouped: str) -> Fraction:
    return Fraction(_SEPARATORS.sub("", grouped))
