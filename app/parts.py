"""Makes what only the bot and the worker need from the settings: the memory of screens and the pace."""

from typing import Any

from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisStorage
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from bot.albums import Albums
from bot.application import Memory
from bot.fsm_storage import SqliteStorage
from bot.isolation import ProcessIsolation
from bot.serving import Served
from bot.shared_albums import SharedRecord
from bot.shared_reports import SharedReports
from bot.shared_serving import SharedServed
from bot.shared_turns import SharedIsolation, SharedTurns
from bot.shared_wishes import SharedWishes
from core.settings import Settings
from messenger.pace import Pace, ProcessPace
from messenger.shared_pace import SharedPace

SCREEN_DAYS = 30
"""How long a screen that nobody touches is remembered."""

_CONNECTIONS = 20


async def make_memory(settings: Settings) -> Memory:
    """Open the memory of screens: a file on one machine, Redis where several processes share it."""
    if not settings.redis_url:
        return Memory(storage=await SqliteStorage.open(settings.fsm_path), isolation=ProcessIsolation())
    redis = _connect(settings.redis_url)
    keys = DefaultKeyBuilder(with_bot_id=True, with_business_connection_id=True, with_destiny=True)
    kept = SCREEN_DAYS * 24 * 3600
    return Memory(
        storage=RedisStorage(redis, key_builder=keys, state_ttl=kept, data_ttl=kept),
        isolation=SharedIsolation(redis, keys),
        turns=SharedTurns(redis),
        albums=Albums(SharedRecord(redis)),
        served=Served(SharedServed(redis)),
        wishes=SharedWishes(_connect_listener(settings.redis_url)),
        reports=SharedReports(_connect_listener(settings.redis_url)),
    )


def make_pace(settings: Settings) -> Pace:
    """Make the sending budget: of this process, or of all that share Redis."""
    if not settings.redis_url:
        return ProcessPace(settings.sending_per_second)
    return SharedPace(_connect(settings.redis_url), settings.sending_per_second)


def _connect_listener(url: str) -> Redis:
    """Return a client that connects anew by no means by itself: a listener has to know of it."""
    return _connect(url, retry=Retry(NoBackoff(), 0))


def _connect(url: str, **how: Any) -> Redis:
    """Return a client whose callers queue for a connection; the usual pool refuses the one too many."""
    pool = BlockingConnectionPool.from_url(url, max_connections=_CONNECTIONS, timeout=30, **how)
    return Redis(connection_pool=pool)
