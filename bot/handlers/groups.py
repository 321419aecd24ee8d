"""Groups and channels: the bot says where it can be found, and leaves (P1).

Separate because nothing of a campaign happens there: a choice, a phone or a code would be read by everybody.
"""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import ChatMemberUpdated, Message
from aiogram.utils.deep_linking import create_start_link

from bot.filters import InGroup
from core.language.locales import Locales
from core.model.language import Language


def build_router() -> Router:
    """Make the router."""
    router = Router(name="groups")
    router.message.register(leave, InGroup())
    router.my_chat_member.register(leave, InGroup())
    return router


async def leave(event: Message | ChatMemberUpdated, bot: Bot, locales: Locales) -> None:
    """Give the link to the private chat in both languages and leave; a closed group is left in silence."""
    link = await create_start_link(bot, "group")
    text = "\n\n".join(locales.words(language)("group-left", link=link) for language in Language)
    for step in (bot.send_message(event.chat.id, text), bot.leave_chat(event.chat.id)):
        with suppress(TelegramAPIError):
            await step
