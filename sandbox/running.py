"""A sandbox that runs inside a test's own process; apart from the client, which needs no server."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from sandbox.client import PATIENCE, Sandbox
from sandbox.clock import MovableClock
from sandbox.files import FileStore
from sandbox.loading import read_instant, read_person
from sandbox.profile import DEFAULT_BOT, new_profile
from sandbox.records import Json
from sandbox.server import build_app, run_app
from sandbox.timing import Timing
from sandbox.world import World


class RunningSandbox(Sandbox):
    """A sandbox that lives as long as the `async with` block; `world` gives tests its inside."""

    def __init__(
        self,
        *,
        people: Iterable[Json] = (),
        instants: Iterable[Json] = (),
        staff: Path | None = None,
        clock_file: Path | None = None,
        token: str = DEFAULT_BOT,
        username: str = "qatysu_demo_bot",
        name: str = "Qatysu",
        port: int = 0,
        patience: float = PATIENCE,
        settle: float = 0.0,
        timing: Timing | None = None,
    ) -> None:
        """`timing`: Telegram's own patience, for tests that do not wait for its retries."""
        super().__init__("http://127.0.0.1", token, patience=patience, settle=settle)
        self._port = port
        self._folder = tempfile.TemporaryDirectory()
        profile = new_profile(token, name, username)
        files = FileStore(Path(self._folder.name))
        self.world = World(profile, MovableClock(clock_file), files, timing)
        for raw in people:
            self.world.add_person(read_person(raw))
        self.world.staff = staff
        self.world.instants = [read_instant(raw) for raw in instants]

    async def __aenter__(self) -> Self:
        self._runner, port = await run_app(build_app(self.world), self._port)
        self.url = f"http://127.0.0.1:{port}"
        return await super().__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await super().__aexit__(kind, error, trace)
        await self._runner.cleanup()
        self._folder.cleanup()
