"""The clients of the Bot API: whom a 429 stops, who tries again, and what every message has."""

import asyncio
import json

import pytest
from aiogram.exceptions import TelegramRetryAfter

from messenger.client import make_answering_bot, make_notifying_bot
from messenger.pace import ProcessPace
from tests.support.telegram_stub import retry_after, running_stub

TOKEN = "4242424242:only-for-this-test"


async def test_an_answer_waits_out_a_limit_and_is_sent() -> None:
    """An answer that meets a 429 is sent after its end, once; announcements are slower from then on [G3]."""
    pace = ProcessPace(40)
    async with running_stub() as stub:
        stub.prepare("sendMessage", 429, **retry_after(1))
        bot = make_answering_bot(TOKEN, stub.url, pace)
        began = asyncio.get_running_loop().time()
        message = await bot.send_message(1, "сәлем")
        await bot.session.close()
    assert message.message_id == 1
    assert asyncio.get_running_loop().time() - began >= 1
    assert len(stub.calls("sendMessage")) == 2
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(pace.bulk(chat) for chat in range(20)))
    assert asyncio.get_running_loop().time() - began > 18 / 20, "half of forty a second"


async def test_a_limit_of_one_client_freezes_the_other() -> None:
    """The 429 that a notice met holds back answers too: it is the token that is limited [G3]."""
    async with running_stub() as stub:
        stub.prepare("sendMessage", 429, **retry_after(1))
        pace = ProcessPace(1000)
        notifying, answering = (
            make(TOKEN, stub.url, pace) for make in (make_notifying_bot, make_answering_bot)
        )
        stub.prepare("answerCallbackQuery", 200, result=True)
        with pytest.raises(TelegramRetryAfter):
            await notifying.send_message(1, "хабар")
        began = asyncio.get_running_loop().time()
        await answering.answer_callback_query("1")
        assert asyncio.get_running_loop().time() - began < 0.8, "answering a press has no limit"
        await answering.send_message(2, "жауап")
        assert asyncio.get_running_loop().time() - began > 0.8
        await notifying.session.close()
        await answering.session.close()


async def test_a_long_limit_fails_the_answer_instead_of_hanging() -> None:
    """Nobody is kept waiting for minutes: the answer fails, and its update is over [G3]."""
    async with running_stub() as stub:
        stub.prepare("sendMessage", 429, **retry_after(300))
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(1, "сәлем")
        await bot.session.close()


async def test_a_limit_of_setting_a_webhook_is_nobody_elses() -> None:
    """Setting a webhook may be tried once a second; that silences nobody who answers people [G3]."""
    async with running_stub() as stub:
        stub.prepare("setWebhook", 429, **retry_after(60))
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        with pytest.raises(TelegramRetryAfter):
            await bot.set_webhook("https://example.kz")
        message = await bot.send_message(1, "сәлем")
        await bot.session.close()
    assert message.message_id == 1
    assert len(stub.calls("setWebhook")) == 1


async def test_messages_are_html_without_previews() -> None:
    """Every message is read as HTML and loads no preview of a link [P5]."""
    async with running_stub() as stub:
        bot = make_answering_bot(TOKEN, stub.url, ProcessPace(1000))
        await bot.send_message(1, "https://example.kz")
        await bot.session.close()
    sent = stub.calls("sendMessage")[0]
    assert sent["parse_mode"] == "HTML"
    assert json.loads(sent["link_preview_options"]) == {"is_disabled": True}
    assert "disable_web_page_preview" not in sent
