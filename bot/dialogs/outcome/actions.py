"""What presses in the windows of the outcome do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs import states
from bot.dialogs.entrance import require_place


async def begin(data: Any, manager: DialogManager) -> None:
    """Show the outcome that a notice told of, in whatever campaign; otherwise that of the own place (P9)."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
    else:
        await require_place(data, manager)


async def ask_territory(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Show the territories from their first page."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(states.Outcome.elsewhere)


async def choose_territory(
    _press: CallbackQuery, _select: Any, manager: DialogManager, territory: str
) -> None:
    """Show the outcome of another territory; the place stays as it is."""
    manager.dialog_data.update({"territory": territory, "page": 0})
    await manager.switch_to(states.Outcome.territory)
