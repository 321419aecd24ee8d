"""A method that a bot calls by its answer to a webhook, in the shapes that Telegram reads: JSON or a form."""

import json
from dataclasses import dataclass
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientResponse, MultipartReader

from sandbox.files import Upload
from sandbox.records import Json

# What only makes sense with its result, and what would pull the webhook from under the answer.
NEVER = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The method as the bot wrote it; `size` is the bytes of the answer."""

    method: str
    params: Json
    uploads: dict[str, Upload]
    size: int


async def read_reply(response: ClientResponse) -> Reply | None:
    """The method in an answer; None when there is none, or none that is executed this way."""
    uploads: dict[str, Upload] = {}
    try:
        if response.content_type.startswith("multipart/"):
            params = await _read_multipart(response, uploads)
        else:
            params = _read_flat(response.content_type, await response.text())
    except ValueError:
        return None
    method = str(params.pop("method", ""))
    if not method or method.lower() in NEVER or method.lower().startswith("get"):
        return None
    return Reply(method=method, params=params, uploads=uploads, size=response.content.total_bytes)


def _read_flat(content_type: str, body: str) -> Json:
    if content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body, keep_blank_values=True))
    if content_type != "application/json" or not body:
        return {}
    read = json.loads(body)
    if not isinstance(read, dict):
        return {}
    return {name: value for name, value in read.items() if value is not None}


async def _read_multipart(response: ClientResponse, uploads: dict[str, Upload]) -> Json:
    params: Json = {}
    reader = MultipartReader.from_response(response)
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            params[part.name] = data.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(name=part.filename, mime=mime, data=data)
    return params
