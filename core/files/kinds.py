"""What a file is by its own bytes; separate because neither its name nor its sender is believed (B7)."""

import zipfile
from enum import StrEnum
from io import BytesIO


class FileKind(StrEnum):
    """The kinds that are told apart; ``MACROS`` is a Word or Excel document that carries a program."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    HEIC = "heic"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    MACROS = "macros"
    OTHER = "other"

    @property
    def is_picture(self) -> bool:
        """Whether the file claims to be a photograph or a drawing."""
        return self in _PICTURES


_PICTURES = {FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.GIF, FileKind.HEIC}
_BEGINNINGS = {
    b"\xff\xd8\xff": FileKind.JPEG,
    b"\x89PNG\r\n\x1a\n": FileKind.PNG,
    b"GIF87a": FileKind.GIF,
    b"GIF89a": FileKind.GIF,
    b"%PDF-": FileKind.PDF,
}
# The brands of ISO 23008-12; `mif1` and `msf1` may hold AVIF instead, which then stands among the others.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_HEIF_BRANDS = {b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}

_ZIP = b"PK\x03\x04"
_ZIP_PART = b"PK\x01\x02"
_MOST_PARTS = 10_000
"""Parts of an archive that are looked at; an office document has a few hundred."""
_MOST_TYPES = 1024 * 1024
_TYPES = "[Content_Types].xml"
_MAIN_PARTS = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": FileKind.DOCX,
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": FileKind.XLSX,
}
# A document says that it has macros, or has the part that holds them, or sheets of the old macro language.
_MACRO_TYPES = (b"macroenabled", b"vbaproject", b"ms-excel.macrosheet", b"ms-excel.intlmacrosheet")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")


def file_kind(content: bytes) -> FileKind:
    """Return what a file is by its own bytes; a name or a type that came with it plays no part (B7)."""
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    if content[4:8] == b"ftyp":
        return _kind_of_brands(content)
    if content.startswith(_ZIP):
        return _kind_of_archive(content)
    return FileKind.OTHER


def is_broken_archive(content: bytes) -> bool:
    """Say whether a file begins as an archive, such as a Word document, and does not end as one."""
    return content.startswith(_ZIP) and not zipfile.is_zipfile(BytesIO(content))


def _kind_of_brands(content: bytes) -> FileKind:
    """Read the box of brands: its length, ``ftyp``, the main brand, a version, the compatible brands."""
    length = min(int.from_bytes(content[:4]), 256)
    main = content[8:12]
    others = {content[start : start + 4] for start in range(16, length, 4)}
    if main in _HEIC_BRANDS:
        return FileKind.HEIC
    if main in _HEIF_BRANDS and not others & _AVIF_BRANDS:
        return FileKind.HEIC
    return FileKind.OTHER


def _kind_of_archive(content: bytes) -> FileKind:
    # Counted before the list of parts is read: half a million empty parts fit into twenty megabytes.
    if content.count(_ZIP_PART) > _MOST_PARTS:
        return FileKind.OTHER
    try:
        names, types = _read_archive(content)
    except Exception:  # noqa: BLE001 - whatever a stranger's archive breaks in the reader, it is not a document
        return FileKind.OTHER
    kind = next((kind for main, kind in _MAIN_PARTS.items() if main in types), FileKind.OTHER)
    lowered = types.lower()
    has_macros = any(name.lower().endswith(_MACRO_PARTS) for name in names) or any(
        each in lowered for each in _MACRO_TYPES
    )
    return FileKind.MACROS if has_macros else kind


def _read_archive(content: bytes) -> tuple[list[str], bytes]:
    """Return the names of the parts and the part that says what each of them is."""
    with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(_TYPES) as part:
        return archive.namelist(), part.read(_MOST_TYPES)
