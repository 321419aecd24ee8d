"""Strangers' pictures come out as pixels alone, of a known weight, or are refused for one of six reasons."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.files import pictures
from core.files.pictures import PictureProblem, PictureRefused, clean_picture, require_sound
from tests.core.files import samples
from tests.core.files.samples import halves, noise, saved

RED = (254, 0, 0)
BLUE = (0, 0, 254)
BEGINNINGS = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b""]
WHOLE = [saved(halves(size=(300, 240)), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF")]


def opened(content: bytes) -> Image.Image:
    """Return a published picture with its pixels read."""
    image = Image.open(BytesIO(content))
    image.load()
    assert image.format == "JPEG"
    assert image.mode == "RGB"
    return image


def is_near(pixel: object, colour: tuple[int, ...]) -> bool:
    """Say whether a pixel has a colour, but for what JPEG does to it."""
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel, colour, strict=True))


def problem_of(content: bytes) -> PictureProblem:
    """Return why a picture is refused."""
    with pytest.raises(PictureRefused) as caught:
        clean_picture(content)
    return caught.value.problem


def moving(kind: str) -> bytes:
    """Return an animation that begins red and blue and goes on white."""
    return saved(halves(), kind, save_all=True, append_images=[Image.new("RGB", (600, 400), "white")])


PICTURES = {
    "jpeg": saved(halves(), "JPEG"),
    "progressive": saved(halves(), "JPEG", progressive=True),
    "cmyk": saved(halves("CMYK"), "JPEG", quality=95),
    "png": saved(halves(), "PNG"),
    "palette": saved(halves("P"), "PNG"),
    "webp": saved(halves(), "WEBP"),
    "gif": saved(halves(), "GIF"),
    "moving gif": moving("GIF"),
    "moving webp": moving("WEBP"),
    "moving png": moving("PNG"),
    "several in one": saved(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (600, 400))]),
    "a page behind it": saved(halves(), "JPEG") + b"<html><script>alert(1)</script></html>",
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES)
def test_what_cameras_and_programs_write_is_taken(content: bytes) -> None:
    """Every usual picture becomes a JPEG of its colours and a thumbnail; of a film the first frame [B7]."""
    clean = clean_picture(content)
    published = opened(clean.published)
    assert published.size == (clean.width, clean.height) == (600, 400)
    assert is_near(published.getpixel((100, 200)), RED)
    assert is_near(published.getpixel((500, 200)), BLUE)
    assert opened(clean.thumbnail).size == (320, 213)


@pytest.mark.parametrize("content", [samples.telling_jpeg(), samples.telling_png()], ids=["jpeg", "png"])
def test_nothing_beside_the_pixels_is_published(content: bytes) -> None:
    """Place, camera, author, comment and what hangs behind the picture are gone from both files [B7] [P1]."""
    clean = clean_picture(content)
    for published in (clean.published, clean.thumbnail):
        image = opened(published)
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert samples.SECRET not in published
        assert b"Exif" not in published


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [
        (1, (0.2, 0.5)),
        (2, (0.8, 0.5)),
        (3, (0.8, 0.5)),
        (4, (0.2, 0.5)),
        (5, (0.5, 0.2)),
        (6, (0.5, 0.2)),
        (7, (0.5, 0.8)),
        (8, (0.5, 0.8)),
    ],
)
def test_a_picture_is_turned_as_it_was_seen(orientation: int, red_at: tuple[float, float]) -> None:
    """All eight turns of a telephone are obeyed before the note about them is dropped [B7]."""
    published = opened(clean_picture(samples.telling_jpeg(orientation)).published)
    assert (published.width > published.height) == (orientation <= 4)
    x, y = int(published.width * red_at[0]), int(published.height * red_at[1])
    assert is_near(published.getpixel((x, y)), RED)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_formats_are_turned_too(kind: str) -> None:
    """A turn is a note of the camera, whatever the format; transparency does not hide it [B7]."""
    content = saved(halves("RGBA"), kind, exif=samples.notes(6))
    published = opened(clean_picture(content).published)
    assert published.width < published.height
    assert is_near(published.getpixel((100, 100)), RED)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_notes_that_cannot_be_read_do_not_spoil_a_picture() -> None:
    """A camera's damaged notes and a colour profile that is none cost nothing but themselves [B7]."""
    content = saved(halves(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff", icc_profile=b"no profile")
    assert is_near(opened(clean_picture(content).published).getpixel((100, 200)), RED)


def test_transparency_stands_on_white() -> None:
    """What shines through is white, for alpha and for a palette's transparent colour [B7]."""
    alpha = halves("RGBA")
    alpha.paste((0, 0, 0, 0), (0, 0, 300, 400))
    palette = halves("P")
    see_through = palette.getpixel((100, 100))
    grey = Image.new("LA", (600, 400), (0, 0))
    for content in (
        saved(alpha, "PNG"),
        saved(alpha, "WEBP", lossless=True),
        saved(palette, "PNG", transparency=see_through),
        saved(palette, "GIF", transparency=see_through),
        saved(grey, "PNG"),
    ):
        assert is_near(opened(clean_picture(content).published).getpixel((100, 200)), (255, 255, 255))


def test_sixteen_bits_of_grey_stay_grey() -> None:
    """A scanner's deep grey is neither white nor black [B7]."""
    content = saved(Image.new("I;16", (300, 300), 0x8000), "PNG")
    assert is_near(opened(clean_picture(content).published).getpixel((9, 9)), (128, 128, 128))


def test_colours_of_another_profile_are_converted() -> None:
    """A picture in another colour space looks the same without its profile [B7]."""
    content = saved(halves(), "JPEG", quality=95, icc_profile=samples.swapped_profile())
    assert is_near(opened(clean_picture(content).published).getpixel((100, 200)), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_worst_picture_has_the_promised_weight(kind: str) -> None:
    """Noise, which no compressor can press, keeps both limits, and huge sides come down [B7] [P5]."""
    clean = clean_picture(noise(2600, kind))
    assert len(clean.published) <= pictures.MOST_PUBLISHED
    assert len(clean.thumbnail) <= pictures.MOST_THUMBNAIL
    assert max(clean.width, clean.height) <= pictures.MOST_SIDE


@given(side=st.integers(200, 420))
@settings(max_examples=15, deadline=None)
def test_a_thumbnail_is_never_heavier(side: int) -> None:
    """Small pictures of noise are scaled less, and their thumbnails keep the limit as well [B7] [P5]."""
    assert len(clean_picture(noise(side, quality=100, subsampling=0)).thumbnail) <= 20 * 1024


def test_a_large_picture_comes_down_to_the_side() -> None:
    """Sides go down to 2560 points and keep their relation [B7]."""
    clean = clean_picture(saved(Image.new("RGB", (6000, 3000), "green"), "JPEG"))
    assert (clean.width, clean.height) == (2560, 1280)


REFUSED = {
    "a page called a picture": (b"<html><body>photo.jpg</body></html>", PictureProblem.NOT_A_PICTURE),
    "nothing": (b"", PictureProblem.NOT_A_PICTURE),
    "a document": (samples.PDF, PictureProblem.NOT_A_PICTURE),
    "a drawing that is a program": (b"%!PS-Adobe-3.0 EPSF-3.0\n", PictureProblem.NOT_A_PICTURE),
    "a bitmap": (saved(halves(), "BMP"), PictureProblem.NOT_A_PICTURE),
    "of Apple": (samples.heic(), PictureProblem.HEIC),
    "a page behind a JPEG's mark": (b"\xff\xd8\xff\xe0<html></html>", PictureProblem.BROKEN),
    "half a JPEG": (noise(400)[:20_000], PictureProblem.BROKEN),
    "half a PNG": (noise(400, "PNG")[:20_000], PictureProblem.BROKEN),
    "half a WebP": (noise(400, "WEBP")[:20_000], PictureProblem.BROKEN),
    "half a GIF": (noise(400, "GIF")[:20_000], PictureProblem.BROKEN),
    "a thousand passes": (samples.many_scans(1000), PictureProblem.BROKEN),
    "too heavy": (b"\xff\xd8\xff" + bytes(20 * 1024 * 1024), PictureProblem.TOO_LARGE),
    "a bomb": (samples.declared_png(10_000, 5_001), PictureProblem.TOO_MANY_POINTS),
    "a bomb that Pillow warns of": (samples.declared_png(10_000, 12_000), PictureProblem.TOO_MANY_POINTS),
    "a bomb that Pillow refuses": (samples.declared_png(100_000, 100_000), PictureProblem.TOO_MANY_POINTS),
    "low": (saved(halves(size=(600, 199)), "JPEG"), PictureProblem.TOO_SMALL),
    "narrow": (saved(halves(size=(199, 600)), "PNG"), PictureProblem.TOO_SMALL),
    "a strip": (saved(halves(size=(5120, 300)), "JPEG"), PictureProblem.TOO_SMALL),
}


@pytest.mark.parametrize(("content", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_picture_is_refused(content: bytes, problem: PictureProblem) -> None:
    """Each refusal says which of six things is wrong, so that the person can be told what to do [B7]."""
    assert problem_of(content) is problem


def test_a_picture_of_the_least_side_is_taken() -> None:
    """The limits belong to what is allowed [B7]."""
    clean = clean_picture(saved(halves(size=(200, 200)), "JPEG"))
    assert (clean.width, clean.height) == (200, 200)


def test_a_sound_picture_may_have_any_sides() -> None:
    """Where a picture is a paper, its sides do not matter, but a broken one is still told [B7]."""
    require_sound(saved(halves(size=(40, 900)), "PNG"))
    with pytest.raises(PictureRefused, match="broken"):
        require_sound(noise(400)[:20_000])


@given(beginning=st.sampled_from(BEGINNINGS), rest=st.binary(max_size=400))
@settings(deadline=None)
def test_random_bytes_are_refused_and_never_an_accident(beginning: bytes, rest: bytes) -> None:
    """Whatever comes, the answer is a picture or one of our refusals [B7]."""
    assert problem_of(beginning + rest) in PictureProblem


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(whole=st.sampled_from(WHOLE), data=st.data())
@settings(max_examples=150, deadline=None)
def test_damaged_pictures_are_never_an_accident(whole: bytes, data: st.DataObject) -> None:
    """A picture cut off anywhere, with any few bytes changed, is taken or refused by us [B7]."""
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    places = st.lists(st.tuples(st.integers(0, max(len(damaged) - 1, 0)), st.integers(0, 255)), max_size=4)
    for place, value in data.draw(places) if damaged else ():
        damaged[place] = value
    try:
        clean = clean_picture(bytes(damaged))
    except PictureRefused:
        return
    assert opened(clean.published).size == (clean.width, clean.height)
