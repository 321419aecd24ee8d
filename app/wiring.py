"""Makes the parts of a process from its settings; separate, because run, demo and tests need them alike."""

import os
from dataclasses import dataclass

from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from redis.asyncio import Redis

from app.clock import SystemClock, make_clock
from bot.application import Memory
from bot.fsm_storage import SqliteStorage
from bot.isolation import ProcessIsolation
from core.files.store import DiskStore
from core.identity.keys import KeyFolder
from core.language.locales import Locales
from core.settings import Settings
from core.store.database import Database
from core.usecases.campaign.reading import Rulebooks
from core.usecases.services import Services
from messenger.pace import Pace, ProcessPace

SCREEN_DAYS = 30
"""How long a screen that nobody touches is remembered."""


class TokenMissing(Exception):
    """BOT_TOKEN is not set, and without it there is no bot to run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the bot lives: its token and the Bot API server."""

    token: str
    api_url: str


def make_services(settings: Settings) -> Services:
    """Make the ports for use cases; nothing is connected yet."""
    return Services(
        database=Database(settings.database_url),
        rulebooks=Rulebooks(),
        keys=KeyFolder(settings.keys_dir),
        files=DiskStore(settings.files_dir),
        clock=make_clock(settings.clock_file),
        real_clock=SystemClock(),
        random_bytes=os.urandom,
    )


def make_locales(settings: Settings) -> Locales:
    """Read the texts; for people a broken one falls back on the other language."""
    return Locales.load(settings.locales_dir, strict=False)


def make_address(settings: Settings) -> Address:
    """Return where the bot lives; raise ``TokenMissing``."""
    if settings.bot_token is None or not settings.bot_token.get_secret_value():
        raise TokenMissing
    return Address(token=settings.bot_token.get_secret_value(), api_url=settings.bot_api_url.rstrip("/"))


async def make_memory(settings: Settings) -> Memory:
    """Open the memory of screens: a file on one machine, Redis where several processes share it."""
    if not settings.redis_url:
        return Memory(storage=await SqliteStorage.open(settings.fsm_path), isolation=ProcessIsolation())
    redis = Redis.from_url(settings.redis_url)
    keys = DefaultKeyBuilder(with_bot_id=True, with_business_connection_id=True, with_destiny=True)
    kept = SCREEN_DAYS * 24 * 3600
    return Memory(
        storage=RedisStorage(redis, key_builder=keys, state_ttl=kept, data_ttl=kept),
        isolation=RedisEventIsolation(redis, key_builder=keys),
    )


def make_pace(settings: Settings) -> Pace:
    """Make the sending budget of this process."""
    return ProcessPace(settings.sending_per_second)
