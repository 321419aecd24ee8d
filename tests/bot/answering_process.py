"""A bot as a process of its own that answers slowly: `python -m tests.bot.answering_process URL TOKEN`."""

import asyncio
import sys

from aiogram import Dispatcher
from aiogram.types import Message

from bot.handling import Handling
from bot.polling import Polling
from messenger.client import make_answering_bot
from messenger.pace import ProcessPace

SECONDS = 0.15


async def answer(message: Message) -> None:
    """Answer after a while, so that a kill finds much in flight."""
    await asyncio.sleep(SECONDS)
    await message.answer(f"got {message.text}")


async def main(url: str, token: str) -> None:
    """Poll until killed."""
    bot = make_answering_bot(token, url, ProcessPace(1000))
    dispatcher = Dispatcher()
    dispatcher.message.register(answer)
    await Polling(Handling(bot, dispatcher)).run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
