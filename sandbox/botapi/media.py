"""Photos and documents in a call: uploaded, attached by name, or sent again by file_id."""

import asyncio

from sandbox.botapi.call import Call
from sandbox.errors import bad_request
from sandbox.files import StoredFile, Upload
from sandbox.records import Json

ATTACH = "attach://"
MEDIA_KINDS = {"photo": "Photo", "document": "Document"}


async def read_file(call: Call, kind: str, reference: str | None, part: str) -> StoredFile:
    """The file a field means: `part` itself uploaded, `attach://name` or a known file_id."""
    upload = call.uploads.get(part)
    if reference is not None and reference.startswith(ATTACH):
        upload = call.uploads.get(reference.removeprefix(ATTACH))
        if upload is None:
            raise bad_request(f'there is no file "{reference.removeprefix(ATTACH)}" in the request')
    if upload is not None:
        return await keep_upload(call, kind, upload)
    return _known_file(call, kind, reference or "")


async def read_media(call: Call, media: Json) -> StoredFile:
    """The file of an `InputMedia`: uploaded under the name it gives, or known by its file_id."""
    kind = MEDIA_KINDS.get(media["type"])
    if kind is None:
        raise bad_request(f'media of type "{media["type"]}" is not emulated by the sandbox')
    reference: str = media["media"]
    if reference.startswith(ATTACH) and reference.removeprefix(ATTACH) not in call.uploads:
        raise bad_request("Can't parse InputMedia: media not found")
    return await read_file(call, kind, reference, "")


async def keep_upload(call: Call, kind: str, upload: Upload) -> StoredFile:
    """Store what was uploaded; images are decoded in a thread."""
    if kind == "Photo":
        return await asyncio.to_thread(call.world.files.add_photo, upload.data)
    return await asyncio.to_thread(call.world.files.add, kind, upload, {"file_name": upload.name})


def media_content(stored: StoredFile) -> Json:
    """The content field of a message that shows the file."""
    return {stored.kind.lower(): stored.media}


def _known_file(call: Call, kind: str, reference: str) -> StoredFile:
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = call.world.files.get(reference)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind} as {kind}")
    return stored
