"""The HTTP side of the Bot API: token, method, faults on order, envelope of the answer, log of the call."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from sandbox.botapi import albums, editing, inline, receiving, sending, settings
from sandbox.botapi.call import Call, Handler, Told
from sandbox.botapi.request import read_params
from sandbox.calls import CallRecord
from sandbox.errors import ApiError, bad_request
from sandbox.faults import Fault
from sandbox.files import Upload
from sandbox.records import Json
from sandbox.schema import load_schema
from sandbox.webhook_reply import Reply
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A call as it came: the method as it was written, monotonic real time, bytes of its body."""

    written: str
    started: float
    params: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An envelope and its bytes; `fault` is what struck the call."""

    envelope: Json
    body: bytes
    fault: Fault | None = None

    @property
    def status(self) -> int:
        """The HTTP code."""
        return int(self.envelope.get("error_code", web.HTTPOk.status_code))

    def as_response(self) -> web.Response:
        """The HTTP answer."""
        retry_after = self.envelope.get("parameters", {}).get("retry_after")
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        return web.Response(
            body=self.body, status=self.status, content_type="application/json", headers=headers
        )


class BotApi:
    """Routes `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._replies: set[asyncio.Task[Answer]] = set()
        world.webhooks.run_reply = self.run_reply

    def add_routes(self, app: web.Application) -> None:
        """Put the Bot API into an application."""
        app.router.add_route("*", "/bot{token}/{method}", self.handle_call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.handle_download)

    async def handle_call(self, request: web.Request) -> web.Response:
        """Answer a call in Telegram's envelope and write it into the log."""
        is_poll = request.match_info["method"].lower() == POLL.lower()
        with self._counted(is_poll=is_poll):
            running = self._answer_request(request, is_poll=is_poll)
            # A poller that hangs up must stop waiting; any other call is finished as Telegram would.
            answer = await (running if is_poll else asyncio.shield(running))
            kind = answer.fault.kind if answer.fault else ""
            if answer.fault is not None and kind == "slow":
                await asyncio.sleep(answer.fault.seconds)
            if kind == "drop" and request.transport is not None:
                request.transport.abort()
            return answer.as_response()

    async def handle_download(self, request: web.Request) -> web.Response:
        """The content of a file by the path that getFile told."""
        stored = self._world.files.get_by_path(request.match_info["path"])
        if request.match_info["token"] != self._world.profile.token:
            return web.json_response(UNAUTHORIZED.as_envelope(), status=UNAUTHORIZED.code)
        if stored is None:
            return web.json_response(NOT_FOUND.as_envelope(), status=NOT_FOUND.code)
        data = await asyncio.to_thread(self._world.files.read, stored)
        return web.Response(body=data, content_type=stored.mime)

    def run_reply(self, reply: Reply) -> None:
        """Execute the method that a webhook's answer carries; nobody is told its result."""
        # Counted at once: between the answer and the task's first step the bot must not look idle.
        self._world.calls.in_flight += 1
        arrival = Arrival(
            written=reply.method,
            started=time.monotonic(),
            params=reply.params,
            uploads=reply.uploads,
            size=reply.size,
        )
        task = asyncio.create_task(self._answer(arrival))  # noqa: TID251  (kept until its end; the answer has gone)
        self._replies.add(task)
        task.add_done_callback(self._end_reply)

    def _end_reply(self, task: asyncio.Task[Answer]) -> None:
        self._replies.discard(task)
        self._world.calls.in_flight -= 1
        self._world.changed.notify()

    async def _answer_request(self, request: web.Request, *, is_poll: bool) -> Answer:
        arrival = Arrival(written=request.match_info["method"], started=time.monotonic())
        with self._counted(is_poll=is_poll):
            try:
                if request.match_info["token"] != self._world.profile.token:
                    raise UNAUTHORIZED
                _require_method(arrival.written)
                params, uploads = await read_params(request)
            except ApiError as error:
                return self._finish(arrival, error.as_envelope(), None)
            size = getattr(request.content, "total_bytes", 0)
            return await self._answer(replace(arrival, params=params, uploads=uploads, size=size))

    @contextmanager
    def _counted(self, *, is_poll: bool) -> Iterator[None]:
        self._world.calls.in_flight += not is_poll
        try:
            yield
        finally:
            self._world.calls.in_flight -= not is_poll
            self._world.changed.notify()

    async def _answer(self, arrival: Arrival) -> Answer:
        """Execute a call, unless a fault or a limit refuses it."""
        fault = None
        try:
            method = _require_method(arrival.written)
            params = load_schema().check_call(method, arrival.params, frozenset(arrival.uploads))
            self._world.crowd.note_call(method, params.get("chat_id"))
            fault = self._world.faults.strike(method, params)
            if fault is not None:
                fault.refuse()
            self._world.limits.require_place(method, params)
            call = Call(world=self._world, method=method, params=params, uploads=arrival.uploads)
            envelope = _success(await METHODS[method](call))
        except ApiError as error:
            envelope = error.as_envelope()
        return self._finish(arrival, envelope, fault)

    def _finish(self, arrival: Arrival, envelope: Json, fault: Fault | None) -> Answer:
        body = json.dumps(envelope, ensure_ascii=False).encode()
        answer = Answer(envelope=envelope, body=body, fault=fault)
        self._world.calls.add(
            CallRecord(
                number=self._world.calls.next_number(),
                method=load_schema().method_name(arrival.written) or arrival.written,
                chat_id=arrival.params.get("chat_id"),
                status=answer.status,
                description=envelope.get("description"),
                bytes_in=arrival.size,
                bytes_out=len(body),
                seconds=round(time.monotonic() - arrival.started, 6),
                fault=fault.kind if fault else None,
            )
        )
        return answer


def _require_method(written: str) -> str:
    method = load_schema().method_name(written)
    if method is None:
        raise NOT_FOUND
    if method not in METHODS:
        raise bad_request(f"method {method} is not emulated by the sandbox")
    return method


def _success(result: Any) -> Json:
    if isinstance(result, Told):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}
