"""The other end of a webhook: a server that answers as a test tells it, and a clock that a test turns."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from sandbox.records import Json
from sandbox.server import HOST
from sandbox.signal import Signal

SECRET = "s_1"  # of the webhook; nothing is behind it


class Hands:
    """Real time plus what the test adds: the clock of Telegram's own patience."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """The instant now."""
        return time.monotonic() + self.ahead


@dataclass(slots=True)
class Receiver:
    """Keeps what came, answers by `answer`, and may hold answers back until the test lets them go."""

    url: str = ""
    updates: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answer: Callable[[Json], web.Response] = field(default=lambda _: web.Response())
    in_hand: int = 0
    most_in_hand: int = 0
    changed: Signal = field(default_factory=Signal)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def texts(self) -> list[str]:
        """Texts of the messages that came, and data of the presses."""
        return [said(update) for update in self.updates]

    async def wait_for(self, count: int) -> None:
        """Wait until so many requests have come."""
        assert await self.changed.wait_for(lambda: len(self.updates) >= count, 10), self.texts

    async def receive(self, request: web.Request) -> web.Response:
        """Take an update."""
        update: Json = await request.json()
        self.updates.append(update)
        self.headers.append(dict(request.headers))
        self.in_hand += 1
        self.most_in_hand = max(self.most_in_hand, self.in_hand)
        self.changed.notify()
        try:
            await self.gate.wait()
            return self.answer(update)
        finally:
            self.in_hand -= 1


def said(update: Json) -> str:
    """What an update says: a text, the data of a press, an inline query; else its kind."""
    if "message" in update:
        return str(update["message"]["text"])
    if "callback_query" in update:
        return str(update["callback_query"]["data"])
    return next(name for name in update if name != "update_id")


@asynccontextmanager
async def running_receiver() -> AsyncIterator[Receiver]:
    """A receiver on a free port, which answers 200 at once until it is told otherwise."""
    receiver = Receiver()
    receiver.gate.set()
    app = web.Application()
    app.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    receiver.url = f"http://{HOST}:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()
