"""Workers that are processes of their own, and what has reached people from them."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from datetime import datetime
from pathlib import Path

from sandbox.running import RunningSandbox
from tests.house.tree import ROOT


async def bubbles(sandbox: RunningSandbox, account: int) -> int:
    """Return how many messages of the bot are in the account's chat."""
    messages = (await sandbox.person(account).chat()).messages
    return sum(message["from"] == "bot" for message in messages)


async def start_sending(
    database: str, folder: Path, sandbox: RunningSandbox, *, instant: datetime, later: int = 0
) -> Process:
    """Start a worker whose campaigns stand at ``instant``, and whose real time is ``later`` seconds ahead."""
    arguments = ("-m", "tests.worker.sending_process", database, str(folder), sandbox.url, sandbox.token)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, str(later), instant.isoformat(), cwd=ROOT, stdout=PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"begins\n"
    return process


async def start_announcing(
    database: str, folder: Path, sandbox: RunningSandbox, *, instant: datetime, later: int, rate: int
) -> Process:
    """Start a worker of announcements at ``rate`` messages a second, as `start_sending` does."""
    arguments = ("-m", "tests.worker.announcing_process", database, str(folder), sandbox.url, sandbox.token)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, str(later), instant.isoformat(), str(rate), cwd=ROOT, stdout=PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"begins\n"
    return process
