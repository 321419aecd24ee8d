"""The whole bot as it runs, before a quiet Telegram; separate, because taps and screens both need it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiogram import Bot

from bench.telegram import TOKEN, People, QuietTelegram
from bench.town import ROOT
from bot.application import Memory, build_dispatcher
from bot.fsm_storage import SqliteStorage
from bot.isolation import ProcessIsolation
from bot.screens import build_screens
from core.language.locales import Locales
from core.usecases.services import Services
from messenger.client import make_answering_bot
from messenger.files import Pictures
from messenger.pace import ProcessPace

NO_LIMIT = 1_000_000
"""Sent in a second; Telegram's own limit is no property of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The running bot: who uses it and what they were shown."""

    bot: Bot
    people: People
    telegram: QuietTelegram


@asynccontextmanager
async def running(services: Services, folder: Path) -> AsyncIterator[Front]:
    """Run the bot with its screens remembered in a file of ``folder``, as in production on one machine."""
    telegram = QuietTelegram()
    bot = make_answering_bot(TOKEN, "http://127.0.0.1", ProcessPace(NO_LIMIT))
    telegram.middleware = bot.session.middleware
    bot.session = telegram
    memory = Memory(storage=await SqliteStorage.open(folder / "fsm.sqlite3"), isolation=ProcessIsolation())
    locales = Locales.load(ROOT / "locales", strict=True)
    dispatcher = build_dispatcher(services, locales, memory, Pictures(services), build_screens())
    await dispatcher.emit_startup(bot=bot, **dispatcher.workflow_data)
    try:
        yield Front(bot=bot, people=People(bot, dispatcher), telegram=telegram)
    finally:
        await dispatcher.emit_shutdown(bot=bot, **dispatcher.workflow_data)
