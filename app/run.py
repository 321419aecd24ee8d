"""Runs the bot, the worker or both in one process until it is asked to stop."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from enum import Flag, auto
from functools import partial
from pathlib import Path
from typing import Protocol

import structlog
from aiogram.exceptions import TelegramUnauthorizedError

from app import logging, parts, wiring
from bot import commands, startup
from bot.application import Memory, build_dispatcher
from bot.fsm_storage import SqliteStorage
from bot.handling import Handling
from bot.polling import Polling
from bot.screens import build_screens
from bot.shared_channel import Told
from bot.subscribing import Subscription, SubscriptionRefused
from bot.webhook import ListeningFailed, Webhook
from core.identity.keys import KeyDiffers, KeyMissing
from core.settings import OpenBoxes, Settings
from core.store import migrate
from core.usecases.campaign.keys import check_keys
from core.usecases.custody.backup import back_up_nightly
from core.usecases.place.choosing import list_rulebooks
from core.usecases.retention.cleaning import clean
from core.usecases.services import Services
from messenger.client import make_answering_bot, make_notifying_bot
from messenger.files import Pictures
from worker.announcements import AnnouncementSender
from worker.loop import Worker
from worker.notices import NoticeSender

NOTHING_LOADED = """\
The database holds no campaign yet. People are told so until one is loaded:
  python -m core load --rulebook FILE.toml
  python -m core keys CAMPAIGN
  python -m core load --projects FILE.toml --pictures FOLDER --register FILE.csv
  python -m core codes CAMPAIGN IINS LIST
