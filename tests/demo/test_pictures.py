"""Pictures of sample projects are drawn, small, and equal each time."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from demo.pictures import SCHEMES, draw, draw_all, main

LARGEST = 120 * 1024


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_is_a_small_jpeg(scheme: str) -> None:
    """A scheme is a JPEG of 1280 by 960 points under 120 KB and more than a blank sheet [P5] [N1]."""
    picture = draw(f"1-1-{scheme}.jpg")
    assert len(picture) <= LARGEST
    with Image.open(BytesIO(picture)) as image:
        assert (image.format, image.size) == ("JPEG", (1280, 960))
        assert len(image.resize((64, 48)).getcolors(64 * 48) or []) > 100


def test_a_picture_is_equal_each_time_and_unlike_its_neighbour() -> None:
    """The same name gives the same bytes, another name another picture: nothing binary is kept [N1]."""
    assert draw("7-1-field.jpg") == draw("7-1-field.jpg")
    assert draw("7-1-field.jpg") != draw("7-2-field.jpg")


def test_every_name_of_the_list_can_be_drawn(tmp_path: Path) -> None:
    """Each picture that a list of projects or proposals names is written under its name [N1] [D2]."""
    main(tmp_path)
    names = [name for name, _ in draw_all()]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert len(names) == len(set(names)) >= 50
