"""What one person leaves in the chat of a telephone that others use next, to be taken away (K1, E2).

Separate because messages come from screens and raw handlers alike. Numbers of messages alone are kept: by one
process in memory, by several in Redis (`bot.shared_serving`).
"""

from collections import OrderedDict
from collections.abc import Collection
from contextlib import suppress
from typing import Any, Protocol

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import Message

MOST_CHATS = 1_000
"""Telephones with several people at once; the oldest one is forgotten first."""

MOST_MESSAGES = 100
"""Messages that one call of Telegram deletes."""


class ServedRecord(Protocol):
    """Numbers of messages in chats that are noted, known to one process or to all."""

    async def note(self, chat_id: int) -> None:
        """Begin to remember a chat, or go on."""
        ...

    async def add(self, chat_id: int, message_id: int) -> None:
        """Remember a message where its chat is noted."""
        ...

    async def list(self, chat_id: int) -> Collection[int]:
        """Return the messages that are remembered of a chat."""
        ...

    async def drop(self, chat_id: int, message_ids: Collection[int]) -> None:
        """Forget these messages; the chat stays noted."""
        ...

    async def forget(self, chat_id: int) -> None:
        """Remember nothing of a chat any more."""
        ...


class ProcessServed:
    """What one process remembers."""

    def __init__(self) -> None:
        self._sent: OrderedDict[int, set[int]] = OrderedDict()

    async def note(self, chat_id: int) -> None:
        """See `ServedRecord.note`."""
        self._sent.setdefault(chat_id, set())
        if len(self._sent) > MOST_CHATS:
            self._sent.popitem(last=False)

    async def add(self, chat_id: int, message_id: int) -> None:
        """See `ServedRecord.add`."""
        if chat_id in self._sent:
            self._sent[chat_id].add(message_id)

    async def list(self, chat_id: int) -> Collection[int]:
        """See `ServedRecord.list`."""
        return frozenset(self._sent.get(chat_id, ()))

    async def drop(self, chat_id: int, message_ids: Collection[int]) -> None:
        """See `ServedRecord.drop`."""
        if chat_id in self._sent:
            self._sent[chat_id].difference_update(message_ids)

    async def forget(self, chat_id: int) -> None:
        """See `ServedRecord.forget`."""
        self._sent.pop(chat_id, None)


class Served(BaseRequestMiddleware):
    """Remembers what was sent to telephones that several people use, from a code on."""

    def __init__(self, record: ServedRecord | None = None) -> None:
        """Remember in this process, or where ``record`` does."""
        self._record = record or ProcessServed()

    async def watch(self, bot: Bot) -> None:
        """See what the bot sends from now on."""
        bot.session.middleware(self)

    async def note(self, chat_id: int) -> None:
        """Remember from now on what is sent to a chat."""
        await self._record.note(chat_id)

    async def take(self, chat_id: int, message_id: int) -> None:
        """Remember what was typed, too: a number would tell which project somebody has looked at."""
        await self._record.add(chat_id, message_id)

    async def forget(self, chat_id: int) -> None:
        """Remember nothing of a chat any more."""
        await self._record.forget(chat_id)

    async def clear(self, bot: Bot, chat_id: int, *, keep: int | None) -> None:
        """Delete what was sent to a chat, but for the message ``keep``, which turns into the next screen.

        Forgotten only when it is gone: a process that ends in between leaves it to the next press.
        """
        sent = await self._record.list(chat_id)
        gone = sorted(set(sent) - {keep})
        for start in range(0, len(gone), MOST_MESSAGES):
            with suppress(TelegramBadRequest):
                await bot.delete_messages(chat_id, gone[start : start + MOST_MESSAGES])
        await self._record.drop(chat_id, sent)
        await self.note(chat_id)

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Make the request and remember the message that came of it."""
        made = await make_request(bot, method)
        if isinstance(made, Message):
            await self._record.add(made.chat.id, made.message_id)
        return made
