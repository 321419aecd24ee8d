"""A webhook of ours in the test's own process, and what Telegram brings to it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from io import BytesIO
from typing import Any

import aiohttp
from aiogram import Dispatcher
from aiogram.types import Message

from bot.handling import Handling
from bot.subscribing import Subscription
from bot.turns import ProcessTurns, Turns
from bot.webhook import SECRET_HEADER, Webhook
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace
from tests.support.telegram_stub import running_stub
from tests.support.waiting import until

TOKEN = "4242424242:only-for-this-test"
SECRET = "known-to-telegram-alone"
PATH = "/telegram"
ADDRESS = f"https://example.kz{PATH}"


class Receiver:
    """A running webhook, and Telegram's side of it."""

    def __init__(self, webhook: Webhook, http: aiohttp.ClientSession) -> None:
        self.webhook = webhook
        self.http = http

    @property
    def url(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.webhook.port}"

    async def bring(self, update: Any, secret: str | None = SECRET, path: str = PATH) -> int:
        """Post an update as Telegram does, or anything else, and return the status."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        how: dict[str, Any] = {"data": BytesIO(update)} if isinstance(update, bytes) else {"json": update}
        async with self.http.post(self.url + path, headers=headers, **how) as answer:
            assert len(await answer.read()) < 100
            return answer.status


@asynccontextmanager
async def receiving(dispatcher: Dispatcher, turns: Turns | None = None) -> AsyncIterator[Receiver]:
    """Serve until the block ends; it stops as a process does."""
    turns = turns or ProcessTurns()
    async with AsyncExitStack() as stack:
        stub = await stack.enter_async_context(running_stub())
        info = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        stub.prepare("getWebhookInfo", 200, result=info)
        stub.prepare("setWebhook", 200, result=True)
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        stack.push_async_callback(bot.session.close)
        subscription = Subscription(bot, turns, ADDRESS, SECRET)
        webhook = Webhook(Handling(bot, dispatcher), turns, subscription, "127.0.0.1:0")
        http = await stack.enter_async_context(aiohttp.ClientSession())
        async with asyncio.TaskGroup() as group:
            group.create_task(webhook.run())
            await until(lambda: bool(stub.calls("setWebhook")))
            yield Receiver(webhook, http)
            webhook.stop()


def handled_by(handle: Callable[[Message], Awaitable[None]]) -> Dispatcher:
    """Return a dispatcher that hands every message to ``handle``."""
    dispatcher = Dispatcher()
    dispatcher.message.register(handle)
    return dispatcher


def update(number: int, chat: int = 1) -> dict[str, Any]:
    """Return a message as Telegram brings it."""
    return {"update_id": number, "message": _message(number, chat)}


def press(number: int) -> dict[str, Any]:
    """Return a press of person 1 as Telegram brings it."""
    person = {"id": 1, "is_bot": False, "first_name": "A"}
    pressed = {"id": "1", "from": person, "chat_instance": "1", "data": f"press {number}"}
    return {"update_id": number, "callback_query": pressed | {"message": _message(number, 1)}}


def _message(number: int, chat: int) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "A"}
    place = {"id": chat, "type": "private"}
    return {"message_id": number, "date": 1, "chat": place, "from": person, "text": f"text {number}"}
