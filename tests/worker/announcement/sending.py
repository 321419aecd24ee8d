"""A worker without a limit of its own, a crowd for it, and what tests ask afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from core.store import place
from core.usecases.announcement import beginning, delivery
from messenger.client import make_notifying_bot
from messenger.pace import ProcessPace
from sandbox.running import RunningSandbox
from tests.support.announcing import due
from tests.support.front import strict_locales
from tests.support.town import Town
from worker.announcements import AnnouncementSender

CROWD, FEW, MANY = 5_000_000, 30, 90
LAST = CROWD + FEW - 1

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what the databases have no part in: what Telegram answers, the clock, files."""


@asynccontextmanager
async def working(town: Town, sandbox: RunningSandbox) -> AsyncIterator[AnnouncementSender]:
    """Make a worker without a limit of its own."""
    pace = ProcessPace(1000)
    bot = make_notifying_bot(sandbox.token, sandbox.url, pace)
    yield AnnouncementSender(town.services, strict_locales(), bot, pace)
    await bot.session.close()


async def send(town: Town, sandbox: RunningSandbox) -> int:
    """Send everything that is due now."""
    async with working(town, sandbox) as sender:
        return await sender.send_due()


async def send_all(town: Town, sandbox: RunningSandbox, *, ticks: int = 12) -> None:
    """Send, and let time pass for what is tried again, until there is nothing left."""
    async with working(town, sandbox) as sender:
        for _ in range(ticks):
            await sender.send_due()
            if not await delivery.list_running(town.services):
                return
            town.clock.advance(timedelta(seconds=30))
    raise AssertionError("it does not come to an end")


async def is_unreachable(town: Town, account_id: int) -> bool:
    """Say whether the account is known to be out of reach."""
    async with town.services.database.read() as connection:
        row = await place.get_viewer(connection, account_id)
    assert row is not None
    return bool(row["is_unreachable"])


async def begin(town: Town, **options: Any) -> tuple[int, delivery.Running]:
    """Begin an announcement and send nothing of it yet."""
    number = await due(town, **options)
    assert await beginning.begin_due(town.services) == 1
    (running,) = await delivery.list_running(town.services)
    return number, running
