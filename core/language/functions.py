"""The functions that texts may call: ``MONEY($n)``, ``DATE($day)``, ``SUFFIX($n, "abl")`` and the others.

Separate from the loading of texts because authors read this list (docs/language.md), and each function is one
rule of print. Every word that a function prints is itself a text, of ``language.ftl`` or ``grammar.ftl``.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, TypeVar

from babel import Locale
from fluent.runtime.types import FluentType

from core.language import dates, money, suffixes
from core.language.markup import plain
from core.model.language import Language
from core.model.letters import Harmony

Moment = date | datetime
KindT = TypeVar("KindT")

SUFFIX_TEXTS = tuple(f"suffix-{case}" for case in suffixes.Case)
"""The texts with the suffixes of each case (``grammar.ftl``)."""


class Say(Protocol):
    """Prints another text of the same language."""

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text called ``key``; raise where it is missing or broken."""
        ...


class Fact(FluentType):
    """A day, an instant or a share inside a text: functions read its value, otherwise it prints itself."""

    def __init__(self, value: Moment | Fraction, prints: Callable[[], str]) -> None:
        """Keep the value, and how it is printed without a function."""
        self.value = value
        self._prints = prints

    def format(self, locale: Locale) -> str:  # noqa: ARG002 the language is already in `prints`
        """Print the fact."""
        return self._prints()


class Functions:
    """The functions of one language."""

    def __init__(self, language: Language, say: Say) -> None:
        """Print what functions print with ``say``."""
        self._say = say
        self._has_suffixes = language is Language.KAZAKH

    def table(self) -> Mapping[str, Callable[..., object]]:
        """Return the functions by the names that texts call."""
        common: dict[str, Callable[..., object]] = {
            "MONEY": self.money,
            "PLAIN": self.plain,
            "PERCENT": self.percent,
            "DATE": self.date,
            "DAY": self.day,
            "TIME": self.time,
            "DATETIME": self.datetime,
            "LASTDAY": self.last_day,
            "UNTIL": self.until,
            "PERIOD": self.period,
        }
        return common | ({"SUFFIX": self.suffix} if self._has_suffixes else {})

    def money(self, amount: object) -> str:
        """Return whole tenge as ``1 200 000 ₸``."""
        return money.tenge(_require(int, amount))

    def plain(self, number: object) -> str:
        """Return a number that is a name, such as a year or an application number: ``2024``, no groups."""
        return str(int(_require(int, number)))

    def percent(self, share: object, digits: object = 1) -> str:
        """Return a share of one as per cent, with at most ``digits`` after the comma."""
        value = share.value if isinstance(share, Fact) else share
        exact = Fraction(value) if isinstance(value, int | Decimal | Fraction) else _require(Fraction, value)
        return self._say("language-percent", number=money.hundredths(exact, int(_require(int, digits))))

    def date(self, moment: object) -> str:
        """Return a day with its year in the official style (glossary)."""
        day = dates.day(_moment(moment))
        return self._say("language-date", year=str(day.year), day=str(day.day), month=self._month(day.month))

    def day(self, moment: object) -> str:
        """Return a day without its year."""
        day = dates.day(_moment(moment))
        return self._say("language-day", day=str(day.day), month=self._month(day.month))

    def time(self, instant: object) -> str:
        """Return the hours and minutes of an instant: ``09:05``."""
        return dates.clock(_instant(instant))

    def datetime(self, instant: object) -> str:
        """Return day, year, hours and minutes of an instant."""
        return self._say("language-datetime", moment=_instant(instant))

    def last_day(self, closes: object) -> str:
        """Return the last day before ``closes``, marked as included, or the hour if it isn't whole (P8)."""
        instant = _instant(closes)
        if dates.is_day_end(instant):
            return self._say("language-last-day", day=dates.last_day(instant))
        return self._say("language-datetime", moment=instant)

    def until(self, closes: object) -> str:
        """Return «until …» for a window that ends before ``closes``, like ``LASTDAY`` (P8)."""
        instant = _instant(closes)
        if dates.is_day_end(instant):
            return self._say("language-until-day", day=dates.last_day(instant))
        return self._say("language-until-time", moment=instant)

    def period(self, opens: object, closes: object) -> str:
        """Return the window [``opens``, ``closes``) in days, the last one included, or in hours (P8)."""
        start, end = _instant(opens), _instant(closes)
        if not (dates.is_day_end(start) and dates.is_day_end(end)):
            return self._say("language-period-hours", opens=start, closes=end)
        first, last = dates.day(start), dates.last_day(end)
        if first == last:
            return self._say("language-period-day", day=first)
        key = "language-period-year" if first.year == last.year else "language-period-years"
        return self._say(key, first=first, last=last)

    def suffix(self, fact: object, case: object, of: object = "day") -> str:
        """Return the case suffix that follows ``fact`` as printed, with its hyphen where it takes one.

        ``of="time"`` follows the hours and minutes of an instant instead of its month.
        """
        stem = self._stem(fact, str(of))
        back, front = self._say(f"suffix-{suffixes.Case(str(case))}", end=stem.ending).split("/")
        form = front if stem.harmony is Harmony.FRONT else back
        return f"-{form}" if stem.is_hyphenated else form

    def _stem(self, fact: object, of: str) -> suffixes.Stem:
        if isinstance(fact, int):
            return suffixes.number_stem(fact)
        if isinstance(fact, str):
            return suffixes.name_stem(plain(fact), self._say("suffix-possessed").split())
        if of == "time":
            return suffixes.number_stem(dates.local(_instant(fact)).minute)
        return suffixes.name_stem(self._month(dates.day(_moment(fact)).month), ())

    def _month(self, number: int) -> str:
        return self._say("language-month", month=number)


def _require(kind: type[KindT], value: object) -> KindT:
    # The value itself may be about a person and stays out of the error, which is logged (M2).
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} is needed here, not {type(value).__name__}")
    return value


def _moment(fact: object) -> Moment:
    return _require(date, fact.value if isinstance(fact, Fact) else fact)


def _instant(fact: object) -> datetime:
    return _require(datetime, fact.value if isinstance(fact, Fact) else fact)
