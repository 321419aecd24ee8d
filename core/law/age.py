"""When a person is of full age; apart, because a birthday on 29 February needs the law's answer (E1)."""

from datetime import date

from core.law.reference import Lawful, Reference

FULL_AGE = Lawful(
    value=18,
    since=date(1995, 3, 1),
    source=Reference(
        act="Civil Code, general part, article 17",
        date=date(1994, 12, 27),
        link="https://adilet.zan.kz/rus/docs/K940001000_",
    ),
)
"""Full age in years; what a campaign counts by is the number of its rulebook."""

_LEAP_DAY = (2, 29)


def day_of_age(birth_date: date, years: int) -> date:
    """Return the first day on which somebody born on ``birth_date`` is ``years`` old.

    Somebody born on 29 February is so on 1 March where the year has no such day (E1).
    """
    year = birth_date.year + years
    if (birth_date.month, birth_date.day) == _LEAP_DAY and not _is_leap(year):
        return date(year, 3, 1)
    return birth_date.replace(year=year)


def is_of_age(birth_date: date, years: int, on: date) -> bool:
    """Say whether somebody born on ``birth_date`` is at least ``years`` old on the day ``on`` (E1)."""
    return day_of_age(birth_date, years) <= on


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
