"""Presses of buttons that outlive their screens (`messenger.buttons`)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.navigation import open_screen, open_screen_there
from messenger.buttons import GoButton, GoThereButton


def build_router() -> Router:
    """Make the router."""
    router = Router(name="lasting")
    router.callback_query.register(go, GoButton.filter())
    router.callback_query.register(go_there, GoThereButton.filter())
    return router


async def go(press: CallbackQuery, callback_data: GoButton, dialog_manager: DialogManager) -> None:
    """Open the screen to which the button leads."""
    await answer_press(press)
    await open_screen(dialog_manager, callback_data.to)


async def go_there(press: CallbackQuery, callback_data: GoThereButton, dialog_manager: DialogManager) -> None:
    """Open the screen of the campaign that the button names, and say so where that becomes the place (P9)."""
    told = await open_screen_there(dialog_manager, callback_data)
    await answer_press(press, told, is_alert=bool(told))
