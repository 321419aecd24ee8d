"""The pages as a process that kills itself: `… serving_process DATABASE FOLDER MOMENT`; prints its address.

``MOMENT`` is ``never``, ``file-N`` (before the N-th file is written), ``written`` (all files are, nothing is
committed) or ``answer`` (everything is committed, nobody has been told).
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from aiohttp import web

from app.serving import make_runner
from core.files.store import FileStore
from tests.support.clock import FakeClock
from tests.support.front import strict_locales
from tests.support.papers import Looking
from tests.support.proposals import INTAKE
from tests.support.town import make_town_services
from web.application import build_app

FILES = 3
"""How many files the test sends."""


def die() -> None:
    """End as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class DyingStore:
    """A store whose process dies before or after a file."""

    store: FileStore
    moment: str
    kept: int = field(default=0)

    def keep(self, content: bytes) -> str:
        """Keep a file, unless the moment has come."""
        self.kept += 1
        if self.moment == f"file-{self.kept}":
            die()
        digest = self.store.keep(content)
        if self.moment == "written" and self.kept == FILES:
            die()
        return digest

    def read(self, digest: str) -> bytes:
        """Return the content of a file."""
        return self.store.read(digest)

    def size(self, digest: str) -> int:
        """Return the length of a file."""
        return self.store.size(digest)

    def delete(self, digest: str) -> None:
        """Remove a file."""
        self.store.delete(digest)


async def main(database: str, folder: str, moment: str) -> None:
    """Serve until killed."""
    services = make_town_services(database, Path(folder), FakeClock(INTAKE))
    store = DyingStore(services.files, moment)
    services = replace(services, files=store, scanner=Looking())
    app = build_app(services, strict_locales())

    @web.middleware
    async def dying(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        try:
            return await handler(request)
        finally:
            if request.method == "POST" and moment == "answer":
                die()

    app.middlewares.append(dying)
    runner = make_runner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
