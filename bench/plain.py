"""The baseline of a tap: a bare aiogram-dialog window whose button counts, remembered in memory.

Separate from the real bot, of which it has nothing: no database, no languages, no guards.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from operator import itemgetter
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage, SimpleEventIsolation
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Button, Group, Select
from aiogram_dialog.widgets.text import Const, Format

from bench.telegram import TOKEN, People, QuietTelegram

COUNTER = "counter"
"""The id of the button that is pressed."""

_BUTTONS_IN_A_ROW = 3


class _Plain(StatesGroup):
    counting = State()


@asynccontextmanager
async def running(buttons: int) -> AsyncIterator[tuple[People, QuietTelegram]]:
    """Run a bot whose only window has as many buttons, one of them ``COUNTER``."""
    telegram = QuietTelegram()
    bot = Bot(TOKEN, session=telegram)
    isolation = SimpleEventIsolation()
    dispatcher = Dispatcher(storage=MemoryStorage(), events_isolation=isolation, buttons=buttons - 1)
    commands = Router()
    commands.message.register(_start, CommandStart())
    dispatcher.include_routers(commands, _dialog())
    setup_dialogs(dispatcher, events_isolation=isolation)
    await dispatcher.emit_startup(bot=bot, **dispatcher.workflow_data)
    try:
        yield People(bot, dispatcher), telegram
    finally:
        await dispatcher.emit_shutdown(bot=bot, **dispatcher.workflow_data)


def _dialog() -> Dialog:
    others: Select[str] = Select(
        Format("{item[0]}"), id="other", items="others", item_id_getter=itemgetter(1)
    )
    return Dialog(
        Window(
            Format("{text}"),
            Group(others, width=_BUTTONS_IN_A_ROW),
            Button(Const("+1"), id=COUNTER, on_click=_count),
            getter=_get,
            state=_Plain.counting,
        )
    )


async def _start(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(_Plain.counting, mode=StartMode.RESET_STACK)


async def _count(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    manager.dialog_data["count"] = manager.dialog_data.get("count", 0) + 1


async def _get(dialog_manager: DialogManager, buttons: int, **_: Any) -> dict[str, Any]:
    return {
        "text": f"pressed {dialog_manager.dialog_data.get('count', 0)} times",
        "others": [(str(number), number) for number in range(buttons)],
    }
