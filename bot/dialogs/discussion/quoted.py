"""The text that a message of ours reads back in a quotation: what is sent is what the person has seen (D6).

Separate because the chat itself keeps what was typed until it is sent: no screen's state holds it, a restart
loses nothing, and nobody can write into the bot's own message.
"""

from aiogram.enums import MessageEntityType
from aiogram.types import CallbackQuery, Message

from bot.screen import ScreenOutdated


def require_quoted(press: CallbackQuery) -> str:
    """Return the quotation in the message under which was pressed; raise ``ScreenOutdated`` without one."""
    message = press.message
    if isinstance(message, Message):
        for entity in message.entities or ():
            if entity.type == MessageEntityType.BLOCKQUOTE:
                return entity.extract_from(message.text or "")
    raise ScreenOutdated
