"""One update of a person at a time in this process: without it ten quick presses counted as one.

Separate because aiogram's own isolation never frees a lock and so grows with everybody who ever wrote.
"""

import asyncio
from collections.abc import AsyncGenerator, Hashable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from aiogram.fsm.storage.base import BaseEventIsolation, StorageKey


class Locks:
    """A lock a key that exists as long as somebody holds it or waits for it; who came first goes first."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, key: Hashable) -> AsyncGenerator[None, None]:
        """Hold the key's lock."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        async with lock:
            yield

    def count(self) -> int:
        """Return how many keys are held or waited for."""
        return len(self._locks)


class ProcessIsolation(BaseEventIsolation):
    """Keeps a person's updates apart inside this process."""

    def __init__(self) -> None:
        self._locks = Locks()

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        """Hold the key's lock."""
        async with self._locks.hold(key):
            yield

    async def close(self) -> None:
        """Have nothing to let go of."""
