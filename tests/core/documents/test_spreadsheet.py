"""Spreadsheets whose cells are texts, whatever a resident typed (L2)."""

import csv as reading
from datetime import UTC, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from core.documents.spreadsheet import Cell, csv, xlsx

AT = datetime(2026, 10, 20, 6, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("http://evil.example";"x")',
    "+7 701",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "＝1",
    '=cmd|" /C calc"!A0',
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_runs(typed: str) -> None:
    """A formula, in disguise too, is a text in XLSX, and in CSV begins with an apostrophe [L2] [L5]."""
    book = xlsx("Тізім", ["Атауы"], [[typed]], AT)
    with ZipFile(BytesIO(book)) as parts:
        texts = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    assert "<f>" not in texts
    assert "hyperlink" not in texts
    _, (cell,) = reading.reader(StringIO(csv(["Атауы"], [[typed]]).decode("utf-8-sig"), newline=""))
    assert cell == f"'{typed}"


def test_texts_and_numbers_come_back() -> None:
    """What is no formula stays as it is: letters of both languages, numbers, what is empty [L2]."""
    row: list[Cell] = ["Әғқңөұүһі ₸, «тырнақша»\nекінші жол", 1_250_000, None, "=" * 3]
    sheet = CalamineWorkbook.from_filelike(BytesIO(xlsx("Тізім", ["а", "ә", "б", "в"], [row], AT)))
    assert sheet.get_sheet_by_index(0).to_python()[1] == [row[0], 1_250_000.0, "", "==="]
    lines = list(reading.reader(StringIO(csv(["а"], [row]).decode("utf-8-sig"), newline="")))
    assert lines[1] == [row[0], "1250000", "", "'==="]


def test_the_same_facts_are_the_same_bytes() -> None:
    """A file of the same list is the same file [L5]."""
    assert xlsx("Тізім", ["а"], [["ә"]], AT) == xlsx("Тізім", ["а"], [["ә"]], AT)


@pytest.mark.parametrize("name", ["[a]:*?/\\", "", "'", "ә" * 80])
def test_any_name_is_a_sheets_name(name: str) -> None:
    """A name that a spreadsheet would refuse is made into one that it takes [L2]."""
    assert xlsx(name, ["а"], [], AT)[:2] == b"PK"


def test_a_cell_that_is_too_long_is_cut() -> None:
    """More letters than a cell holds break nothing [L2]."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(xlsx("Тізім", ["а"], [["ә" * 40_000]], AT)))
    assert len(str(sheet.get_sheet_by_index(0).to_python()[1][0])) == 32_767
