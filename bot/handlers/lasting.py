"""Presses of buttons that outlive their screens (`messenger.buttons`)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.navigation import open_screen
from messenger.buttons import GoButton


def build_router() -> Router:
    """Make the router."""
    router = Router(name="lasting")
    router.callback_query.register(go, GoButton.filter())
    return router


async def go(press: CallbackQuery, callback_data: GoButton, dialog_manager: DialogManager) -> None:
    """Open the screen to which the button leads."""
    await answer_press(press)
    await open_screen(dialog_manager, callback_data.to)
