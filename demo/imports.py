"""Makes files with which a newcomer tries the import of a register: a month later, with wrong lines.

Separate from the register that the demo begins with, which stays as it is. ``python -m demo.imports`` writes
``import.csv`` and ``import.xlsx`` of ``rural-okrug`` anew, each time the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from random import Random

import xlsxwriter

from core.rules.register import COLUMNS
from demo.residents import Numbers, Row, phone, register_csv
from demo.villagers import FOLDER, sandbox_villagers, villagers

CSV, XLSX = "import.csv", "import.xlsx"

_NEWCOMERS = 6
_LEFT = 4
"""How many have moved in and how many have moved away."""

_BORN, _NEVER_BORN = "990101", "990102"
"""The villagers' day of 1899, and another one for those whom the first register has not."""

_STAYS_UNTIL = date(2037, 12, 31)


def later_rows() -> tuple[Row, ...]:
    """Return the okrug a month later: nearly the same people, a few gone, a few new."""
    numbers, random = Numbers(_BORN), Random(20260914)  # noqa: S311 - the same each time
    crowd = tuple(villagers(numbers, random))
    guests = tuple(replace(row, reg_to=_STAYS_UNTIL) for row in sandbox_villagers())
    new = Numbers(_NEVER_BORN)
    newcomers = (
        Row(
            iin=new.take(place % 2 + 1),
            birth_date=date(1990 + place, 3, 1 + place),
            territory="qonyrsai",
            reg_from=date(2026, 8, 3),
            phone=phone(9000 + place),
        )
        for place in range(_NEWCOMERS)
    )
    return (*guests, *crowd[:-_LEFT], *newcomers)


def wrong_lines(new: Numbers) -> tuple[str, ...]:
    """Return lines of a CSV as tired people type them; the last one is taken without its telephone."""
    right = new.take()
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    tail = "1985-03-08;permanent;2011-05-20;;terektisai;"
    return (
        f"{wrong};{tail}",
        f";{tail}",
        f"9.90102E+11;{tail}",
        f"{new.take()};1985-03-08;permanent;2011-05-20;;terektisay;",
        f"{new.take()};31.02.1985;permanent;2011-05-20;;ainakol;",
        f"{new.take()};1985-03-08;permanent;2011-05-20;;ainakol;52-12-48",
    )


def import_csv() -> str:
    """Return the register as the akimat exports it from its own system."""
    new = Numbers(_NEVER_BORN)
    for place in range(_NEWCOMERS):
        new.take(place % 2 + 1)
    return register_csv(later_rows(), wrong_lines(new))


def import_xlsx() -> bytes:
    """Return the same people as somebody keeps them in a spreadsheet, where a few cells went wrong."""
    content = BytesIO()
    options = {"in_memory": True, "default_date_format": "dd.mm.yyyy"}
    with xlsxwriter.Workbook(content, options) as book:
        # Made on one day for good, so that the file is the same each time.
        book.set_properties({"created": datetime(2026, 9, 1)})  # noqa: DTZ001  (the library wants no zone)
        sheet = book.add_worksheet("register")
        for number, cells in enumerate(_table()):
            sheet.write_row(number, 0, cells)
        sheet.autofit()
    return content.getvalue()


def _table() -> Iterator[Sequence[object]]:
    yield COLUMNS
    for row in later_rows():
        yield [getattr(row, column) or "" for column in COLUMNS]
    new = Numbers(_NEVER_BORN)
    given = [new.take() for _ in range(3)]
    yield (f"{given[0][:-1]}x", date(1985, 3, 8), "permanent", date(2011, 5, 20), "", "ainakol", "")
    yield (given[1], date(1985, 3, 8), "rents", date(2011, 5, 20), "", "ainakol", "")
    yield (given[2], date(1985, 3, 8), "temporary", date(2026, 5, 20), date(2026, 2, 20), "qonyrsai", "")


if __name__ == "__main__":
    (FOLDER / CSV).write_text(import_csv(), encoding="utf-8")
    (FOLDER / XLSX).write_bytes(import_xlsx())
