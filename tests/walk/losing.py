"""The machine of the walk is lost: of a backup and the keys in custody another one is made."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientConnectionError, ClientSession

from app.demo.house import House
from app.demo.processes import free_port, listening
from tests.support.operator import Machine
from tests.walk.demo import REPOSITORY, Demo, end
from tests.walk.staff import CAMPAIGN

CAMPAIGNS = (CAMPAIGN, "semey-demo")
"""One of each akimat of the demo: an akimat's keys go into custody together, and apart from others'."""

START_SECONDS = 90


async def lose(demo: Demo, custody: Path) -> Machine:
    """Copy keys and data apart from each other, then lose everything; return an empty machine."""
    house = House(demo.folder)
    settings = house.settings("")
    machine = Machine(settings["DATABASE_URL"], demo.folder)
    backup, keys = custody / "backups", custody / "keys"
    assert (await machine.core("backup", backup)).status == 0
    for campaign in CAMPAIGNS:
        copied = await machine.core("keys", campaign, "--copy", keys)
        assert copied.status == 0, copied.said
    assert not list(backup.rglob("*.key")), "keys are in no backup"
    await end(demo.process)
    shutil.rmtree(demo.folder)
    demo.folder.mkdir()
    # The bot's token stands in the operator's settings, which lie with the keys.
    house.token_file.write_text(settings["BOT_TOKEN"], encoding="utf-8")
    return machine


async def restore(machine: Machine, custody: Path) -> None:
    """Restore data first: without its keys nothing may start; once every akimat's are back it may."""
    answer = await machine.core("restore", custody / "backups")
    assert answer.status == 1
    assert "MUST NOT START" in answer.said
    for campaign in CAMPAIGNS:
        answer = await machine.core("keys", campaign, "--from", custody / "keys")
    assert answer.status == 0, answer.said


@asynccontextmanager
async def serving(machine: Machine) -> AsyncIterator[str]:
    """Start the pages as a process of their own on the restored machine; yield their address."""
    url = f"http://127.0.0.1:{free_port(0)}"
    settings = House(machine.folder).settings("http://127.0.0.1:1", url)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "web", "run"), cwd=REPOSITORY, env={**os.environ, **settings}
    )
    try:
        await listening(url, START_SECONDS)
        yield f"{url}/"
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), START_SECONDS)


async def is_down(url: str) -> bool:
    """Say whether nobody answers there any more."""
    async with ClientSession() as client:
        try:
            async with client.get(url):
                return False
        except ClientConnectionError:
            return True
