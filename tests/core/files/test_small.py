"""Pictures are made small for a weak connection, and lose what they tell beside the picture."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from core.files.small import MOST_BYTES, made_small
from tests.core.files.samples import SECRET, noise, notes, saved


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


def test_a_turned_picture_is_upright_and_says_nothing() -> None:
    """A phone's note «turn me» is obeyed, and neither place nor comment goes with the picture [P1] [D2]."""
    content = Random(1).randbytes(1200 * 300 * 3)
    picture = Image.frombytes("RGB", (1200, 300), content)
    small = made_small(saved(picture, "JPEG", quality=95, exif=notes(6), comment=SECRET))
    assert SECRET not in small
    with Image.open(BytesIO(small)) as opened:
        assert opened.height > opened.width
        assert not opened.getexif()
