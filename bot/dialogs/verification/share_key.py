"""A key in the place of the keyboard, for a number or a place: there for one screen, taken away entirely.

Separate because a reply keyboard belongs to a message of its own, which aiogram-dialog knows nothing of.
"""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove
from aiogram_dialog import DialogManager

from bot.dialogs import states
from core.language.locales import Words

_KEY_MESSAGE = "key_message"
_WITH_KEYS = frozenset({states.Verification, states.Proposal})


async def put_phone(manager: DialogManager) -> None:
    """Put the key that shares the own number in the place of the keyboard."""
    _, _, words = _where(manager)
    key = KeyboardButton(text=words("button-verification-share"), request_contact=True)
    await put(manager, key, words("verification-phone-key"))


async def put(manager: DialogManager, key: KeyboardButton, prompt: str) -> None:
    """Put a key in the place of the keyboard, with the message ``prompt`` that brings it."""
    bot, chat_id, _ = _where(manager)
    await take_away(manager)
    markup = ReplyKeyboardMarkup(keyboard=[[key]], resize_keyboard=True, one_time_keyboard=True)
    message = await bot.send_message(chat_id, prompt, reply_markup=markup)
    manager.dialog_data[_KEY_MESSAGE] = message.message_id


async def take_away(manager: DialogManager, shared: Message | None = None) -> None:
    """Take the key and its message away; ``shared`` is what it sent, which answers that message."""
    bot, chat_id, words = _where(manager)
    message_ids = {each for each in (_kept(manager), _answered(shared)) if each is not None}
    if not message_ids:
        return
    # Only a new message can take a keyboard away; it leaves together with the one that brought it.
    gone = await bot.send_message(
        chat_id, words("verification-key-removed"), reply_markup=ReplyKeyboardRemove()
    )
    with suppress(TelegramBadRequest):
        await bot.delete_messages(chat_id, [*message_ids, gone.message_id])


def _kept(manager: DialogManager) -> int | None:
    if not manager.has_context() or manager.current_context().state.group not in _WITH_KEYS:
        return None
    kept: int | None = manager.dialog_data.pop(_KEY_MESSAGE, None)
    return kept


def _answered(shared: Message | None) -> int | None:
    return shared.reply_to_message.message_id if shared and shared.reply_to_message else None


def _where(manager: DialogManager) -> tuple[Bot, int, Words]:
    data = manager.middleware_data
    return data["bot"], data["event_chat"].id, data["words"]
