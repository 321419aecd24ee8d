"""A file is what its bytes say, whatever it is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.kinds import FileKind, file_kind, is_broken_archive
from tests.core.files import samples
from tests.core.files.samples import halves, office, saved

KINDS = {
    "jpeg": (saved(halves(), "JPEG"), FileKind.JPEG),
    "png": (saved(halves(), "PNG"), FileKind.PNG),
    "webp": (saved(halves(), "WEBP"), FileKind.WEBP),
    "gif": (saved(halves(), "GIF"), FileKind.GIF),
    "heic": (samples.heic(), FileKind.HEIC),
    "heif": (samples.heic(b"mif1", b"mif1", b"heic"), FileKind.HEIC),
    "avif": (saved(halves(), "AVIF"), FileKind.OTHER),
    "avif as heif": (samples.heic(b"mif1", b"avif"), FileKind.OTHER),
    "film": (samples.heic(b"isom"), FileKind.OTHER),
    "tiff": (saved(halves(), "TIFF"), FileKind.OTHER),
    "bitmap": (saved(halves(), "BMP"), FileKind.OTHER),
    "sound": (b"RIFF\0\0\0\0WAVEfmt ", FileKind.OTHER),
    "pdf": (samples.PDF, FileKind.PDF),
    "docx": (office(samples.DOCX, "word/document.xml"), FileKind.DOCX),
    "xlsx": (office(samples.XLSX, "xl/workbook.xml"), FileKind.XLSX),
    "docm": (office(samples.DOCM), FileKind.MACROS),
    "xlsm": (office(samples.XLSM), FileKind.MACROS),
    "macros in secret": (office(samples.DOCX, "word/vbaProject.bin"), FileKind.MACROS),
    "macros elsewhere": (office(samples.XLSX, "xl/Other/VBAPROJECT.BIN"), FileKind.MACROS),
    "macros declared": (office(f"{samples.XLSX}; application/vnd.ms-office.vbaProject"), FileKind.MACROS),
    "old macros": (office(f"{samples.XLSX}; application/vnd.ms-excel.macrosheet+xml"), FileKind.MACROS),
    "slides": (office(samples.DOCX.replace("wordprocessing", "presentation")), FileKind.OTHER),
    "an archive": (samples.archive_of(3), FileKind.OTHER),
    "an archive of very many": (samples.archive_of(10_001), FileKind.OTHER),
    "half a docx": (office(samples.DOCX)[:-30], FileKind.OTHER),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OTHER),
    "a program": (b"MZ\x90\0", FileKind.OTHER),
    "a page": (b"<!DOCTYPE html><img src=photo.jpg>", FileKind.OTHER),
    "a page with a picture in it": (b"<html>" + saved(halves(), "JPEG"), FileKind.OTHER),
    "nothing": (b"", FileKind.OTHER),
}
BEGINNINGS = [b"", b"PK\x03\x04", b"\0\0\0\x18ftypmif1", b"RIFF", b"%PDF-"]


@pytest.mark.parametrize(("content", "kind"), KINDS.values(), ids=KINDS)
def test_a_file_is_known_by_what_is_in_it(content: bytes, kind: FileKind) -> None:
    """Pictures, papers and what only resembles them are told apart by their bytes [B7]."""
    assert file_kind(content) is kind


def test_which_kinds_are_pictures() -> None:
    """Five kinds claim to be pictures; a document is none [B7]."""
    assert {kind for kind in FileKind if kind.is_picture} == {
        FileKind.JPEG,
        FileKind.PNG,
        FileKind.WEBP,
        FileKind.GIF,
        FileKind.HEIC,
    }


def test_half_an_archive_is_broken() -> None:
    """A document that was not sent to its end is not the same as one of a wrong kind [B7]."""
    assert is_broken_archive(office(samples.DOCX)[:-30])
    assert not is_broken_archive(office(samples.DOCX))
    assert not is_broken_archive(b"text")


@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary())
def test_any_bytes_have_a_kind(beginning: bytes, rest: bytes) -> None:
    """No bytes bring the reader to a fall [B7]."""
    assert file_kind(beginning + rest) in FileKind


@given(data=st.data())
def test_a_damaged_archive_has_a_kind(data: st.DataObject) -> None:
    """An archive cut off or changed anywhere is read or called another kind [B7]."""
    whole = office(samples.DOCX, "word/document.xml")
    damaged = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for _ in range(3):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    assert file_kind(bytes(damaged)) in {FileKind.DOCX, FileKind.MACROS, FileKind.OTHER}
