"""The HTTP side of the Bot API: token, method, envelope of the answer, log of the call."""

import asyncio
import json
import time
from typing import Any

from aiohttp import web

from sandbox.botapi import albums, editing, inline, receiving, sending, settings
from sandbox.botapi.call import Call, Handler
from sandbox.botapi.request import read_params
from sandbox.calls import CallRecord
from sandbox.errors import ApiError, bad_request
from sandbox.files import Upload
from sandbox.records import Json
from sandbox.schema import load_schema
from sandbox.world import World

METHODS: dict[str, Handler] = {
    **sending.METHODS,
    **albums.METHODS,
    **editing.METHODS,
    **receiving.METHODS,
    **inline.METHODS,
    **settings.METHODS,
}
POLL = "getUpdates"
UNAUTHORIZED = ApiError(401, "Unauthorized")
NOT_FOUND = ApiError(404, "Not Found")


class BotApi:
    """Routes `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Put the Bot API into an application."""
        app.router.add_route("*", "/bot{token}/{method}", self.handle_call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.handle_download)

    async def handle_call(self, request: web.Request) -> web.Response:
        """Answer a call in Telegram's envelope and write it into the log."""
        started = time.monotonic()
        params: Json = {}
        is_poll = request.match_info["method"].lower() == POLL.lower()
        self._world.calls.in_flight += not is_poll
        try:
            method = self._require_method(request)
            params, uploads = await read_params(request)
            running = self._run(method, params, uploads)
            # A poller that hangs up must stop waiting; any other call is finished as Telegram would.
            body: Json = {"ok": True, "result": await (running if is_poll else asyncio.shield(running))}
        except ApiError as error:
            body = error.as_envelope()
        finally:
            self._world.calls.in_flight -= not is_poll
            self._world.changed.notify()
        encoded = json.dumps(body, ensure_ascii=False).encode()
        self._log(request, params, body, len(encoded), started)
        return web.Response(
            body=encoded,
            status=body.get("error_code", web.HTTPOk.status_code),
            content_type="application/json",
        )

    async def handle_download(self, request: web.Request) -> web.Response:
        """The content of a file by the path that getFile told."""
        stored = self._world.files.get_by_path(request.match_info["path"])
        if request.match_info["token"] != self._world.profile.token:
            return web.json_response(UNAUTHORIZED.as_envelope(), status=UNAUTHORIZED.code)
        if stored is None:
            return web.json_response(NOT_FOUND.as_envelope(), status=NOT_FOUND.code)
        data = await asyncio.to_thread(self._world.files.read, stored)
        return web.Response(body=data, content_type=stored.mime)

    def _require_method(self, request: web.Request) -> str:
        if request.match_info["token"] != self._world.profile.token:
            raise UNAUTHORIZED
        method = load_schema().method_name(request.match_info["method"])
        if method is None:
            raise NOT_FOUND
        if method not in METHODS:
            raise bad_request(f"method {method} is not emulated by the sandbox")
        return method

    async def _run(self, method: str, params: Json, uploads: dict[str, Upload]) -> Any:
        checked = load_schema().check_call(method, params, frozenset(uploads))
        return await METHODS[method](Call(world=self._world, method=method, params=checked, uploads=uploads))

    def _log(self, request: web.Request, params: Json, body: Json, size: int, started: float) -> None:
        name = request.match_info["method"]
        self._world.calls.add(
            CallRecord(
                number=self._world.calls.next_number(),
                method=load_schema().method_name(name) or name,
                chat_id=params.get("chat_id"),
                status=body.get("error_code", web.HTTPOk.status_code),
                description=body.get("description"),
                bytes_in=getattr(request.content, "total_bytes", 0),
                bytes_out=size,
                seconds=round(time.monotonic() - started, 6),
            )
        )
