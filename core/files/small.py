"""Pictures made small for a weak connection; apart from the store, which keeps them as they came (P5)."""

from io import BytesIO

from PIL import Image

from core.files.pressing import pressed, upright

MOST_BYTES = 60 * 1024
"""The most that a picture weighs when it is sent first: half a minute on a line of 2G."""

_SIDES = (1280, 1024, 800, 640, 480, 320, 240)


def made_small(content: bytes) -> bytes:
    """Return ``content`` as it is where it is small, otherwise as a JPEG of ``MOST_BYTES`` at most.

    What the picture tells beside itself, such as where it was taken, is left out of the new one.
    """
    if len(content) <= MOST_BYTES:
        return content
    with Image.open(BytesIO(content)) as opened:
        return pressed(upright(opened, _SIDES[0]), MOST_BYTES, _SIDES)
