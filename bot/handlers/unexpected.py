"""Whatever no screen and no command asked for gets an answer that helps; this router comes last."""

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from bot.screen import ScreenOutdated
from core.language.locales import Words
from messenger.buttons import Destination, keyboard

_KINDS = {
    ContentType.STICKER: "sticker",
    ContentType.ANIMATION: "sticker",
    ContentType.DICE: "sticker",
    ContentType.VOICE: "voice",
    ContentType.VIDEO_NOTE: "voice",
    ContentType.AUDIO: "voice",
    ContentType.PHOTO: "file",
    ContentType.VIDEO: "file",
    ContentType.DOCUMENT: "file",
    ContentType.CONTACT: "contact",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "location",
}
UNEXPECTED_TEXTS = tuple(
    f"unexpected-{kind}" for kind in (*sorted(set(_KINDS.values())), "other", "command", "letter", "text")
)

_LONG = 200  # characters after which a text is a letter and no search


def build_router() -> Router:
    """Make the router."""
    router = Router(name="unexpected")
    router.message.register(answer_message)
    router.edited_message.register(answer_edit)
    router.callback_query.register(answer_press)
    return router


async def answer_message(message: Message, words: Words) -> None:
    """Say what the bot can do with it, or what to send instead."""
    text = words(f"unexpected-{kind_of(message)}")
    await message.answer(text, reply_markup=keyboard(words, Destination.HOME))


async def answer_edit(message: Message, words: Words) -> None:
    """Say that what was edited is to be sent anew."""
    await message.answer(words("unexpected-edit"), reply_markup=keyboard(words, Destination.HOME))


async def answer_press(_press: CallbackQuery) -> None:
    """Treat a button that nobody knows as one of an older version."""
    raise ScreenOutdated


def kind_of(message: Message) -> str:
    """Return the last part of the text's key for what was sent."""
    if message.text is None:
        return _KINDS.get(ContentType(message.content_type), "other")
    if message.text.startswith("/"):
        return "command"
    return "letter" if len(message.text) > _LONG else "text"
