"""What happens to an update however it came: read, handled within its time, and what becomes of its errors.

Separate from polling and webhook, which differ only in how they bring updates and confirm them (0003, 0024).
"""

import asyncio
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from pydantic import ValidationError

from bot.absence import is_away
from bot.buttons import AddPicturesButton
from bot.downloads import TAKING_SECONDS

SIDE_BY_SIDE = 50
"""How many updates of different chats are handled at once."""

HANDLING_SECONDS = 50
"""After that an update is given up, so that one that hangs does not stop everybody: before Telegram closes a
webhook's connection, after 60, and brings it again."""

FILE_SECONDS = TAKING_SECONDS + HANDLING_SECONDS
"""The same where pictures or files are to be taken: whatever they wait for ends before, with a word to the
person, while an update that is given up here is lost without one."""

_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=15, factor=2, jitter=0.1)

_log = structlog.get_logger()


class Handling:
    """Handles updates of one bot by its dispatcher, so many at a time."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, *, side_by_side: int = SIDE_BY_SIDE) -> None:
        self.bot = bot
        # aiogram-dialog's own updates exist only inside the process.
        self.types = dispatcher.resolve_used_update_types(skip_events={"aiogd_update"})
        self._dispatcher = dispatcher
        self._room = asyncio.Semaphore(side_by_side)

    def read(self, raw: dict[str, Any]) -> Update | None:
        """Return the update, or nothing where this version does not know its shape; that is logged."""
        try:
            return Update.model_validate(raw, context={"bot": self.bot})
        except ValidationError:
            _log.error("update_unreadable", update_id=raw.get("update_id"), fields=sorted(raw))
            return None

    async def handle(self, update: Update) -> bool:
        """Handle one update and say whether it is over; if not, it has to be handled again later.

        An error is logged and the update is over, so that it stops neither its chat nor the others; only
        what was not handled because database or Redis are away is not over.
        """
        async with self._room:
            try:
                async with asyncio.timeout(_limit_of(update)):
                    await self._dispatcher.feed_update(self.bot, update)
            except Exception as error:  # noqa: BLE001  (whatever it is, the next update must be handled)
                if is_away(error):
                    _log.warning("update_put_off", update_id=update.update_id, error=type(error).__name__)
                    return False
                _log.exception("update_failed", update_id=update.update_id)
        return True


class Patience:
    """Waits longer after each failure in a row, and not a moment longer than until the stop."""

    def __init__(self, stopping: asyncio.Event) -> None:
        self._stopping = stopping
        self._backoff = Backoff(_BACKOFF)

    def reset(self) -> None:
        """Begin with short pauses again: something has succeeded."""
        self._backoff.reset()

    async def after(self, error: AiogramError) -> None:
        """Wait before Telegram is asked again: as long as it says, or longer each time."""
        pause = error.retry_after if isinstance(error, TelegramRetryAfter) else None
        _log.warning("telegram_failed", error=type(error).__name__, method=_method_of(error))
        await self.wait(pause)

    async def wait(self, seconds: float | None = None) -> None:
        """Wait so long, or longer each time."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), next(self._backoff) if seconds is None else seconds)


def queue_of(update: Update) -> int | str:
    """Return whose turn an update waits for: its chat's; a press belongs to the person who pressed."""
    event = update.event
    person = getattr(event, "from_user", None)
    chat = getattr(event, "chat", None)
    # In a private chat the two are the same number, so presses and messages stay in order between them too.
    place = chat or person
    return place.id if place is not None else f"update {update.update_id}"


def _method_of(error: AiogramError) -> str:
    return type(getattr(error, "method", None)).__name__


def _limit_of(update: Update) -> float:
    message, press = update.message, update.callback_query
    brings_file = message is not None and (message.photo or message.document)
    adds_files = press is not None and (press.data or "").startswith(f"{AddPicturesButton.__prefix__}:")
    return FILE_SECONDS if brings_file or adds_files else HANDLING_SECONDS
