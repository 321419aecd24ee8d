"""Files of both sides on disk, with Telegram's identifiers, photo sizes and limits."""

import hashlib
import io
import mimetypes
import secrets
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from sandbox.errors import bad_request
from sandbox.records import Json

MEGABYTE = 1024 * 1024
MAX_PHOTO = 10 * MEGABYTE
MAX_UPLOAD = 50 * MEGABYTE
MAX_DOWNLOAD = 20 * MEGABYTE
MAX_SIDES = 10_000  # pixels, width and height together
MAX_RATIO = 20
PHOTO_SIDES = (90, 320, 800, 1280)  # pixels of the longer side; Telegram's s, m, x, y
FOLDERS = {"Photo": "photos", "Document": "documents", "Sticker": "stickers", "Voice": "voice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it arrived over HTTP."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A kept file: `media` is what a message shows for it (a list of sizes for a photo)."""

    file_id: str
    kind: str
    path: str
    mime: str
    size: int
    media: Json | list[Json]


class FileStore:
    """Keeps contents under one folder; identifiers are known until the sandbox ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_id: dict[str, StoredFile] = {}

    def add_photo(self, data: bytes) -> StoredFile:
        """Decode an image and keep its sizes; raises ApiError as Telegram does. Slow: call it in a thread."""
        if len(data) > MAX_PHOTO:
            raise bad_request("PHOTO_SAVE_FILE_INVALID")
        sizes = _photo_sizes(data)
        unique = hashlib.sha256(data).hexdigest()[:14]
        media: list[Json] = []
        kept: list[tuple[str, str, bytes]] = []
        for number, (image, encoded) in enumerate(sizes):
            file_id = _new_id("AgACAgI")
            path = self._write("Photo", file_id, ".jpg", encoded)
            kept.append((file_id, path, encoded))
            media.append(
                {
                    "file_id": file_id,
                    "file_unique_id": f"AQAD{unique}{number}",
                    "file_size": len(encoded),
                    "width": image.width,
                    "height": image.height,
                }
            )
        for file_id, path, encoded in kept:
            self._by_id[file_id] = StoredFile(
                file_id=file_id,
                kind="Photo",
                path=path,
                mime="image/jpeg",
                size=len(encoded),
                media=media,
            )
        return self._by_id[kept[-1][0]]

    def add(self, kind: str, upload: Upload, extra: Json) -> StoredFile:
        """Keep any other file as it is; `extra` joins what the message shows."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > MAX_UPLOAD:
            raise bad_request("file is too big")
        file_id = _new_id("BQACAgI")
        suffix = Path(upload.name).suffix or mimetypes.guess_extension(upload.mime) or ""
        path = self._write(kind, file_id, suffix, upload.data)
        media = {
            "file_id": file_id,
            "file_unique_id": f"AgAD{hashlib.sha256(upload.data).hexdigest()[:14]}",
            "file_size": len(upload.data),
            "mime_type": upload.mime,
            **extra,
        }
        stored = StoredFile(
            file_id=file_id,
            kind=kind,
            path=path,
            mime=upload.mime,
            size=len(upload.data),
            media=media,
        )
        self._by_id[file_id] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """A kept file by its identifier."""
        return self._by_id.get(file_id)

    def get_by_path(self, path: str) -> StoredFile | None:
        """A kept file by the path that `getFile` told."""
        return next((stored for stored in self._by_id.values() if stored.path == path), None)

    def read(self, stored: StoredFile) -> bytes:
        """The content of a kept file."""
        return (self._folder / stored.path).read_bytes()

    def _write(self, kind: str, file_id: str, suffix: str, data: bytes) -> str:
        path = f"{FOLDERS[kind]}/file_{file_id[-12:]}{suffix}"
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return path


def _new_id(prefix: str) -> str:
    return prefix + secrets.token_hex(24)


def _photo_sizes(data: bytes) -> list[tuple[Image.Image, bytes]]:
    """The image in Telegram's sizes, the largest last; never larger than the original."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            _check_sides(*opened.size)
            image = ImageOps.exif_transpose(opened).convert("RGB")
            image.info.clear()  # what the camera and its owner wrote into the file stays with them
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    longer = max(image.size)
    sides = [side for side in PHOTO_SIDES if side < longer]
    if longer < PHOTO_SIDES[-1]:
        sides.append(longer)
    return [_scaled(image, side) for side in sides]


def _check_sides(width: int, height: int) -> None:
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _scaled(image: Image.Image, side: int) -> tuple[Image.Image, bytes]:
    scaled = image.copy()
    scaled.thumbnail((side, side))
    buffer = io.BytesIO()
    scaled.save(buffer, "JPEG", quality=87)
    return scaled, buffer.getvalue()
