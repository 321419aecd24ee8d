"""Whose turn it is among updates that are brought side by side, and which of them were handled already.

Separate from the isolation of screens: a turn begins before an update's time does, so that nothing is given
up only because something slow of the same chat came first.
"""

from collections import OrderedDict
from collections.abc import AsyncGenerator, Hashable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from bot.isolation import Locks

MOST_REMEMBERED = 10_000
"""Updates that one process remembers to have handled; Telegram repeats one within two minutes."""


class Turns(Protocol):
    """Turns by whatever has to happen one after the other, and the numbers of updates that are over."""

    def take(self, queue: Hashable) -> AbstractAsyncContextManager[None]:
        """Wait for the turn of the queue and hold it."""
        ...

    async def is_over(self, update_id: int) -> bool:
        """Say whether the update was handled before, so that it is only confirmed once more."""
        ...

    async def note(self, update_id: int) -> None:
        """Remember that the update is over: its number alone, never what it was (ledger 3)."""
        ...


class ProcessTurns:
    """Turns of one process; a restart forgets what was handled, and use cases bear repetition."""

    def __init__(self) -> None:
        self._locks = Locks()
        self._over: OrderedDict[int, None] = OrderedDict()

    @asynccontextmanager
    async def take(self, queue: Hashable) -> AsyncGenerator[None, None]:
        """Wait for the turn of the queue and hold it."""
        async with self._locks.hold(queue):
            yield

    async def is_over(self, update_id: int) -> bool:
        """Say whether the update was handled by this process."""
        return update_id in self._over

    async def note(self, update_id: int) -> None:
        """Remember the update's number; the oldest one gives way."""
        self._over[update_id] = None
        if len(self._over) > MOST_REMEMBERED:
            self._over.popitem(last=False)
