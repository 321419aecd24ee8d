"""Receives updates that Telegram brings, and confirms each of them only after it was handled (0024).

Separate from aiogram's own handler, which confirms before handling or lets an error bring an update back for
a day, and from `bot.subscribing`, which tells Telegram where to bring them.
"""

import asyncio
import hmac
import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.handling import FILE_SECONDS, Handling, queue_of
from bot.subscribing import Subscription
from bot.turns import Turns

MOST_BYTES = 1024 * 1024
"""Far more than Telegram's longest update has."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the name of a header)

_KEPT_OPEN_SECONDS = 75  # longer than a proxy usually keeps its own end, so that it is the one to close
_LINGERING_SECONDS = 1  # for the rest of a body that is refused unread

_log = structlog.get_logger()


class ListeningFailed(Exception):
    """Nobody can listen where `WEBHOOK_LISTEN` points, or somebody else does."""


class Webhook:
    """A server for one bot's updates; each chat in its order, chats side by side."""

    def __init__(self, handling: Handling, turns: Turns, subscription: Subscription, listen: str) -> None:
        self._handling = handling
        self._turns = turns
        self._subscription = subscription
        self._listen = listen
        self._stopping = asyncio.Event()
        self.port = 0

    def stop(self) -> None:
        """Take up nothing more; `run` returns when what is in flight has been handled and confirmed."""
        self._stopping.set()

    async def run(self) -> None:
        """Receive and handle until `stop`.

        Raises:
            ListeningFailed, SubscriptionRefused, TelegramUnauthorizedError: trying again is in vain.
        """
        runner = web.AppRunner(
            self._build_app(),
            access_log=None,
            keepalive_timeout=_KEPT_OPEN_SECONDS,
            lingering_time=_LINGERING_SECONDS,
            shutdown_timeout=FILE_SECONDS,
        )
        await runner.setup()
        try:
            await self._start_listening(runner)
            await self._subscription.tell(self._handling.types, self._stopping)
            await self._stopping.wait()
        finally:
            await runner.cleanup()

    async def _start_listening(self, runner: web.AppRunner) -> None:
        host, _, port = self._listen.rpartition(":")
        try:
            await web.TCPSite(runner, host.strip("[]") or None, int(port)).start()
        except OSError as error:
            raise ListeningFailed(error.strerror or str(error)) from error
        self.port = runner.addresses[0][1]

    def _build_app(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_post(urlsplit(self._subscription.url).path or "/", self._take)
        app.router.add_get("/healthz", self._say_alive)
        return app

    async def _say_alive(self, _request: web.Request) -> web.Response:
        """Tell the proxy whether this process takes updates."""
        if self._stopping.is_set():
            return _answer(HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response(text="ok")

    async def _take(self, request: web.Request) -> web.Response:
        """Answer 200 when the update is over, 503 when it has to be brought again."""
        if not self._is_telegram(request):
            return _answer(HTTPStatus.FORBIDDEN)
        if self._stopping.is_set():
            return _answer(HTTPStatus.SERVICE_UNAVAILABLE)
        raw = _read(await request.read())
        if raw is None:
            return _answer(HTTPStatus.BAD_REQUEST)
        try:
            is_over = await self._bring_to_an_end(raw)
        except Exception:  # noqa: BLE001  (most likely Redis is away; what was not handled comes again)
            _log.exception("update_not_taken", update_id=raw["update_id"])
            is_over = False
        return _answer(HTTPStatus.OK if is_over else HTTPStatus.SERVICE_UNAVAILABLE)

    def _is_telegram(self, request: web.Request) -> bool:
        told = request.headers.get(SECRET_HEADER, "")
        return hmac.compare_digest(told.encode("utf-8", "replace"), self._subscription.secret.encode())

    async def _bring_to_an_end(self, raw: dict[str, Any]) -> bool:
        update = self._handling.read(raw)
        if update is None:
            return True
        async with self._turns.take(queue_of(update)):
            # Telegram repeats what took longer than a minute, and what it heard no answer to.
            if await self._turns.is_over(update.update_id):
                return True
            if not await self._handling.handle(update):
                return False
            await self._turns.note(update.update_id)
        return True


def _read(body: bytes) -> dict[str, Any] | None:
    """Return an update's JSON, nothing where it is none."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    is_update = isinstance(raw, dict) and type(raw.get("update_id")) is int
    return raw if is_update else None


def _answer(status: HTTPStatus) -> web.Response:
    return web.Response(
        status=status, text="" if status is HTTPStatus.OK else f"{status.value} {status.phrase}"
    )
