"""Registers as files, and what is read of them; apart, because rules, use cases and pages try the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter

from core.model.territory import TerritoryTree
from core.rules.register import RegisterNote, RegisterRow, read_register
from core.rules.sheet import read_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRegister:
    """All that a register says."""

    rows: tuple[RegisterRow, ...]
    notes: tuple[RegisterNote, ...]

    @property
    def refused_lines(self) -> frozenset[int]:
        """Return the lines that gave no row."""
        return frozenset(note.line for note in self.notes if not note.fault.keeps_row)


def read_text(text: str, tree: TerritoryTree) -> ReadRegister:
    """Return what the register in ``text`` says."""
    lines = list(read_register(read_sheet(text.splitlines()), tree))
    return ReadRegister(
        rows=tuple(line.row for line in lines if line.row is not None),
        notes=tuple(note for line in lines for note in line.notes),
    )


def workbook(rows: Iterable[Sequence[object]], *, days: str = "dd.mm.yyyy") -> bytes:
    """Return an XLSX with these rows; days become days of the spreadsheet."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": days}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def file_of(content: bytes) -> IO[bytes]:
    """Return a file on the disk, as a form leaves it."""
    file = TemporaryFile()  # noqa: SIM115  (whoever reads it closes it)
    file.write(content)
    file.seek(0)
    return file
