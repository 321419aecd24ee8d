"""The project's own processes, started as people start them, and always ended with the test."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from core.settings import Settings
from tests.house.tree import ROOT

PATIENCE = 90
"""Seconds for a start: importing aiogram takes two of them on an idle machine, and tests run side by side."""


def settings_of(folder: Path, **given: str) -> dict[str, str]:
    """Return settings that lie in ``folder``, with nothing of this machine's own."""
    own = {
        "bot_token": "",
        "bot_api_url": "http://127.0.0.1:1",
        "database_url": f"sqlite+aiosqlite:///{folder / 'qatysu.sqlite3'}",
        "fsm_path": str(folder / "fsm.sqlite3"),
        "redis_url": "",
        "keys_dir": str(folder / "keys"),
        "files_dir": str(folder / "files"),
        "log_level": "WARNING",
    }
    assert set(own) | set(given) <= set(Settings.model_fields)
    return {name.upper(): value for name, value in (own | given).items()}


@asynccontextmanager
async def started(*arguments: str, settings: Mapping[str, str] | None = None) -> AsyncIterator[Process]:
    """Start ``python -m`` with these arguments; kill it and its own where the test has not ended it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        cwd=ROOT,
        env={**os.environ, **(settings or {})},
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            # Its children hold the pipes that are read below.
            for pid in (*children(process.pid), process.pid):
                os.kill(pid, signal.SIGKILL)
        await process.communicate()


async def ended(process: Process) -> tuple[int, str]:
    """Return exit status and stderr of a process that ends by itself."""
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode is not None
    return process.returncode, errors.decode()


async def stopped(process: Process) -> tuple[int, str]:
    """Ask a process to stop and return its exit status and stderr."""
    process.terminate()
    return await ended(process)


def children(pid: int) -> list[int]:
    """Return the processes that this one has started."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
    return [int(each) for each in listed.split()]


def command(pid: int) -> str:
    """Return the command line of a process, empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""
