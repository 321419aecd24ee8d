"""Tables from outside: each kind that is read, and what is hostile is refused or does no harm (L3)."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.files import sheets
from core.files.sheets import SheetProblem, SheetRefused, open_sheet
from tests.support.registers import file_of, workbook

CSV = "territory;address\nsamal;Абай, 5\n\nqala;Мәңгілік ел\n"
ROWS = [("samal", "Абай, 5"), ("qala", "Мәңгілік ел")]


def read(content: bytes) -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """Return the columns and the lines with their numbers."""
    with file_of(content) as file, open_sheet(file) as sheet:
        return sheet.columns, [(line.number, line.fields) for line in sheet.lines]


def problem_of(content: bytes) -> SheetProblem:
    """Return why a file is refused."""
    with pytest.raises(SheetRefused) as refused:
        read(content)
    return refused.value.problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_csv_in_any_unicode(encoding: str, end: str) -> None:
    """UTF-8 with and without its mark and UTF-16 are told apart; any end of line will do [L3]."""
    assert read(CSV.replace("\n", end).encode(encoding)) == (
        ("territory", "address"),
        [(2, ROWS[0]), (4, ROWS[1])],
    )


def test_a_csv_in_windows_1251() -> None:
    """Russian letters of an old spreadsheet are read; Kazakh ones it has lost itself [L3]."""
    content = "territory;address\nsamal;Абай, 5".encode("windows-1251")
    assert read(content)[1] == [(2, ROWS[0])]


def test_a_workbook() -> None:
    """Whole numbers lose their point, days of the spreadsheet are days, rows keep their numbers [L3]."""
    rows = [
        ("iin", "birth_date", "phone"),
        (990101200007.0, date(1999, 1, 1), 77010000001),
        (),
        ("010101100018", datetime(2001, 1, 1, 12, 30, tzinfo=UTC).replace(tzinfo=None), ""),
        (3.1e11, 36161, 1.5),
    ]
    assert read(workbook(rows)) == (
        ("iin", "birth_date", "phone"),
        [
            (2, ("990101200007", "1999-01-01", "77010000001")),
            (4, ("010101100018", "2001-01-01T12:30:00", "")),
            (5, ("310000000000", "36161", "1.5")),
        ],
    )


def test_formulas_and_markup_are_only_words() -> None:
    """A formula is its last value and never counted again; markup and commands stay letters [L3] [L1]."""
    words = ("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "@SUM(1)")
    assert read("\n".join(("a;b;c", ";".join(words))).encode())[1] == [(2, words)]
    content = BytesIO()
    import xlsxwriter  # noqa: PLC0415  (only here a formula is written)

    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("a", "b"))
        sheet.write_formula(1, 0, '=HYPERLINK("http://elsewhere.example")', None, "x")
        sheet.write_string(1, 1, "=1+1")
    assert read(content.getvalue())[1] == [(2, ("x", "=1+1"))]


def test_only_the_first_sheet_that_is_seen() -> None:
    """A hidden sheet before the register is not taken for it [L3]."""
    content = BytesIO()
    import xlsxwriter  # noqa: PLC0415  (only here sheets are hidden)

    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        hidden, seen = book.add_worksheet(), book.add_worksheet()
        hidden.write_row(0, 0, ("old",))
        seen.write_row(0, 0, ("new",))
        seen.activate()
        seen.set_first_sheet()
        hidden.hide()
    assert read(content.getvalue())[0] == ("new",)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one part changed."""
    with zipfile.ZipFile(BytesIO(workbook([("iin",), ("x",)]))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**parts, name: change(parts.get(name, b""))})


SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", SheetProblem.EMPTY),
        (b" \r\n ", SheetProblem.EMPTY),
        (OLE + bytes(5000), SheetProblem.OLD_EXCEL),
        (OLE + bytes(5000) + "EncryptedPackage".encode("utf-16-le"), SheetProblem.ENCRYPTED),
        (b"%PDF-1.7 ...", SheetProblem.OTHER_KIND),
        (b"\x89PNG\r\n\x1a\n....", SheetProblem.OTHER_KIND),
        (zipped({"a.txt": b"a"}), SheetProblem.OTHER_KIND),
        (zipped({"[Content_Types].xml": b"wordprocessingml"}), SheetProblem.OTHER_KIND),
        (zipped({f"{number}": b"" for number in range(3000)}), SheetProblem.OTHER_KIND),
        (workbook([("iin",)])[:-300], SheetProblem.BROKEN),
        (b"PK\x03\x04" + bytes(100), SheetProblem.BROKEN),
        (changed("xl/workbook.xml", lambda _: b"<x"), SheetProblem.BROKEN),
        ("iin;a\n1;2".encode("utf-16-le"), SheetProblem.ENCODING),
        (b"\0\1\2\3" * 100, SheetProblem.ENCODING),
        ("қала;ұлы дала\n".encode() * 100 + b"\xff", SheetProblem.ENCODING),
    ],
)
def test_what_is_no_table_is_refused_by_its_problem(content: bytes, problem: SheetProblem) -> None:
    """Wrong kinds, old Excel, passwords, halves of files and unknown letters are each told apart [L3]."""
    assert problem_of(content) is problem


def test_a_gigabyte_of_zeros_is_refused_before_it_is_unpacked() -> None:
    """A bomb tells its size in the archive's directory; nothing of it is unpacked [L3]."""
    content = BytesIO(workbook([("iin",)]))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/x", "w") as part:
        for _ in range(1100):
            part.write(bytes(1024 * 1024))
    assert len(content.getvalue()) < 2 * 1024 * 1024
    assert problem_of(content.getvalue()) is SheetProblem.TOO_LARGE


def test_a_bomb_that_lies_about_its_size_ends_alone() -> None:
    """A sheet whose last cell makes a table of sixteen milliards of cells ends its own process only [L3]."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = changed(SHEET, lambda part: part.replace(b"</sheetData>", far))
    assert problem_of(content) is SheetProblem.TOO_LARGE


def test_entities_are_not_unfolded() -> None:
    """A milliard of laughs in a workbook's words is neither unfolded nor believed [L3]."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    content = changed(SHEET, lambda part: part.replace(b"<worksheet", laughs + b"<worksheet"))
    assert read(content)[0] == ("iin",)


def test_a_line_without_an_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty megabytes without an end of line are read in pieces, and the table has an end too [L3]."""
    columns, lines = read(b"a;b\n" + b"x" * 3_000_000 + b"\n1;2")
    assert (columns, lines) == (("a", "b"), [(2, ()), (3, ("1", "2"))])
    monkeypatch.setattr(sheets, "MOST_LINES", 3)
    assert problem_of(b"a\n1\n2\n3\n") is SheetProblem.TOO_LARGE


def test_quotes_that_never_close_spoil_their_own_line() -> None:
    """An open quote takes nothing of what follows [L3]."""
    assert read(b'a;b\n"1;2\n3;4\n')[1] == [(2, ()), (3, ("3", "4"))]


def test_the_file_stays_open_and_the_reader_ends(tmp_path: Path) -> None:
    """Whoever stops reading in the middle leaves no process and no closed file behind [L3]."""
    rows = [("iin",), *[(str(number),) for number in range(20_000)]]
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(rows))
    with path.open("rb") as file:
        with open_sheet(file) as sheet:
            assert next(sheet.lines).fields == ("0",)
        assert not file.closed
    with file_of(b"a\n1") as file:
        with open_sheet(file) as sheet:
            assert sheet.columns == ("a",)
        assert not file.closed


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_whatever_comes_is_a_table_or_refused(content: bytes) -> None:
    """No bytes break the reader [L3]."""
    with suppress(SheetRefused):
        read(content)
