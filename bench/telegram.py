"""A Telegram that answers at once inside the process, and the updates of people who press buttons.

Separate from the sandbox, a server that would be measured too: here is left what the bot itself does.
"""

import json
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, GetMe, SendMessage, TelegramMethod
from aiogram.types import Chat, InlineKeyboardMarkup, Message, User

TOKEN = "1:bench"  # noqa: S105  (opens nothing)
_ME = User(id=1, is_bot=True, first_name="bench", username="bench_bot")
_MESSAGE_ID = 1
_THEN = datetime(2026, 11, 20, 6, tzinfo=UTC)

Shown = SendMessage | EditMessageText
"""A request that puts a screen on somebody's phone."""


class QuietTelegram(BaseSession):
    """Accepts everything and remembers each chat's last screen."""

    def __init__(self) -> None:
        super().__init__(json_dumps=partial(json.dumps, ensure_ascii=False, separators=(",", ":")))
        self.shown: dict[int, Shown] = {}

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ARG002
        """Answer as Telegram does to what was right."""
        match method:
            case SendMessage() | EditMessageText():
                chat_id = int(method.chat_id or 0)
                self.shown[chat_id] = method
                chat = Chat(id=chat_id, type="private")
                return Message(message_id=_MESSAGE_ID, date=_THEN, chat=chat, text="shown").as_(bot)
            case GetMe():
                return _ME
            case _:
                return True

    def buttons(self, chat_id: int) -> list[str]:
        """Return what the buttons of a chat's last screen send when they are pressed."""
        markup = self.shown[chat_id].reply_markup
        rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
        return [button.callback_data for row in rows for button in row if button.callback_data]

    async def close(self) -> None:
        """Do nothing: nothing is connected."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Give nothing: no file is fetched here."""
        yield b""


class People:
    """Those who write and press; every call returns when the bot has handled it."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._numbers = count(1)

    async def write(self, account_id: int, text: str) -> None:
        """Send a text; one that begins with a slash is a command."""
        command = {"type": "bot_command", "offset": 0, "length": len(text)}
        entities = [command] if text.startswith("/") else []
        await self._feed(message={**_message(account_id), "text": text, "entities": entities})

    async def press(self, account_id: int, data: str) -> None:
        """Press the button with this data under the last screen."""
        message = {**_message(account_id), "from": _ME.model_dump(exclude_none=True), "text": "shown"}
        press = {"id": "1", "from": _user(account_id), "chat_instance": "1", "message": message, "data": data}
        await self._feed(callback_query=press)

    async def _feed(self, **event: Any) -> None:
        await self._dispatcher.feed_raw_update(self._bot, {"update_id": next(self._numbers), **event})


def _message(account_id: int) -> dict[str, Any]:
    chat = {"id": account_id, "type": "private"}
    return {"message_id": _MESSAGE_ID, "date": 1, "chat": chat, "from": _user(account_id)}


def _user(account_id: int) -> dict[str, Any]:
    return {"id": account_id, "is_bot": False, "first_name": "A"}
