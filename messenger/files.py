"""Pictures: uploaded once, afterwards sent by the id under which Telegram has them (P5).

Separate because a second upload of the same bytes is slowed down by Telegram, and an id may stop being good.
"""

import asyncio
from weakref import WeakValueDictionary

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message

from core.usecases.browsing.pictures import get_file_id, keep_file_id, read_small
from core.usecases.services import Services

REFUSED_ID = (
    "wrong file identifier",
    "wrong remote file",
    "file reference",
    "wrong padding",
    "invalid file_id",
)
"""Telegram's words for an id that is not good (any longer); everything else is no fault of the id."""


class Pictures:
    """Sends pictures of the file store by one bot."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._uploads: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def send(
        self,
        bot: Bot,
        chat_id: int,
        *,
        akimat: str,
        digest: str,
        caption: str | None = None,
        keyboard: InlineKeyboardMarkup | None = None,
    ) -> Message:
        """Send the picture with this digest; the first of several senders uploads, the others wait for it.

        Raises:
            FileNotFoundError: the store has no such file.
        """
        lock = self._uploads.setdefault(digest, asyncio.Lock())
        async with lock:
            file_id = await get_file_id(self._services, akimat, bot_id=bot.id, digest=digest)
            if file_id is None:
                return await self._upload(bot, chat_id, akimat, digest, caption, keyboard)
        try:
            return await bot.send_photo(chat_id, file_id, caption=caption, reply_markup=keyboard)
        except TelegramBadRequest as error:
            if not any(words in error.message for words in REFUSED_ID):
                raise
        return await self._upload(bot, chat_id, akimat, digest, caption, keyboard)

    async def _upload(
        self,
        bot: Bot,
        chat_id: int,
        akimat: str,
        digest: str,
        caption: str | None,
        keyboard: InlineKeyboardMarkup | None,
    ) -> Message:
        content = await read_small(self._services, digest)
        file = BufferedInputFile(content, filename=f"{digest[:16]}.jpg")
        message = await bot.send_photo(chat_id, file, caption=caption, reply_markup=keyboard)
        if message.photo:
            file_id = message.photo[-1].file_id
            await keep_file_id(self._services, akimat, bot_id=bot.id, digest=digest, file_id=file_id)
        return message
