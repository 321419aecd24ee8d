"""Pixels taken out of a picture's file and pressed into a JPEG of a given weight.

Separate because pictures are pressed on two occasions: when they come (B7) and when they are sent (P5).
"""

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

_QUALITY = 80


def upright(opened: Image.Image, side: int) -> Image.Image:
    """Return the pixels alone: turned as they were seen, in sRGB, on white, without a word beside them (P1).

    The longer side has ``side`` points at most. Whatever the decoder has against a broken file is raised.
    """
    opened.draft(None, (side, side))
    opened.load()
    image = _in_plain_mode(opened)
    # Before everything else that makes a copy: fifty million points take two hundred megabytes each time.
    image.thumbnail((side, side))
    # A camera's notes that cannot be read say nothing about the turn; the picture is still a picture.
    with suppress(Exception):
        ImageOps.exif_transpose(image, in_place=True)
    image = _in_srgb(_on_white(image), image.info.get("icc_profile"))
    # Pillow would write the comment of the old file into the new one.
    image.info.clear()
    return image


def pressed(image: Image.Image, most_bytes: int, sides: Sequence[int]) -> bytes:
    """Return a JPEG of ``most_bytes`` at most; ``image`` is scaled down in place to the first side that fits.

    The last of ``sides`` must be one at which noise fits as well.
    """
    for side in sides:
        image.thumbnail((side, side))
        out = BytesIO()
        image.save(out, "JPEG", quality=_QUALITY, optimize=True)
        if out.tell() <= most_bytes:
            return out.getvalue()
    raise AssertionError(f"a picture of {sides[-1]} points fits into {most_bytes} bytes")


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """Return the image in a mode that can be scaled: L, RGB, CMYK, or RGBA where something shines through."""
    if image.mode == "I;16":
        # Pillow by itself would make every grey from 256 on white.
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        mode = "RGBA"
    else:
        mode = image.mode if image.mode in {"L", "RGB", "CMYK"} else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image)
    return white


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        # A profile that cannot be used costs a shade of colour, not the picture.
        with suppress(Exception):
            return _converted(image, profile)
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    converted = ImageCms.profileToProfile(
        image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    if converted is None:
        raise AssertionError("only a conversion in place returns nothing")
    return converted
