"""What one person leaves in the chat of a telephone that others use next, to be taken away (K1, E2).

Separate because messages come from screens and raw handlers alike; kept in memory, since it is gone with the
person. What a restart forgets stays in the chat: a card at most, never a receipt that was put away.
"""

from collections import OrderedDict
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import Message

MOST_CHATS = 1_000
"""Telephones with several people at once; the oldest one is forgotten first."""

MOST_MESSAGES = 100
"""Messages that one call of Telegram deletes."""


class Served(BaseRequestMiddleware):
    """Remembers what was sent to telephones that several people use, from a code on."""

    def __init__(self) -> None:
        """Begin with none."""
        self._sent: OrderedDict[int, set[int]] = OrderedDict()

    async def watch(self, bot: Bot) -> None:
        """See what the bot sends from now on."""
        bot.session.middleware(self)

    def note(self, chat_id: int) -> None:
        """Remember from now on what is sent to a chat."""
        self._sent.setdefault(chat_id, set())
        if len(self._sent) > MOST_CHATS:
            self._sent.popitem(last=False)

    def take(self, chat_id: int, message_id: int) -> None:
        """Remember what was typed, too: a number would tell which project somebody has looked at."""
        if chat_id in self._sent:
            self._sent[chat_id].add(message_id)

    def forget(self, chat_id: int) -> None:
        """Remember nothing of a chat any more."""
        self._sent.pop(chat_id, None)

    async def clear(self, bot: Bot, chat_id: int, *, keep: int | None) -> None:
        """Delete what was sent to a chat, but for the message ``keep``, which turns into the next screen."""
        sent = sorted(self._sent.pop(chat_id, set()) - {keep})
        self.note(chat_id)
        for start in range(0, len(sent), MOST_MESSAGES):
            with suppress(TelegramBadRequest):
                await bot.delete_messages(chat_id, sent[start : start + MOST_MESSAGES])

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        """Make the request and remember the message that came of it."""
        made = await make_request(bot, method)
        if isinstance(made, Message) and made.chat.id in self._sent:
            self._sent[made.chat.id].add(made.message_id)
        return made
