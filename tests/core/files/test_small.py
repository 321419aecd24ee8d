"""Pictures are made small for a weak connection, and lose what they tell beside the picture."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from core.files.small import MOST_BYTES, made_small
from core.files.store import DiskStore

ORIENTATION = 0x0112
PLACE = 0x8825


def noise(side: int, kind: str = "JPEG", **options: object) -> bytes:
    """Return the worst picture for a compressor: nothing but noise."""
    pixels = Random(side).randbytes(side * side * 3)
    out = BytesIO()
    Image.frombytes("RGB", (side, side), pixels).save(out, kind, **options)
    return out.getvalue()


def test_a_small_picture_stays_as_it_is() -> None:
    """What is small already is not pressed a second time [P5]."""
    content = noise(100)
    assert len(content) <= MOST_BYTES
    assert made_small(content) is content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_large_picture_becomes_small(kind: str) -> None:
    """Whatever the format, what is sent is a JPEG of sixty kilobytes at most [P5] [D2]."""
    small = made_small(noise(1500, kind))
    assert len(small) <= MOST_BYTES
    with Image.open(BytesIO(small)) as picture:
        assert picture.format == "JPEG"


def test_a_turned_picture_is_upright_and_without_its_place() -> None:
    """A phone's note «turn me» is obeyed, and nothing tells where the picture was taken [P1] [D2]."""
    notes = Image.Exif()
    notes[ORIENTATION] = 6
    notes.get_ifd(PLACE)[1] = "N"
    content = Random(1).randbytes(1200 * 300 * 3)
    out = BytesIO()
    Image.frombytes("RGB", (1200, 300), content).save(out, "JPEG", quality=95, exif=notes)
    with Image.open(BytesIO(made_small(out.getvalue()))) as picture:
        assert picture.height > picture.width
        assert not picture.getexif()


def test_the_store_knows_a_size_without_reading(tmp_path: Path) -> None:
    """The size of a file is what was kept; a file that is not there is an error [D2]."""
    store = DiskStore(tmp_path)
    digest = store.keep(b"twelve bytes")
    assert store.size(digest) == 12
    with pytest.raises(FileNotFoundError):
        store.size("0" * 64)
