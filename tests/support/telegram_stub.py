"""A Bot API server that answers what a test has prepared: limits, faults, updates of a future version.

Separate from the sandbox, which behaves as Telegram does on a good day.
"""

from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Answer = tuple[int, dict[str, Any] | str]


@dataclass(slots=True)
class Stub:
    """Prepared answers by method, in their order, and what was asked; without one a method succeeds."""

    url: str = ""
    answers: defaultdict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def prepare(self, method: str, status: int, **body: Any) -> None:
        """Answer the next call of ``method`` with this status and body."""
        self.answers[method].append((status, {"ok": status == 200, **body}))

    def prepare_page(self, method: str, status: int, page: str) -> None:
        """Answer the next call of ``method`` as a gateway before the server does, with no JSON."""
        self.answers[method].append((status, page))

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of every call of ``method``."""
        return [parameters for name, parameters in self.asked if name == method]

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one call."""
        method = request.match_info["method"]
        self.asked.append((method, dict(await request.post())))
        if self.answers[method]:
            status, body = self.answers[method].popleft()
            if isinstance(body, str):
                return web.Response(text=body, status=status, content_type="text/html")
            return web.json_response(body, status=status)
        result: Any = [] if method == "getUpdates" else _message()
        return web.json_response({"ok": True, "result": result})


def _message() -> dict[str, Any]:
    return {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "sent"}


def retry_after(seconds: float) -> dict[str, Any]:
    """Return the body of a 429."""
    return {"error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": seconds}}


@asynccontextmanager
async def running_stub() -> AsyncIterator[Stub]:
    """Serve on a free port until the block ends."""
    stub = Stub()
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", stub.handle)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stub.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield stub
    finally:
        await runner.cleanup()
