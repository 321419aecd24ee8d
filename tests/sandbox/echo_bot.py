"""A tiny bot on aiogram, as any bot is written: proof that an ordinary client works with the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultUnion,
    InputTextMessageContent,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox.client import Sandbox

QUESTION = "<b>Сәлем!</b> Жалғастырамыз ба?"


def buttons(*labels: str) -> InlineKeyboardMarkup:
    """One row of inline buttons whose data are their labels."""
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label) for label in labels]]
    )


async def greet(message: Message) -> None:
    """/start: a question with two answers."""
    await message.answer(QUESTION, parse_mode="HTML", reply_markup=buttons("Иә", "Жоқ"))


async def choose(query: CallbackQuery, bot: Bot) -> None:
    """A tapped answer: yes asks for the phone, no is an alert."""
    if query.data == "Жоқ":
        await query.answer("Өкінішті", show_alert=True)
        return
    await query.answer("Жақсы")
    assert isinstance(query.message, Message)
    await query.message.edit_text("Келістік", reply_markup=buttons("Тағы"))
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Нөмірім", request_contact=True)]])
    await bot.send_message(query.from_user.id, "Нөміріңіз?", reply_markup=keyboard)


async def offer(query: InlineQuery) -> None:
    """An inline query: cards named after what was asked, two a page, each with a link to the bot."""
    page = int(query.offset or 1)
    titles = [f"{query.query} {number}" for number in (2 * page - 1, 2 * page)]
    results: list[InlineQueryResultUnion] = [
        InlineQueryResultArticle(
            id=title,
            title=title,
            description="Абай, 44",
            input_message_content=InputTextMessageContent(message_text=f"Жоба: {title}"),
            reply_markup=InlineKeyboardMarkup(
                inline_keyboard=[
                    [
                        InlineKeyboardButton(
                            text="Толығырақ", url=f"https://t.me/qatysu_demo_bot?start=p{page}"
                        )
                    ]
                ]
            ),
        )
        for title in titles
    ]
    await query.answer(results, cache_time=0, next_offset=str(page + 1) if page == 1 else "")


async def echo(message: Message, bot: Bot) -> None:
    """Anything else comes back: a photo as a new upload and again by its id, a contact as its number."""
    if message.contact is not None:
        await message.answer(message.contact.phone_number, reply_markup=ReplyKeyboardRemove())
    elif message.location is not None:
        place = [[KeyboardButton(text="Осы жердемін", request_location=True)]]
        await message.answer_location(message.location.latitude, message.location.longitude)
        await message.answer("Тағы?", reply_markup=ReplyKeyboardMarkup(keyboard=place))
    elif message.photo:
        content = await bot.download(message.photo[-1])
        assert content is not None
        sent = await message.answer_photo(BufferedInputFile(content.read(), "back.jpg"), caption="Міне")
        assert sent.photo is not None
        await message.answer_photo(sent.photo[0].file_id)
    else:
        await message.answer(f"{message.text}?")


@asynccontextmanager
async def running_bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """The bot, polling as aiogram does by default, until the block ends."""
    bot = Bot(sandbox.token, session=AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))
    await bot.set_my_commands([BotCommand(command="start", description="Басынан бастау")])
    dispatcher = Dispatcher()
    dispatcher.message.register(greet, CommandStart())
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(choose)
    dispatcher.inline_query.register(offer)
    async with asyncio.TaskGroup() as group:
        group.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
        await sandbox.idle()
        yield bot
        await dispatcher.stop_polling()
    await bot.session.close()
