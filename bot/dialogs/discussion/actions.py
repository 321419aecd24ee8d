"""What presses and typed texts in the screens of proposals do; everything else is a lasting button."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs.discussion.getters import NOTE, TYPED
from bot.dialogs.discussion.opening import open_number
from bot.dialogs.whose import whose
from core.model.refusals import Refusal, refuse
from core.rules.browsing import read_number
from core.rules.discussion import ANSWER_AT_MOST, QUESTION_AT_MOST
from core.usecases.discussion.listing import ProposalOrder


async def look_up(message: Message, _input: Any, manager: DialogManager) -> None:
    """Open the proposal whose number was typed, or say that a number is wanted (D5)."""
    _, campaign_id, _ = whose(manager)
    number = read_number(message.text or "")
    if number is None:
        manager.middleware_data[NOTE] = True
        return
    await open_number(manager, campaign_id, number)


async def change_order(_press: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """List in the other order, from its first page."""
    order = ProposalOrder(button.widget_id.removeprefix("order_"))
    manager.dialog_data.update({"order": order.value, "page": 0})


async def begin_pages(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Show another list from its first page."""
    manager.dialog_data["page"] = 0


async def read_question(message: Message, _input: Any, manager: DialogManager) -> None:
    """Read the question back before it is sent (D6)."""
    _read_back(message, manager, QUESTION_AT_MOST)


async def read_answer(message: Message, _input: Any, manager: DialogManager) -> None:
    """Read the answer back before it is sent (D6)."""
    _read_back(message, manager, ANSWER_AT_MOST)


def _read_back(message: Message, manager: DialogManager, most: int) -> None:
    """Hand the text to the getter of this update; raise ``RuleViolation`` ``text-too-long``."""
    text = (message.text or "").strip()
    if len(text) > most:
        raise refuse(Refusal.TEXT_TOO_LONG, most=most, length=len(text))
    manager.middleware_data[TYPED] = text
