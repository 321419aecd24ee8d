"""Files that are taken as papers or as an estimate; separate because they are kept as they came (B7)."""

from enum import StrEnum
from typing import assert_never

from core.files.kinds import FileKind, file_kind, is_broken_archive
from core.files.pictures import PictureProblem, PictureRefused, require_sound

MOST_BYTES = 20 * 1024 * 1024
"""The most that a paper weighs: what a bot may download from Telegram."""

_END_OF_PDF = b"%%EOF"


class FileProblem(StrEnum):
    """Why a file is not taken; ``MACROS`` is a document that carries a program."""

    TOO_LARGE = "too-large"
    OTHER_KIND = "other-kind"
    MACROS = "macros"
    BROKEN = "broken"


class FileRefused(Exception):
    """A file is not taken, and why."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def check_paper(content: bytes) -> FileKind:
    """Return what a paper is: PDF, JPEG, PNG, HEIC, DOCX or XLSX of ``MOST_BYTES`` at most (B7).

    A photograph is read to its end: call this in a thread.

    Raises:
        FileRefused: with what is wrong; no other exception leaves this function.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused(FileProblem.TOO_LARGE)
    kind = file_kind(content)
    match kind:
        case FileKind.JPEG | FileKind.PNG:
            _require_sound(content)
        case FileKind.PDF:
            if _END_OF_PDF not in content:
                raise FileRefused(FileProblem.BROKEN)
        case FileKind.HEIC | FileKind.DOCX | FileKind.XLSX:
            pass
        case FileKind.MACROS:
            raise FileRefused(FileProblem.MACROS)
        case FileKind.GIF | FileKind.WEBP | FileKind.OTHER:
            is_broken = not content or is_broken_archive(content)
            raise FileRefused(FileProblem.BROKEN if is_broken else FileProblem.OTHER_KIND)
        case _:
            assert_never(kind)
    return kind


def _require_sound(content: bytes) -> None:
    try:
        require_sound(content)
    except PictureRefused as refused:
        is_too_large = refused.problem is PictureProblem.TOO_MANY_POINTS
        raise FileRefused(FileProblem.TOO_LARGE if is_too_large else FileProblem.BROKEN) from refused
