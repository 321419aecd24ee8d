"""Filters for handlers, all async: aiogram runs each sync one in a thread, twenty times slower (P5)."""

from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, TelegramObject
from magic_filter import MagicFilter


class Magic(Filter):
    """Wraps a magic filter, so that ``Magic(F.contact)`` is asked without a thread."""

    def __init__(self, magic: MagicFilter) -> None:
        self._magic = magic

    async def __call__(self, event: TelegramObject) -> Any:
        """Return what the magic filter makes of the event; falsy means no."""
        return self._magic.resolve(event)


class InPrivate(Filter):
    """Lets through what comes from a person's own chat with the bot."""

    async def __call__(self, event: TelegramObject) -> bool:
        """Say whether the event's chat is private."""
        return chat_type(event) == ChatType.PRIVATE


class InGroup(Filter):
    """Lets through what comes from a group or a channel."""

    async def __call__(self, event: TelegramObject) -> bool:
        """Say whether the event's chat is shared by several people."""
        return chat_type(event) in {ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL}


def chat_type(event: TelegramObject) -> str | None:
    """Return the type of the chat in which an event happened, ``None`` outside of chats."""
    match event:
        case Message() | ChatMemberUpdated():
            return event.chat.type
        case CallbackQuery(message=message) if message is not None:
            return message.chat.type
        case _:
            return None
