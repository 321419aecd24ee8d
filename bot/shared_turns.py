"""Turns and isolation of several processes, kept in Redis.

Separate because one machine needs no Redis. aiogram's own isolation ends after a minute, whoever still works;
here a lock is renewed while its holder lives and is free soon after it was killed.
"""

import asyncio
from collections.abc import AsyncGenerator, Hashable
from contextlib import asynccontextmanager

import structlog
from aiogram.fsm.storage.base import BaseEventIsolation, KeyBuilder, StorageKey
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

from bot.isolation import Locks

LEASE_SECONDS = 15.0
"""How long others wait for the turn of a process that was killed."""

OVER_SECONDS = 900
"""How long an update's number is remembered; Telegram repeats one within two minutes."""

_ASK_SECONDS = 0.05
_RENEWALS = 3  # in the time of a lease: one that is late does not lose it

_log = structlog.get_logger()


class Leases:
    """Locks that processes share; of each process only the first in a queue asks for its lock."""

    def __init__(self, redis: Redis, lease_seconds: float = LEASE_SECONDS) -> None:
        self._redis = redis
        self._lease_seconds = lease_seconds
        self._own = Locks()

    @asynccontextmanager
    async def hold(self, name: str) -> AsyncGenerator[None, None]:
        """Hold the lock with this name."""
        async with self._own.hold(name):
            # Whose lease ran out while the machine slept has nothing to release; Redis's client logs that.
            lock = Lock(
                self._redis,
                name,
                timeout=self._lease_seconds,
                sleep=_ASK_SECONDS,
                raise_on_release_error=False,
            )
            async with lock:
                renewing = asyncio.get_running_loop().create_task(self._renew(lock))
                try:
                    yield
                finally:
                    renewing.cancel()

    async def _renew(self, lock: Lock) -> None:
        while True:
            await asyncio.sleep(self._lease_seconds / _RENEWALS)
            try:
                await lock.reacquire()
            except LockError:
                _log.warning("turn_lost")
                return
            except RedisError as error:
                _log.warning("turn_not_renewed", error=type(error).__name__)


class SharedTurns:
    """Turns of every process that speaks to this Redis."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._leases = Leases(redis)

    @asynccontextmanager
    async def take(self, queue: Hashable) -> AsyncGenerator[None, None]:
        """Wait for the turn of the queue and hold it."""
        async with self._leases.hold(f"turn:{queue}"):
            yield

    async def is_over(self, update_id: int) -> bool:
        """Say whether any process has handled the update."""
        return bool(await self._redis.exists(_over(update_id)))

    async def note(self, update_id: int) -> None:
        """Remember the update's number for a while."""
        await self._redis.set(_over(update_id), 1, ex=OVER_SECONDS)


class SharedIsolation(BaseEventIsolation):
    """Keeps a person's updates apart in every process that speaks to this Redis."""

    def __init__(self, redis: Redis, keys: KeyBuilder) -> None:
        self._leases = Leases(redis)
        self._keys = keys

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        """Hold the key's lock."""
        async with self._leases.hold(self._keys.build(key, "lock")):
            yield

    async def close(self) -> None:
        """Leave the connection to the memory of screens, which shares it."""


def _over(update_id: int) -> str:
    return f"over:{update_id}"
