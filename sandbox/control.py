"""The sandbox's own HTTP API beside people: clock, instants, idle wait, call log, files, events."""

import asyncio
import json
from contextlib import suppress
from functools import partial
from urllib.parse import quote

from aiohttp import web

from sandbox.errors import PersonError
from sandbox.queries import read_body, read_moment, read_number, read_seconds
from sandbox.records import Json
from sandbox.world import World

LONGEST_IDLE_WAIT = 120.0  # seconds
HEARTBEAT = 15.0  # seconds between empty events, so that a dead page is noticed


class ControlApi:
    """Routes under `/api` that belong to nobody's phone."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Put the control API into an application."""
        app.router.add_get("/api/clock", self.show_clock)
        app.router.add_post("/api/clock", self.move_clock)
        app.router.add_get("/api/instants", self.list_instants)
        app.router.add_get("/api/calls", self.list_calls)
        app.router.add_get("/api/idle", self.wait_idle)
        app.router.add_get("/api/events", self.stream_events)
        app.router.add_get("/api/files/{file_id}", self.show_file)

    async def show_clock(self, _: web.Request) -> web.Response:
        """The conversation's present instant and its offset from real time in seconds."""
        return web.json_response(self._clock())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move forward to an instant or by seconds."""
        body = await read_body(request)
        if "to" in body:
            self._world.clock.move_to(read_moment(body["to"]))
        elif isinstance(body.get("advance"), int | float):
            self._world.clock.advance(body["advance"])
        else:
            raise PersonError('say {"to": ISO instant} or {"advance": seconds}')
        self._world.changed.notify()
        return web.json_response(self._clock())

    async def list_instants(self, _: web.Request) -> web.Response:
        """The named instants and whether the clock has passed them."""
        now = self._world.clock.now()
        shown = [
            {"name": instant.name, "at": instant.at.isoformat(), "is_past": instant.at <= now}
            for instant in self._world.instants
        ]
        return web.json_response({"instants": shown})

    async def list_calls(self, request: web.Request) -> web.Response:
        """The log of Bot API calls."""
        calls = self._world.calls.list(
            read_number(request.query.get("after", "0")), request.query.get("method")
        )
        return web.json_response({"calls": calls})

    async def wait_idle(self, request: web.Request) -> web.Response:
        """Wait until the bot has confirmed all updates and stayed so for `settle` seconds."""
        wait = read_seconds(request.query.get("wait", 10), LONGEST_IDLE_WAIT)
        settle = read_seconds(request.query.get("settle", 0), LONGEST_IDLE_WAIT)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + wait
        is_idle = False
        while not is_idle and (left := deadline - loop.time()) > 0:
            if not await self._world.changed.wait_for(lambda: self._world.is_idle, left):
                break
            is_idle = not await self._world.changed.wait_for(lambda: not self._world.is_idle, settle)
        facts = {"pending": self._world.updates.pending, "is_polled": self._world.is_listening}
        return web.json_response({"is_idle": is_idle, **facts})

    async def show_file(self, request: web.Request) -> web.Response:
        """The content of a photo or document, for phones."""
        stored = self._world.files.get(request.match_info["file_id"])
        if stored is None:
            raise web.HTTPNotFound
        data = await asyncio.to_thread(self._world.files.read, stored)
        headers = {"Cache-Control": "max-age=3600"}
        if not isinstance(stored.media, list) and "file_name" in stored.media:
            headers["Content-Disposition"] = (
                f"attachment; filename*=UTF-8''{quote(stored.media['file_name'])}"
            )
        return web.Response(body=data, content_type=stored.mime, headers=headers)

    async def stream_events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: revisions of all phones, typing and the clock, at each change."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        # A page that is closed ends the stream, at whatever moment.
        with suppress(ConnectionResetError):
            while True:
                shown = self._state()
                await response.write(f"data: {json.dumps(shown)}\n\n".encode())
                await self._world.changed.wait_for(partial(self._differs, shown), HEARTBEAT)
        return response

    def _differs(self, shown: Json) -> bool:
        return self._state() != shown

    def _state(self) -> Json:
        return {
            "phones": {
                str(chat.person.id): [chat.revision, chat.is_typing] for chat in self._world.chats.values()
            },
            "room": self._world.room.revision,
            "born": self._world.born,
            "offset": self._world.clock.offset,
            "is_polled": self._world.is_listening,
        }

    def _clock(self) -> Json:
        return {
            "now": self._world.clock.now().isoformat(),
            "offset": self._world.clock.offset,
            "time_zone": self._world.time_zone,
        }
