"""The kinds of single values in a rulebook; apart from tables, so that using a kind takes one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from core.rulebook.problems import suggestion

ValueT = TypeVar("ValueT")
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

_MOST = 10**15
"""More than any budget in tenge, and within a signed 64-bit column."""


class UnfitError(Exception):
    """A value is not of the kind that its key needs; the message says what would be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[ValueT]):
    """How a value of TOML becomes one of ours; ``convert`` raises ``UnfitError``, then ``blank`` stands in.

    A blank never leaves the loader: where an error was reported, no rulebook is returned.
    """

    convert: Callable[[object], ValueT]
    blank: ValueT


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise UnfitError("must be a text in quotes")
    if not value.strip():
        raise UnfitError("must not be empty")
    if any(ord(letter) < ord(" ") and letter not in "\n\t" for letter in value):
        raise UnfitError("holds a control character")
    return " ".join(value.split())


def _matching(pattern: str, hint: str) -> Kind[str]:
    def convert(value: object) -> str:
        if not isinstance(value, str) or re.fullmatch(pattern, value, re.ASCII) is None:
            raise UnfitError(hint)
        return value

    return Kind(convert=convert, blank="")


def whole(least: int = 0, most: int = _MOST) -> Kind[int]:
    """Return the kind of whole numbers from ``least`` to ``most``."""

    def convert(value: object) -> int:
        # TOML's true is Python's 1.
        if isinstance(value, bool) or not isinstance(value, int):
            raise UnfitError("must be a whole number without quotes")
        if not least <= value <= most:
            raise UnfitError(f"must lie between {least} and {most}")
        return value

    return Kind(convert=convert, blank=least)


def exactly(number: int, refusal: str) -> Kind[int]:
    """Return the kind that takes ``number`` alone and answers everything else with ``refusal``."""

    def convert(value: object) -> int:
        if isinstance(value, bool) or value != number:
            raise UnfitError(refusal)
        return number

    return Kind(convert=convert, blank=number)


def one_of(choices: type[ChoiceT]) -> Kind[ChoiceT]:
    """Return the kind of one word out of ``choices``."""

    def convert(value: object) -> ChoiceT:
        words = [choice.value for choice in choices]
        if not isinstance(value, str) or value not in words:
            near = suggestion(value, words) if isinstance(value, str) else ""
            raise UnfitError(f"must be one of {', '.join(words)}{near}")
        return choices(value)

    return Kind(convert=convert, blank=next(iter(choices)))


def several(kind: Kind[ValueT]) -> Kind[tuple[ValueT, ...]]:
    """Return the kind of lists of different values of ``kind``, at least one."""

    def convert(value: object) -> tuple[ValueT, ...]:
        if not isinstance(value, list) or not value:
            raise UnfitError("must be a list in square brackets with at least one entry")
        converted = tuple(kind.convert(element) for element in value)
        if len(set(converted)) < len(converted):
            raise UnfitError("names something twice")
        return converted

    return Kind(convert=convert, blank=())


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError("must be true or false, without quotes")
    return value


def _day(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnfitError("must be a day without a time, such as 2027-01-15")
    return value


def _share(value: object) -> Fraction:
    found = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", value, re.ASCII) if isinstance(value, str) else None
    if found is None or int(found[2]) == 0 or not 0 < Fraction(int(found[1]), int(found[2])) <= 1:
        raise UnfitError('must be a share written as a fraction in quotes, such as "1/20"')
    return Fraction(int(found[1]), int(found[2]))


def _threshold(value: object) -> int | Fraction:
    if isinstance(value, int) and not isinstance(value, bool):
        return whole(least=0, most=10**7).convert(value)
    try:
        return _share(value)
    except UnfitError:
        raise UnfitError('must be a number of votes, or a share of those entitled such as "1/20"') from None


def _pair(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2 or value[0] == value[1]:  # noqa: PLR2004 - a pair
        raise UnfitError("must be a pair of different project numbers, such as [12, 17]")
    first, second = sorted(whole(least=1).convert(number) for number in value)
    return first, second


def _reminder(value: object) -> str:
    found = (
        re.fullmatch(r"opening|D(-[1-9][0-9]?)? ([01][0-9]|2[0-3]):[0-5][0-9]", value)
        if isinstance(value, str)
        else None
    )
    if found is None or not isinstance(value, str):
        raise UnfitError('must be "opening", or a day before the last one and a time: "D-3 10:00", "D 18:00"')
    # Nobody is disturbed between 21:00 and 09:00 (G1).
    if value != "opening" and not "09:00" <= value[-5:] < "21:00":
        raise UnfitError("lies in the quiet hours from 21:00 to 09:00")
    return value


WORDS = Kind(convert=_words, blank="")
"""A text for people, its white space made single."""
SLUG = _matching(
    # Campaign and territory stand together in links of 64 letters and in seals of 96 bytes (D5, ledger 3).
    r"(?=.{1,24}\Z)[a-z0-9]+(-[a-z0-9]+)*",
    "must be a slug of at most 24 small Latin letters, digits and single hyphens",
)
BIN = _matching(r"[0-9]{12}", "a BIN is 12 digits in quotes")
LINK = _matching(r"https?://\S+", "must be an address that begins with https://")
BOT = _matching(r"[A-Za-z][A-Za-z0-9_]{2,29}(?i:bot)", "must be the bot's user name without @, ending in bot")
TRUTH = Kind(convert=_truth, blank=False)
TIME = _matching(r"([01][0-9]|2[0-3]):[0-5][0-9]", 'must be a time of the day in quotes, such as "14:00"')
DAY = Kind(convert=_day, blank=date(2000, 1, 1))
SHARE = Kind(convert=_share, blank=Fraction(1))
THRESHOLD: Kind[int | Fraction] = Kind(convert=_threshold, blank=0)
PAIR = Kind(convert=_pair, blank=(1, 2))
REMINDER = Kind(convert=_reminder, blank="opening")
FILE_NAME = _matching(
    r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.(jpg|jpeg|png|webp)", "must be a picture's file name, such as 12-1.jpg"
)
