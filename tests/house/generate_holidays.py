"""Writes the table of days off that `core/law` keeps: `make law`.

Separate from `core`, because the law lives on the standard library and the calendar comes from a package.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from holidays.countries.kazakhstan import Kazakhstan

from tests.house import tree

FIRST_YEAR, LAST_YEAR = 2023, 2028
TABLE = Path("core/law/holidays.py")
_ESTIMATED = "(estimated)"

_TEMPLATE = '''"""Days off of Kazakhstan, written by `make law`; apart, because nobody edits it."""

from datetime import date

from core.law.reference import Lawful, Reference

FIRST_YEAR, LAST_YEAR = {first}, {last}

_CALENDAR = Reference(
    act="Law on holidays No. 267-II and Labour Code, article 85, by the package holidays",
    date=date(2001, 12, 13),
    link="https://adilet.zan.kz/rus/docs/Z010000267_",
)

DAYS_OFF = Lawful(
    value=frozenset(
        {{
{days_off}
        }}
    ),
    since=date({first}, 1, 1),
    source=_CALENDAR,
)
"""Holidays and the working days that are off for them; plain weekends are not listed."""

ESTIMATED = Lawful(
    value=frozenset(
        {{
{estimated}
        }}
    ),
    since=date({first}, 1, 1),
    source=_CALENDAR,
)
"""Those of the days off that are estimated: the first day of Kurban ait in years to come."""

WORKING_WEEKENDS = Lawful(
    value=frozenset(
        {{
{working}
        }}
    ),
    since=date({first}, 1, 1),
    source=_CALENDAR,
)
"""Weekend days on which people work for a day off elsewhere."""
'''


def table() -> str:
    """Return the source of `core/law/holidays.py`, the same bytes for the same calendar."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    calendar = Kazakhstan(years=years, language="en_US")
    return _TEMPLATE.format(
        first=FIRST_YEAR,
        last=LAST_YEAR,
        days_off=_rows(calendar),
        estimated=_rows(day for day, name in calendar.items() if _ESTIMATED in name),
        working=_rows(day for day in calendar.weekend_workdays if day.year in years),
    )


def _rows(days: Iterable[date]) -> str:
    return "\n".join(f"            date({day.year}, {day.month}, {day.day})," for day in sorted(days))


def main() -> None:
    """Write the table into the checkout."""
    (tree.ROOT / TABLE).write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    main()
