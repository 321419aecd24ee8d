"""Keeps the demo's processes running: a bot that is killed is started again, at the end all are stopped.

Separate from what they run. Each has a session of its own, so that Ctrl-C reaches the supervisor alone and
nobody is restarted who was only asked to stop.
"""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress

from app.demo.house import ROOT

STOPPING_SECONDS = 10
"""How long a process may take to end what it has begun."""

_STEADY_SECONDS = 30
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 10.0
_LOOK_AGAIN = 0.1


def free_port(wished: int) -> int:
    """Return the port ``wished`` where nobody listens on it, otherwise one that is free now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wished))
        except (OSError, OverflowError):
            probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def listening(url: str, seconds: float) -> None:
    """Wait until somebody answers at the address, but no longer than so many seconds."""
    host, _, port = url.removeprefix("http://").partition(":")
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while True:
                with suppress(OSError):
                    _, writer = await asyncio.open_connection(host, int(port))
                    writer.close()
                    return
                await asyncio.sleep(_LOOK_AGAIN)


async def start(arguments: Sequence[str], environment: Mapping[str, str], *, is_read: bool) -> Process:
    """Start ``python -m`` with these arguments; ``is_read`` keeps its output for the supervisor."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=PIPE if is_read else None,
        start_new_session=True,
    )


async def keep_running(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a process until cancelled; whenever it ends, start it again, later each time it ends soon."""
    wait = _FIRST_WAIT
    while True:
        began = asyncio.get_running_loop().time()
        process = await start(arguments, environment, is_read=False)
        try:
            status = await process.wait()
        finally:
            await stop(process)
        lasted = asyncio.get_running_loop().time() - began
        wait = _FIRST_WAIT if lasted > _STEADY_SECONDS else min(wait * 2, _LONGEST_WAIT)
        print(f"{arguments[0]}: ended with {status}, starts again in {wait:.0f} s", file=sys.stderr)
        await asyncio.sleep(wait)


async def stop(process: Process) -> None:
    """Ask a process to stop, and end it where it does not."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOPPING_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
