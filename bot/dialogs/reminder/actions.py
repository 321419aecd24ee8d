"""What a press in the window of reminders does."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from core.model.reminder import ReminderManner
from core.model.viewer import Viewer
from core.usecases.announcement.wishes import set_announced
from core.usecases.reminder.manner import set_manner
from core.usecases.services import Services


async def choose(_press: CallbackQuery, _select: Any, manager: DialogManager, chosen: str) -> None:
    """Keep the way that was chosen; the window shows it anew."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    await set_manner(services, viewer.account_id, ReminderManner(chosen))


async def want_announcements(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Let announcements come again; the button goes with the wish (G2)."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    await set_announced(services, viewer.account_id, is_announced=True)
