"""What is an IIN and what only looks like one; apart, because chat, register and desk must agree (P1)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

_TWELVE = re.compile(r"[0-9]{12}")
_LENGTH = 12
_FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_MODULUS, _NO_DIGIT = 11, 10
# In an IIN the fifth digit is the tens of a day; in a BIN it tells the kind of the organisation.
_BIN_FIFTH = frozenset("456")

_NUMBER = re.compile(r"\+?[0-9]+")
_SEPARATORS = frozenset(" -.")
# The last two make a keycap of a digit.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\u20e3")
_HALVES_APART = re.compile(r"(?<![0-9+])[0-9]{6}[\W_]{1,3}[0-9]{6}(?![0-9])")
_HALVES = (6, 6)
_PHONE_PREFIXES = frozenset("78")
_PHONE_GROUPS = ((1, 3, 3, 2, 2), (1, 3, 3, 4), (1, 3, 7), (1, 10))
_LONG_RUN = re.compile(r"[0-9][0-9\s.\-\u2010-\u2015]{10,}[0-9]")
_HIDDEN = "•"


def control_digit(first: str) -> int | None:
    """Return the twelfth digit for the ``first`` eleven, ``None`` where no number is issued with them.

    A remainder of ten is weighed once more; ten again has no digit. Source: resolution 565 of 11.06.2003.
    """
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        rest = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True)) % _MODULUS
        if rest != _NO_DIGIT:
            return rest
    return None


def is_iin(text: str) -> bool:
    """Say whether ``text`` is twelve ASCII digits with the right control digit (P1).

    Birth date and sex are not asked of it: since 2013 the digits need not tell them.
    """
    return _TWELVE.fullmatch(text) is not None and control_digit(text[:-1]) == int(text[-1])


def is_bin(text: str) -> bool:
    """Say whether ``text`` is an organisation's number, which people give instead of their own IIN."""
    return _TWELVE.fullmatch(text) is not None and text[4] in _BIN_FIFTH


def contains_iin(text: str) -> bool:
    """Say whether a message holds twelve digits as a person writes an IIN, right or mistyped (P1).

    Digits of any script count, together or in groups with one kind of separator (space, dash, dot) between
    them; two groups of six are seen whatever signs or line end stand between them. Phones are none. A sum of
    twelve digits is taken for an IIN: no project costs so much.
    """
    plain = _plain(text)
    return _HALVES_APART.search(plain) is not None or any(_looks_like_iin(run) for run in _runs(plain))


def _plain(text: str) -> str:
    """Return ``text`` with ASCII digits, one kind of dash and single spaces; lines stay lines."""
    letters = (_plain_letter(letter) for letter in text)
    return re.sub(r" +", " ", "".join(letters))


def _plain_letter(letter: str) -> str:
    if letter in _INVISIBLE:
        return ""
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category == "Pd":
        return "-"
    return " " if category == "Zs" or letter == "\t" else letter


def _runs(text: str) -> Iterator[list[str]]:
    """Yield the numbers of ``text``, those together between which the same separator stands."""
    numbers = list(_NUMBER.finditer(text))
    run = [numbers[0].group()] if numbers else []
    joined_by = ""
    for former, number in pairwise(numbers):
        between = text[former.end() : number.start()]
        if between not in _SEPARATORS:
            yield run
            run, joined_by = [number.group()], ""
        elif joined_by in {"", between}:
            run, joined_by = [*run, number.group()], between
        else:
            yield run
            run, joined_by = [former.group(), number.group()], between
    yield run


def _looks_like_iin(run: Sequence[str]) -> bool:
    lengths = tuple(len(number) for number in run if not number.startswith("+"))
    if _LENGTH in lengths or _HALVES in pairwise(lengths):
        return True
    return sum(lengths) == _LENGTH and len(lengths) == len(run) and not _begins_with_phone(run)


def _begins_with_phone(run: Sequence[str]) -> bool:
    lengths = tuple(len(number) for number in run)
    return run[0] in _PHONE_PREFIXES and any(lengths[: len(phone)] == phone for phone in _PHONE_GROUPS)


def without_iin(text: str) -> str | None:
    """Return ``text`` with the digits of an IIN hidden, ``None`` where it holds none: none is kept (P1)."""
    if not contains_iin(text):
        return None
    hidden = _LONG_RUN.sub(_hide_run, text)
    return hidden if not contains_iin(hidden) else _hide(text)


def _hide_run(run: re.Match[str]) -> str:
    digits = sum(letter.isdigit() for letter in run.group())
    return _hide(run.group()) if digits >= _LENGTH else run.group()


def _hide(text: str) -> str:
    return "".join(_HIDDEN if letter.isdigit() else letter for letter in text)
