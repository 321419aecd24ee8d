"""What a typed appeal does: it is read back, and nothing is filed before its author has seen it (B6)."""

from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.discussion.getters import TYPED
from core.rules.appeal import appeal_text_verdict


async def read_appeal(message: Message, _input: Any, manager: DialogManager) -> None:
    """Hand the words to the getter of this update; raise ``RuleViolation`` with what stands against them."""
    text = (message.text or "").strip()
    appeal_text_verdict(text).enforce()
    manager.middleware_data[TYPED] = text