Each says more with --help; `make demo` shows all of it without a token."""

_log = structlog.get_logger()


class Part(Flag):
    """What a process does."""

    BOT = auto()
    WORKER = auto()


class Runner(Protocol):
    """A part that runs until it is stopped and then ends what it has begun."""

    async def run(self) -> None:
        """Run until `stop`."""
        ...

    def stop(self) -> None:
        """Begin nothing new."""
        ...


def main(part: Part) -> int:
    """Read the settings, run and return the process's exit status.

    One process does both parts where there is no Redis by which several could share the pace.
    """
    os.umask(wiring.PRIVATE)
    settings = Settings()
    logging.configure(settings.log_level, settings.log_format)
    if not settings.redis_url:
        part |= Part.WORKER
    try:
        address = wiring.make_address(settings)
        migrate.upgrade(settings.database_url)
        asyncio.run(serve(settings, address, part))
    except wiring.TokenMissing:
        return _fail("BOT_TOKEN is not set: ask @BotFather for one, or try `make demo`, which needs none.")
    except (KeyDiffers, KeyMissing) as error:
        return _fail(f"The keys do not fit the database: {error}.")
    except ExceptionGroup as errors:
        reason = _reason_of(errors, settings)
        if reason is None:
            raise
        return _fail(reason)
    return 0


def _reason_of(errors: ExceptionGroup[Exception], settings: Settings) -> str | None:
    """Return what the operator can mend, if it is that."""
    if errors.subgroup(TelegramUnauthorizedError) is not None:
        return "The Bot API server does not know this BOT_TOKEN."
    if (refused := errors.subgroup(SubscriptionRefused)) is not None:
        return f"Telegram does not take WEBHOOK_URL: {refused.exceptions[0]}."
    if (busy := errors.subgroup(ListeningFailed)) is not None:
        return f"The bot cannot listen on {settings.webhook_listen}: {busy.exceptions[0]}."
    return None


def _fail(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1


async def serve(settings: Settings, address: wiring.Address, part: Part) -> None:
    """Run the parts on a migrated database until SIGTERM or SIGINT, then let them end what they have begun.

    Raises:
        KeyDiffers, KeyMissing: the key files are not those with which the database was filled.
        ExceptionGroup: a part broke; ``TelegramUnauthorizedError`` in it says that the token is wrong.
    """
    async with AsyncExitStack() as stack:
        house = _House(settings, address, stack)
        await check_keys(house.services)
        if not await list_rulebooks(house.services):
            print(NOTHING_LOADED, file=sys.stderr)
        memory = await parts.make_memory(settings)
        runners: list[Runner] = []
        if Part.WORKER in part:
            runners.append(house.make_worker(memory))
        async with asyncio.TaskGroup() as group:
            if Part.BOT in part:
                runners.append(await house.make_receiver(memory, group))
                runners += [each for each in (memory.wishes, memory.reports) if isinstance(each, Told)]
            tuned = startup.tune()
            _stop_on_signal(runners)
            for runner in runners:
                group.create_task(runner.run())
        _log.info("stopped", kept=len(tuned.response_types))


class _House:
    """The parts of one process; what has to be closed is put on the stack as it is made."""

    def __init__(self, settings: Settings, address: wiring.Address, stack: AsyncExitStack) -> None:
        self._settings = settings
        self._address = address
        self._stack = stack
        self._pace = parts.make_pace(settings)
        self._locales = wiring.make_locales(settings)
        self.services = wiring.make_services(settings)
        stack.push_async_callback(self.services.database.dispose)
        stack.push_async_callback(self._pace.close)

    def make_worker(self, memory: Memory) -> Worker:
        """Make the worker; it also clears the screens that nobody has touched for long."""
        bot = make_notifying_bot(self._address.token, self._address.api_url, self._pace)
        self._stack.push_async_callback(bot.session.close)
        sender = NoticeSender(self.services, self._locales, bot, self._pace)
        opens_boxes = self._settings.open_boxes is OpenBoxes.AUTO
        announcements = AnnouncementSender(self.services, self._locales, bot, self._pace)
        worker = Worker(self.services, sender, announcements, opens_boxes=opens_boxes)
        worker.every_night(partial(_clean, self.services))
        if self._settings.backup_dir is not None:
            worker.every_night(partial(_back_up, self.services, self._settings, self._settings.backup_dir))
        if isinstance(memory.storage, SqliteStorage):
            worker.every_night(partial(_clear_screens, memory.storage))
        return worker

    async def make_receiver(self, memory: Memory, group: asyncio.TaskGroup) -> Polling | Webhook:
        """Make the bot; its commands are told to Telegram beside the first updates."""
        bot = make_answering_bot(self._address.token, self._address.api_url, self._pace)
        self._stack.push_async_callback(bot.session.close)
        pictures = Pictures(self.services)
        dispatcher = build_dispatcher(
            self.services,
            self._locales,
            memory,
            pictures,
            build_screens(),
            web_url=self._settings.web_url,
        )
        # aiogram-dialog collects its dialogs here, and closes the memory at the end.
        await dispatcher.emit_startup(bot=bot, **dispatcher.workflow_data)
        self._stack.push_async_callback(dispatcher.emit_shutdown, bot=bot, **dispatcher.workflow_data)
        group.create_task(commands.publish(bot, self._locales))
        handling, settings = Handling(bot, dispatcher), self._settings
        if not settings.webhook_url:
            return Polling(handling)
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret is not None else ""
        subscription = Subscription(bot, memory.turns, settings.webhook_url, secret)
        return Webhook(handling, memory.turns, subscription, settings.webhook_listen)


async def _clean(services: Services) -> None:
    _log.info("cleaned", **await clean(services))


async def _back_up(services: Services, settings: Settings, folder: Path) -> None:
    """Make the night's backup; what goes wrong with it is logged as an error, every night anew."""
    made = await back_up_nightly(services, settings.files_dir, folder, settings.backup_keep)
    if made is not None:
        _log.info("backed_up", backup=made.folder.name, files=len(made.manifest.files))


async def _clear_screens(storage: SqliteStorage) -> None:
    removed = await storage.forget_before(time.time() - parts.SCREEN_DAYS * 24 * 3600)
    _log.info("screens_cleared", removed=removed)


def _stop_on_signal(runners: Sequence[Runner]) -> None:
    def stop() -> None:
        for runner in runners:
            runner.stop()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
