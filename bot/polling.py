"""Receives updates so that none is lost: the next fetch, which confirms, waits for all that came before.

Separate from aiogram's polling, which confirms a batch while it is still being handled (docs/decisions/0003).
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from pydantic import ValidationError

from bot.buttons import AddPicturesButton
from bot.downloads import TAKING_SECONDS

SIDE_BY_SIDE = 50
"""How many chats are answered at once."""

FETCH_SECONDS = 30
"""How long Telegram may hold a fetch when there is nothing to tell."""

HANDLING_SECONDS = 60
"""After that an update is given up, so that one that hangs does not stop everybody."""

FILE_SECONDS = TAKING_SECONDS + HANDLING_SECONDS
"""The same where pictures or files are to be taken: whatever they wait for ends before, with a word to the
person, while an update that is given up here is lost without one."""

_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=15, factor=2, jitter=0.1)

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Batch:
    """Updates that came together, and the offset that confirms them."""

    updates: Sequence[Update]
    confirming: int | None


class Polling:
    """Long polling of one bot: each chat in its order, chats side by side."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, *, side_by_side: int = SIDE_BY_SIDE) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._room = asyncio.Semaphore(side_by_side)
        self._stopping = asyncio.Event()
        self._fetching: asyncio.Timeout | None = None
        self._confirmed: int | None = None
        # aiogram-dialog's own updates exist only inside the process.
        self._types = dispatcher.resolve_used_update_types(skip_events={"aiogd_update"})

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
        backoff = Backoff(_BACKOFF)
        while not self._stopping.is_set():
            try:
                batch = await self._fetch_or_stop(offset)
            except TelegramUnauthorizedError:
                raise
            except AiogramError as error:
                await self._hold(error, backoff)
                continue
            backoff.reset()
            await self._handle_all(batch.updates)
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
        method = GetUpdates(offset=offset, timeout=FETCH_SECONDS, allowed_updates=self._types)
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
        updates = []
        for each in raw:
            try:
                updates.append(Update.model_validate(each, context={"bot": self._bot}))
            except ValidationError:
                _log.error("update_unreadable", update_id=each.get("update_id"), fields=sorted(each))
        return Batch(updates, max(each["update_id"] for each in raw) + 1)

    async def _handle_all(self, updates: Sequence[Update]) -> None:
        async with asyncio.TaskGroup() as group:
            for queue in _queues(updates):
                group.create_task(self._handle_in_order(queue))

    async def _handle_in_order(self, updates: Sequence[Update]) -> None:
        async with self._room:
            for update in updates:
                await self._handle(update)

    async def _handle(self, update: Update) -> None:
        """Handle one update; an error is logged, so that it stops neither its chat nor the others."""
        try:
            async with asyncio.timeout(_limit_of(update)):
                await self._dispatcher.feed_update(self._bot, update)
        except Exception:  # noqa: BLE001  (whatever it is, the next update must be handled)
            _log.exception("update_failed", update_id=update.update_id)

    async def _hold(self, error: AiogramError, backoff: Backoff) -> None:
        """Wait before the next fetch: as long as Telegram says, or longer each time."""
        delay = error.retry_after if isinstance(error, TelegramRetryAfter) else next(backoff)
        _log.warning("fetch_failed", error=type(error).__name__, delay=round(delay, 1))
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), delay)

    async def _confirm(self, offset: int | None) -> None:
        """Tell Telegram what has been handled, so that the next start does not get it again."""
        if offset == self._confirmed:
            return
        with suppress(AiogramError):
            await self._bot(GetUpdates(offset=offset, limit=1, timeout=0, allowed_updates=self._types))


def _limit_of(update: Update) -> float:
    message, press = update.message, update.callback_query
    brings_file = message is not None and (message.photo or message.document)
    adds_files = press is not None and (press.data or "").startswith(f"{AddPicturesButton.__prefix__}:")
    return FILE_SECONDS if brings_file or adds_files else HANDLING_SECONDS


def _queues(updates: Sequence[Update]) -> Iterator[Sequence[Update]]:
    """Yield the updates of each chat in their order; a press belongs to the person who pressed."""
    queues: defaultdict[Any, list[Update]] = defaultdict(list)
    for update in updates:
        queues[_queue_of(update)].append(update)
    yield from queues.values()


def _queue_of(update: Update) -> int | str:
    event = update.event
    person = getattr(event, "from_user", None)
    chat = getattr(event, "chat", None)
    # In a private chat the two are the same number, so presses and messages stay in order between them too.
    place = chat or person
    return place.id if place is not None else f"update {update.update_id}"
