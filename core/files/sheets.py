"""Opens a table from a spreadsheet, CSV or XLSX, or refuses it; apart from what its lines mean (L3).

Nothing is believed: neither name nor size, and a workbook is read by a process of its own.
"""

import json
import subprocess
import sys
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TypeVar

from core.files import workbook
from core.rules.sheet import MOST_LINE, Sheet, read_rows, read_sheet

RowT = TypeVar("RowT")

MOST_LINES = 3_000_000
"""Lines of a table: more than any city has residents."""

MOST_UNPACKED = 1024 * 1024 * 1024
"""Bytes of a workbook's parts together, as its directory gives them; a million rows take a third."""

MOST_WORDS = 256 * 1024 * 1024
"""Bytes of the part that holds a workbook's words, which its reader keeps in memory."""

_MOST_PARTS = 2_000
_CHUNK = 1024 * 1024
_HEAD = 64 * 1024
_ZIP, _ZIP_PART = b"PK\x03\x04", b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_WORKBOOK = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_WORDS = "xl/sharedstrings.xml"
_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_NOT_TEXT = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")


class SheetProblem(StrEnum):
    """Why a file is no table that can be read."""

    EMPTY = "empty"
    OTHER_KIND = "other-kind"
    OLD_EXCEL = "old-excel"
    ENCRYPTED = "encrypted"
    ENCODING = "encoding"
    BROKEN = "broken"
    TOO_LARGE = "too-large"


class SheetRefused(Exception):
    """A file is no table; ``problem`` says why."""

    def __init__(self, problem: SheetProblem) -> None:
        """Keep the problem."""
        super().__init__(problem.value)
        self.problem = problem


@contextmanager
def open_sheet(content: IO[bytes], *, most_lines: int | None = None) -> Iterator[Sheet]:
    """Give the table of a CSV (UTF-8, UTF-16, Windows-1251) or of the first sheet of an XLSX.

    It has ``most_lines`` lines at most, without it ``MOST_LINES``.

    Raises:
        SheetRefused: at once, or while its lines are read.
    """
    content.seek(0)
    head = content.read(_HEAD)
    if not head.strip():
        raise SheetRefused(SheetProblem.EMPTY)
    if head.startswith(_OLE):
        is_encrypted = _count(content, _ENCRYPTED) > 0
        raise SheetRefused(SheetProblem.ENCRYPTED if is_encrypted else SheetProblem.OLD_EXCEL)
    if head.startswith(_NOT_TEXT):
        raise SheetRefused(SheetProblem.OTHER_KIND)
    if head.startswith(_ZIP):
        _check_archive(content)
        with _workbook_rows(content) as rows:
            yield read_rows(_bounded(rows, most_lines))
        return
    text = TextIOWrapper(content, encoding=_encoding(content, head), errors="replace")
    try:
        text.seek(0)
        yield read_sheet(_bounded(_text_lines(text), most_lines))
    finally:
        # Otherwise the wrapper would close the file, which belongs to whoever opened it.
        text.detach()


def _bounded(rows: Iterable[RowT], most_lines: int | None) -> Iterator[RowT]:
    most = MOST_LINES if most_lines is None else most_lines
    for number, row in enumerate(rows):
        if number >= most:
            raise SheetRefused(SheetProblem.TOO_LARGE)
        yield row


def _text_lines(text: TextIOWrapper) -> Iterator[str]:
    """Yield lines; of one that is too long only as much as shows that it is."""
    while line := text.readline(MOST_LINE + 1):
        yield line
        while len(line) > MOST_LINE and not line.endswith("\n"):
            line = text.readline(MOST_LINE + 1)


def _encoding(content: IO[bytes], head: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        raise SheetRefused(SheetProblem.ENCODING)
    decoder, sound, broken = getincrementaldecoder("utf-8")("replace"), 0, 0
    for chunk in _chunks(content):
        text = decoder.decode(chunk)
        lost = text.count("\ufffd")
        broken += lost
        sound += len(text) - lost - len(text.encode("ascii", "ignore"))
    if not broken:
        return "utf-8"
    # Cyrillic in UTF-8 with some broken bytes would come out of Windows-1251 as other words.
    if sound >= broken:
        raise SheetRefused(SheetProblem.ENCODING)
    return "windows-1251"


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    content.seek(0)
    while chunk := content.read(_CHUNK):
        yield chunk


def _count(content: IO[bytes], needle: bytes) -> int:
    found, tail = 0, b""
    for chunk in _chunks(content):
        found += (tail + chunk).count(needle)
        tail = chunk[-len(needle) + 1 :]
    return found


def _check_archive(content: IO[bytes]) -> None:
    """Refuse what is no workbook or unpacks to more than a register, before anything is unpacked."""
    # Counted before the list of parts is read: a million empty parts fit into sixty megabytes.
    if _count(content, _ZIP_PART) > _MOST_PARTS:
        raise SheetRefused(SheetProblem.OTHER_KIND)
    try:
        with zipfile.ZipFile(content) as archive:
            parts = archive.infolist()
            with archive.open(_TYPES) as types:
                is_workbook = _WORKBOOK in types.read(_CHUNK)
    except KeyError:
        is_workbook, parts = False, []
    except RuntimeError as error:  # so the library calls a part that asks for a password
        raise SheetRefused(SheetProblem.ENCRYPTED) from error
    except Exception as error:  # whatever a stranger's archive breaks in the reader, it is no workbook
        raise SheetRefused(SheetProblem.BROKEN) from error
    if not is_workbook:
        raise SheetRefused(SheetProblem.OTHER_KIND)
    words = max((part.file_size for part in parts if part.filename.lower() == _WORDS), default=0)
    if sum(part.file_size for part in parts) > MOST_UNPACKED or words > MOST_WORDS:
        raise SheetRefused(SheetProblem.TOO_LARGE)


@contextmanager
def _workbook_rows(content: IO[bytes]) -> Iterator[Iterator[list[str]]]:
    command = [sys.executable, "-P", str(Path(workbook.__file__))]
    with subprocess.Popen(  # noqa: S603  (our own module by our own interpreter)
        command, stdin=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as reader:
        try:
            yield _printed_rows(reader)
        finally:
            reader.kill()


def _printed_rows(reader: subprocess.Popen[bytes]) -> Iterator[list[str]]:
    for line in reader.stdout or ():
        if line.endswith(b"\n"):
            yield json.loads(line)
    match reader.wait():
        case 0:
            return
        case workbook.UNREADABLE:
            raise SheetRefused(SheetProblem.BROKEN)
        case _:
            raise SheetRefused(SheetProblem.TOO_LARGE)
