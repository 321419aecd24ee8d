"""Receives updates so that none is lost: the next fetch, which confirms, waits for all that came before.

Separate from aiogram's polling, which confirms a batch while it is still being handled (docs/decisions/0003).
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramConflictError,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteWebhook, GetUpdates
from aiogram.types import Update

from bot.handling import Handling, Patience, queue_of

FETCH_SECONDS = 30
"""How long Telegram may hold a fetch when there is nothing to tell."""

_WEBHOOK_STANDS = "webhook is active"


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates that came together, and the offset that confirms them."""

    updates: Sequence[Update]
    confirming: int | None


class Polling:
    """Long polling of one bot: each chat in its order, chats side by side."""

    def __init__(self, handling: Handling) -> None:
        self._bot = handling.bot
        self._handling = handling
        self._stopping = asyncio.Event()
        self._fetching: asyncio.Timeout | None = None
        self._confirmed: int | None = None
        self._has_fetched = False

    def stop(self) -> None:
        """Fetch no more; `run` returns when what is in flight has been handled and confirmed."""
        self._stopping.set()
        if self._fetching is not None:
            self._fetching.reschedule(asyncio.get_running_loop().time())

    async def run(self) -> None:
        """Receive and handle until `stop`.

        Raises:
            TelegramUnauthorizedError: the token is not valid, so that trying again is in vain.
        """
        offset: int | None = None
        patience = Patience(self._stopping)
        while not self._stopping.is_set():
            try:
                batch = await self._fetch_or_stop(offset)
            except TelegramUnauthorizedError:
                raise
            except AiogramError as error:
                await self._take_over(error)
                await patience.after(error)
                continue
            self._has_fetched = True
            patience.reset()
            if not await self._handle_all(batch.updates):
                return
            offset = batch.confirming
        await self._confirm(offset)

    async def _fetch_or_stop(self, offset: int | None) -> Batch:
        """Fetch, or return nothing as soon as the stop is wanted; what a cut fetch held comes again."""
        try:
            async with asyncio.timeout(None) as self._fetching:
                return await self._fetch(offset)
        except TimeoutError:
            return Batch((), offset)
        finally:
            self._fetching = None

    async def _fetch(self, offset: int | None) -> Batch:
        self._confirmed = offset
        method = GetUpdates(offset=offset, timeout=FETCH_SECONDS, allowed_updates=self._handling.types)
        try:
            updates = await self._bot(method, request_timeout=FETCH_SECONDS + 15)
        except ClientDecodeError as error:
            return self._read_one_by_one(error)
        return Batch(updates, updates[-1].update_id + 1 if updates else offset)

    def _read_one_by_one(self, error: ClientDecodeError) -> Batch:
        """Read what can be read of a batch with an update that this version does not know.

        Raises:
            ClientDecodeError: the answer was no list of updates at all.
        """
        raw = error.data.get("result") if isinstance(error.data, Mapping) else None
        if not isinstance(raw, list) or not raw:
            raise error
        updates = [update for each in raw if (update := self._handling.read(each)) is not None]
        return Batch(updates, max(each["update_id"] for each in raw) + 1)

    async def _take_over(self, error: AiogramError) -> None:
        """End the webhook of an earlier start; one that was set while this process polls is left alone."""
        if self._has_fetched or not isinstance(error, TelegramConflictError):
            return
        if _WEBHOOK_STANDS in error.message:
            # What waits at Telegram stays there and is fetched.
            with suppress(AiogramError):
                await self._bot(DeleteWebhook(drop_pending_updates=False))

    async def _handle_all(self, updates: Sequence[Update]) -> bool:
        """Handle a batch and say whether all of it is over."""
        async with asyncio.TaskGroup() as group:
            queues = [group.create_task(self._handle_in_order(queue)) for queue in _queues(updates)]
        return all(queue.result() for queue in queues)

    async def _handle_in_order(self, updates: Sequence[Update]) -> bool:
        for update in updates:
            patience = Patience(self._stopping)
            while not await self._handling.handle(update):
                if self._stopping.is_set():
                    return False
                await patience.wait()
        return True

    async def _confirm(self, offset: int | None) -> None:
        """Tell Telegram what has been handled, so that the next start does not get it again."""
        if offset == self._confirmed:
            return
        method = GetUpdates(offset=offset, limit=1, timeout=0, allowed_updates=self._handling.types)
        with suppress(AiogramError):
            await self._bot(method)


def _queues(updates: Sequence[Update]) -> Iterator[Sequence[Update]]:
    """Yield the updates of each chat in their order."""
    queues: defaultdict[int | str, list[Update]] = defaultdict(list)
    for update in updates:
        queues[queue_of(update)].append(update)
    yield from queues.values()
