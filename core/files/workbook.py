"""Reads a workbook as a process of its own: ``python workbook.py < FILE`` prints a row of JSON a line (L3).

Separate and without an import of the house: a workbook from outside may be made to take all memory or time,
or to break its reader. Here the system sets bounds, and whoever started the process only sees it end.
"""

import json
import resource
import sys
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

UNREADABLE = 3
"""The exit code for what is no workbook; any other failure means that it was too much."""

MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: a city's register takes about a third of it."""

MOST_SECONDS = 120
"""Seconds of processor time: a city's register takes a few."""


def _written(cell: object) -> str:
    """Return a cell as a person would have typed it: whole numbers without a point, days as 1990-05-31."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _first_sheet(book: CalamineWorkbook) -> CalamineSheet:
    """Return the first sheet that a person sees on opening the file."""
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
            return book.get_sheet_by_index(place)
    return book.get_sheet_by_index(0)


def main() -> int:
    """Print the rows of the first sheet."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    # Whoever opened the file has read of it, and the place in it is shared.
    sys.stdin.buffer.seek(0)
    try:
        rows = _first_sheet(CalamineWorkbook.from_filelike(sys.stdin.buffer)).iter_rows()
    except CalamineError:
        return UNREADABLE
    for row in rows:
        sys.stdout.write(json.dumps([_written(cell) for cell in row]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
