"""Files made for tests: pictures as cameras and programs write them, documents, and what only looks so."""

import struct
import zipfile
import zlib
from io import BytesIO
from random import Random

from PIL import Image, ImageCms, PngImagePlugin

ORIENTATION = 0x0112
MAKER = 0x010F
PLACE = 0x8825
SECRET = b"Aray Sapar was here"
"""What must never be seen in a published file."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
XLSM = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the image as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def halves(mode: str = "RGB", size: tuple[int, int] = (600, 400)) -> Image.Image:
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def noise(side: int, kind: str = "JPEG", **options: object) -> bytes:
    """Return the worst picture for a compressor: nothing but noise."""
    pixels = Random(side).randbytes(side * side * 3)
    return saved(Image.frombytes("RGB", (side, side), pixels), kind, **options)


def notes(orientation: int = 1) -> Image.Exif:
    """Return what a telephone writes beside the pixels: its maker, its turn and where it was."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = SECRET.decode()
    exif.get_ifd(PLACE).update({1: "N", 2: (50.0, 24.0, 41.0), 3: "E", 4: (80.0, 13.0, 39.0)})
    return exif


def telling_jpeg(orientation: int = 1) -> bytes:
    """Return a JPEG that tells everything it can beside its pixels."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (
        saved(
            halves(),
            "JPEG",
            quality=95,
            exif=notes(orientation),
            xmp=SECRET,
            comment=SECRET,
            icc_profile=profile,
        )
        + b"<!-- "
        + SECRET
    )


def telling_png() -> bytes:
    """Return a PNG with the same notes and its own kinds of text."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=True)
    return saved(halves(), "PNG", pnginfo=text, exif=notes())


def swapped_profile() -> bytes:
    """Return the profile of a colour space whose red is our blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def declared_png(width: int, height: int) -> bytes:
    """Return a PNG of a hundred bytes that declares any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"\0" * 100)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def many_scans(times: int) -> bytes:
    """Return a progressive JPEG whose last pass over the picture is asked for again and again."""
    whole = saved(Image.new("L", (800, 800), 128), "JPEG", progressive=True, optimize=True)
    last = whole.rfind(b"\xff\xda")
    tables = whole.rfind(b"\xff\xc4", 0, last)
    return whole[:-2] + whole[tables:-2] * times + whole[-2:]


def heic(main: bytes = b"heic", *others: bytes) -> bytes:
    """Return the beginning of a picture as telephones of Apple keep it."""
    brands = main + b"\0\0\0\0" + b"".join(others)
    return struct.pack(">I", 8 + len(brands)) + b"ftyp" + brands + b"\0" * 64


def office(main_type: str, *parts: str) -> bytes:
    """Return an office document: an archive whose table of types says what it is."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        types = f'<Types><Override PartName="/main.xml" ContentType="{main_type}"/></Types>'
        archive.writestr("[Content_Types].xml", types)
        for part in ("main.xml", *parts):
            archive.writestr(part, "<xml/>")
    return out.getvalue()


def archive_of(count: int) -> bytes:
    """Return an archive of very many empty parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), "")
    return out.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
