"""A stranger's picture made fit to be shown; separate from pressing, which believes what it is given (B7)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from PIL import Image

from core.files.kinds import FileKind, file_kind
from core.files.pressing import pressed, upright
from core.files.scans import count_scans

MOST_BYTES = 20 * 1024 * 1024
"""The most that a picture weighs when it comes: what a bot may download from Telegram."""
MOST_POINTS = 50_000_000
LEAST_SIDE = 200
MOST_SIDE = 2560
MOST_PUBLISHED = 1536 * 1024
MOST_THUMBNAIL = 20 * 1024

_SIDES = (MOST_SIDE, 2048, 1600, 1280, 1024)
_THUMBNAIL_SIDES = (320, 240, 160, 96)
# A progressive JPEG has about ten passes over the picture; a hundred thousand take an hour.
_MOST_SCANS = 100


class PictureProblem(StrEnum):
    """Why a picture is not taken."""

    NOT_A_PICTURE = "not-a-picture"
    BROKEN = "broken"
    TOO_LARGE = "too-large"
    TOO_MANY_POINTS = "too-many-points"
    TOO_SMALL = "too-small"
    HEIC = "heic"


class PictureRefused(Exception):
    """A picture is not taken, and why."""

    def __init__(self, problem: PictureProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPicture:
    """A picture as it may be shown to everybody: two JPEGs and the points of the larger one."""

    published: bytes
    thumbnail: bytes
    width: int
    height: int


def clean_picture(content: bytes) -> CleanPicture:
    """Return the pixels of a picture and nothing else of it: no place, time, camera or word (B7, P1).

    It is turned upright, stands on white, is its own first frame where it moves. The published JPEG has
    ``MOST_SIDE`` points a side and ``MOST_PUBLISHED`` bytes at most, the thumbnail ``MOST_THUMBNAIL`` bytes.
    The largest take a second and some hundred megabytes: call this in a thread, one at a time.

    Raises:
        PictureRefused: with what is wrong; no other exception leaves this function.
    """
    with _opened(content) as opened, _broken_if_it_fails():
        image = upright(opened, MOST_SIDE)
        published = pressed(image, MOST_PUBLISHED, _SIDES)
        width, height = image.size
        thumbnail = pressed(image, MOST_THUMBNAIL, _THUMBNAIL_SIDES)
    return CleanPicture(published=published, thumbnail=thumbnail, width=width, height=height)


def require_sound(content: bytes) -> None:
    """Raise ``PictureRefused`` where a picture cannot be read to its end; its sides may be of any length."""
    with _decodable(content) as opened, _broken_if_it_fails():
        opened.draft(None, (LEAST_SIDE, LEAST_SIDE))
        opened.load()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    with _decodable(content) as opened:
        shorter, longer = sorted(opened.size)
        # A strip that would be thinner than this once it is scaled down shows nothing; Telegram refuses it.
        if shorter < LEAST_SIDE or shorter * MOST_SIDE < LEAST_SIDE * longer:
            raise PictureRefused(PictureProblem.TOO_SMALL)
        yield opened


@contextmanager
def _decodable(content: bytes) -> Iterator[Image.Image]:
    """Open a picture of which only the head has been read, once nothing speaks against reading the rest."""
    kind = _require_kind(content)
    with _broken_if_it_fails():
        # The decoder of that very kind: others, such as PostScript's, are not for strangers.
        opened = Image.open(BytesIO(content), formats=[kind.value.upper()])
    with opened:
        width, height = opened.size
        if width * height > MOST_POINTS:
            raise PictureRefused(PictureProblem.TOO_MANY_POINTS)
        yield opened


def _require_kind(content: bytes) -> FileKind:
    if len(content) > MOST_BYTES:
        raise PictureRefused(PictureProblem.TOO_LARGE)
    kind = file_kind(content)
    if not kind.is_picture:
        raise PictureRefused(PictureProblem.NOT_A_PICTURE)
    if kind is FileKind.HEIC:
        raise PictureRefused(PictureProblem.HEIC)
    if kind is FileKind.JPEG and count_scans(content) > _MOST_SCANS:
        raise PictureRefused(PictureProblem.BROKEN)
    return kind


@contextmanager
def _broken_if_it_fails() -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(PictureProblem.TOO_MANY_POINTS) from error
    except Exception as error:  # a decoder raises whatever a stranger's file makes it stumble over
        raise PictureRefused(PictureProblem.BROKEN) from error
