"""Answers outside of screens: to a press by an alert where it fits, else by a message.

Separate because refusals, errors and guards answer alike, and Telegram's limits of it stand here once.
"""

from contextlib import suppress

from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, Chat, InlineKeyboardMarkup, Message, Update

from core.language.markup import plain

ALERT_LENGTH = 200
"""Telegram's limit for what a press is answered with, in characters."""

_TOO_LATE = "query is too old"


async def answer_press(press: CallbackQuery, text: str = "", *, is_alert: bool = False) -> bool:
    """Answer a press, with a text that is shown to the person if any, and say whether it was still open.

    A press can be answered once; one that expired or was answered before is no error.
    """
    try:
        return await press.answer(text[:ALERT_LENGTH] or None, show_alert=is_alert)
    except TelegramBadRequest as error:
        if _TOO_LATE not in error.message:
            raise
    return False


async def tell(update: Update, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Tell the person behind ``update`` something in their own chat; elsewhere nothing is said.

    A press is answered by an alert when ``text`` fits into one, otherwise quietly and by a message, as is
    a press that has been answered before.
    """
    press = update.callback_query
    if press is not None:
        is_short = len(plain(text)) <= ALERT_LENGTH
        is_told = await answer_press(press, plain(text) if is_short else "", is_alert=is_short)
        if is_told and is_short:
            return
    chat = chat_of(update)
    if chat is not None and chat.type == ChatType.PRIVATE and update.bot is not None:
        # Whoever has blocked the bot meanwhile is told by Telegram itself (`bot.handlers.reachability`).
        with suppress(TelegramForbiddenError):
            await update.bot.send_message(chat.id, text, reply_markup=keyboard)


def chat_of(update: Update) -> Chat | None:
    """Return the chat in which an update happened."""
    event = update.event
    place = event.message if isinstance(event, CallbackQuery) else event
    chat: Chat | None = getattr(place, "chat", None)
    return chat


async def delete(message: Message) -> bool:
    """Delete a person's message and say whether it is gone: Telegram deletes none older than 48 hours."""
    with suppress(TelegramBadRequest):
        return await message.delete()
    return False
