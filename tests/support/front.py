"""The bot inside a test's own process: it speaks HTTP to the sandbox, with screens of the test.

Separate because guards, errors and receiving are tried with it before, and apart from, the real screens.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from aiogram import Bot, Dispatcher, Router

from app.logging import configure
from bot.application import Memory, build_dispatcher
from bot.fsm_storage import SqliteStorage
from bot.handling import Handling
from bot.isolation import ProcessIsolation
from bot.polling import Polling
from core.language.locales import Locales
from core.usecases.services import Services
from messenger.client import make_answering_bot
from messenger.files import Pictures
from messenger.pace import ProcessPace
from sandbox.client import Sandbox

LOCALES = Path(__file__).parents[2] / "locales"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A running bot and what it is made of."""

    bot: Bot
    dispatcher: Dispatcher
    polling: Polling
    locales: Locales


def strict_locales() -> Locales:
    """Return the real texts; anything missing or left over is an error."""
    return Locales.load(LOCALES, strict=True)


def log_as_in_production() -> Iterator[None]:
    """Log as a process of ours does, without anything personal, until the test ends; for a fixture."""
    configure("DEBUG", "json")
    yield
    logging.getLogger().handlers.clear()
    structlog.reset_defaults()


@asynccontextmanager
async def running_front(
    sandbox: Sandbox, services: Services, folder: Path, screens: Iterable[Router], *, web_url: str = ""
) -> AsyncIterator[Front]:
    """Run the bot until the block ends; it stops as a process does, with everything handled and confirmed."""
    bot = make_answering_bot(sandbox.token, sandbox.url, ProcessPace(1000))
    locales = strict_locales()
    memory = Memory(storage=await SqliteStorage.open(folder / "fsm.sqlite3"), isolation=ProcessIsolation())
    dispatcher = build_dispatcher(services, locales, memory, Pictures(services), screens, web_url=web_url)
    await dispatcher.emit_startup(bot=bot, **dispatcher.workflow_data)
    polling = Polling(Handling(bot, dispatcher))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(polling.run())
            yield Front(bot=bot, dispatcher=dispatcher, polling=polling, locales=locales)
            polling.stop()
    finally:
        await dispatcher.emit_shutdown(bot=bot, **dispatcher.workflow_data)
        await bot.session.close()
