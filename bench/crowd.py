"""A Telegram with a city's people in it: the sandbox as a process, spoken to over HTTP alone.

Separate from what is measured, and from the sandbox, which nobody imports.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession

from bench.town import ROOT

TOKEN = "1:bench"  # noqa: S105  (opens nothing)


@dataclass(frozen=True, slots=True)
class Telegram:
    """Where it listens, and its crowd."""

    url: str
    session: ClientSession

    async def gather(self, count: int, first_id: int) -> None:
        """Add people to whom the bot may write."""
        crowd = {"count": count, "first_id": first_id}
        async with self.session.post(f"{self.url}/api/crowd", json=crowd) as answer:
            answer.raise_for_status()

    async def report(self) -> dict[str, int]:
        """Return what they got: ``reached``, ``repeated``, ``most_in_second``."""
        async with self.session.get(f"{self.url}/api/crowd") as answer:
            found: dict[str, int] = await answer.json()
            return found

    async def dismiss(self) -> None:
        """Send everybody away."""
        async with self.session.delete(f"{self.url}/api/crowd") as answer:
            answer.raise_for_status()


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """Run it as a process of its own."""
    command = ("-m", "sandbox", "--port", "0", "--token", TOKEN)
    process = await asyncio.create_subprocess_exec(sys.executable, *command, cwd=ROOT, stdout=PIPE)
    if process.stdout is None:
        raise RuntimeError("the sandbox has no output")
    line = (await process.stdout.readline()).decode()
    url = line.removeprefix("chat: ").partition("/  bot api")[0]
    try:
        async with ClientSession() as session:
            yield Telegram(url=url, session=session)
    finally:
        process.terminate()
        await process.wait()
