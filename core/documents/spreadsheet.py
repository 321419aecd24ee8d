"""Tables as XLSX and CSV; apart, because what residents typed must never be run by a spreadsheet (L2, L5)."""

import csv as writing
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO, StringIO

from xlsxwriter import Workbook

Cell = str | int | float | None
"""A text, a number or nothing; days and instants come as texts, in the language of the reader."""

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, in full width too."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_LETTERS = 32_767
"""Characters that a cell of a spreadsheet holds."""

_NARROWEST, _WIDEST = 8, 60
_FOLDED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_NAME_LENGTH = 31


def xlsx(name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]], at: datetime) -> bytes:
    """Return a sheet called ``name`` with a heading that stays; texts are texts, whatever they begin with.

    The same facts give the same bytes: ``at``, the instant of its making, is the file's own.
    """
    kept, listed = BytesIO(), [list(row) for row in rows]
    book = Workbook(kept, dict(_OPTIONS))
    book.set_properties({"created": at.replace(tzinfo=None)})
    sheet = book.add_worksheet(name.translate(_FOLDED)[:_NAME_LENGTH].strip() or None)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for column, text in enumerate(heading):
        sheet.write_string(0, column, text, bold)
        sheet.set_column(column, column, _width(text, [row[column] for row in listed]))
    for place, row in enumerate(listed, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(place, column, cell[:_MOST_LETTERS])
            elif cell is not None:
                sheet.write_number(place, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(listed), max(0, len(heading) - 1))
    book.close()
    return kept.getvalue()


def csv(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return comma-separated lines in UTF-8 with the mark by which Excel knows it.

    A text that a spreadsheet would run begins with an apostrophe here, for the file has no other way to say
    that it is one.
    """
    kept = StringIO()
    lines = writing.writer(kept, lineterminator="\r\n")
    lines.writerow([_defused(text) for text in heading])
    lines.writerows([_defused(cell) for cell in row] for row in rows)
    return kept.getvalue().encode("utf-8-sig")


def _defused(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(_RUN):
        return f"'{cell}"
    return cell


def _width(text: str, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(text), longest) + 2))
