"""An aiogram bot behind a webhook: the same conversation as by polling, and answers that call methods."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramConflictError
from aiogram.filters import CommandStart
from aiogram.methods import SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from sandbox.client import Sandbox
from sandbox.running import RunningSandbox
from sandbox.server import HOST, run_app
from sandbox.timing import Timing
from tests.sandbox.conftest import PEOPLE, picture
from tests.sandbox.echo_bot import choose, echo, greet
from tests.sandbox.test_aiogram import talk

SECRET = "a-secret"


async def answer_inside(message: Message) -> TelegramMethod[Message]:
    """An answer that goes out as the answer to the webhook."""
    upload = BufferedInputFile(picture(), "a.png")
    return SendPhoto(chat_id=message.chat.id, photo=upload, caption="<b>Міне</b>", parse_mode="HTML")


@asynccontextmanager
async def hooked_bot(sandbox: Sandbox, dispatcher: Dispatcher) -> AsyncIterator[Bot]:
    """The bot behind a webhook on a free port until the block ends."""
    bot = Bot(sandbox.token, session=AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=SECRET).register(
        app, "/hook"
    )
    runner, port = await run_app(app, 0)
    await bot.set_webhook(f"http://{HOST}:{port}/hook", secret_token=SECRET)
    yield bot
    await bot.delete_webhook()
    await runner.cleanup()
    await bot.session.close()


async def test_an_aiogram_bot_talks_behind_a_webhook() -> None:
    """The conversation is the same as by polling, and idle is exact without a settling time [N1]."""
    dispatcher = Dispatcher()
    dispatcher.message.register(greet, CommandStart())
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(choose)
    async with RunningSandbox(people=PEOPLE) as sandbox, hooked_bot(sandbox, dispatcher) as bot:
        await talk(sandbox.person(1001))
        with pytest.raises(TelegramConflictError, match="can't use getUpdates"):
            await bot.get_updates()
        info = await bot.get_webhook_info()
        assert (info.pending_update_count, info.last_error_message) == (0, None)
        assert {call["status"] for call in await sandbox.calls()} == {200, 409}


async def test_an_aiogram_handler_answers_inside_the_webhook() -> None:
    """What a handler returns is executed by Telegram, an upload included [N1]."""
    dispatcher = Dispatcher()
    dispatcher.message.register(answer_inside)
    async with RunningSandbox(people=PEOPLE) as sandbox, hooked_bot(sandbox, dispatcher):
        view = await sandbox.person(1001).start()
        assert (view.text, view.last["kind"]) == ("Міне", "photo")


async def test_a_wrong_secret_is_retried() -> None:
    """A bot that refuses the secret gets the update again until the right one is set [N1]."""
    dispatcher = Dispatcher()
    dispatcher.message.register(greet)
    timing = Timing(retry_base=0.001, set_webhook_pause=0)
    async with (
        RunningSandbox(people=PEOPLE, timing=timing) as sandbox,
        hooked_bot(sandbox, dispatcher) as bot,
    ):
        url = (await bot.get_webhook_info()).url
        await bot.set_webhook(url, secret_token=SECRET + "-old")
        await sandbox.person(1001).start(wait=False)
        assert await sandbox.world.changed.wait_for(lambda: sandbox.world.webhooks.is_failing, 10)
        error = (await bot.get_webhook_info()).last_error_message
        assert error == "Wrong response from the webhook: 401 Unauthorized"
        await bot.set_webhook(url, secret_token=SECRET)
        await sandbox.idle()
        assert len((await sandbox.person(1001).chat()).messages) == 2
