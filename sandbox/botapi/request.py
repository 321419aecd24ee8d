"""Reading a Bot API call in all the shapes that Telegram accepts: query, form, multipart and JSON."""

import json
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField
from multidict import MultiDictProxy

from sandbox.errors import ApiError, bad_request
from sandbox.files import Upload
from sandbox.records import Json


async def read_params(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters as written and uploaded parts by name; raises ApiError for an unreadable body."""
    params: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method != "POST":
        return params, uploads
    if request.content_type == "application/json":
        return params | _read_json(await request.text()), uploads
    for name, value in (await _read_form(request)).items():
        if isinstance(value, FileField):
            data = value.file.read()
            uploads[name] = Upload(name=value.filename, mime=value.content_type, data=data)
        else:
            params[name] = value
    return params, uploads


async def _read_form(request: web.Request) -> MultiDictProxy[str | bytes | bytearray | FileField]:
    try:
        return await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except ValueError:
        raise bad_request("can't parse the multipart form in the request body") from None


def _read_json(body: str) -> dict[str, Any]:
    try:
        read = json.loads(body) if body else {}
    except ValueError:
        raise bad_request("can't parse JSON object in the request body") from None
    if not isinstance(read, dict):
        raise bad_request("the request body must be a JSON object")
    return {name: value for name, value in read.items() if value is not None}
