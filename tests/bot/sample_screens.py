"""Screens as small as they can be, for what happens around screens: guards, errors, stale buttons."""

import asyncio
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Const, Format

from bot.dialogs import states
from bot.middlewares import see_again
from bot.screen import Screen, ScreenOutdated
from core.model.language import Language
from core.model.refusals import Reason, Refusal, RuleViolation, refuse
from core.usecases.place import account
from core.usecases.services import Services

SECRET = "what the person wrote"


def build_screens() -> list[Router]:
    """Make commands and three dialogs."""
    commands = Router(name="sample-commands")
    commands.message.register(start, CommandStart())
    commands.message.register(be_refused, Command("refuse"))
    commands.message.register(break_down, Command("break"))
    commands.message.register(ask, Command("ask"))
    commands.message.register(answer_slowly, Command("slow"))
    return [commands, _home(), _verification(), _outcome()]


async def start(message: Message, dialog_manager: DialogManager, services: Services) -> None:
    """Open the home screen and come back into reach."""
    await account.come_back(services, message.chat.id)
    await dialog_manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def ask(_message: Message, dialog_manager: DialogManager) -> None:
    """Open the screen that awaits a text."""
    await dialog_manager.start(states.Verification.ways, mode=StartMode.RESET_STACK)


async def be_refused(_message: Message) -> None:
    """Be refused for two reasons."""
    raise RuleViolation(
        Reason(refusal=Refusal.PROJECT_UNKNOWN, facts={"number": 7}),
        Reason(refusal=Refusal.TERRITORY_UNKNOWN),
    )


async def break_down(message: Message) -> None:
    """Fail with an error that quotes the person."""
    raise ValueError(f"{SECRET}: {message.text}")


async def answer_slowly(message: Message) -> None:
    """Answer after half a second, when the person may be gone."""
    await asyncio.sleep(0.5)
    await message.answer("at last")


def _home() -> Screen:
    return Screen(
        Window(
            Format("home {dialog_data[count]} {words.language}"),
            Button(Const("count"), id="count", on_click=_count),
            Button(Const("refused"), id="refused", on_click=_be_refused),
            Button(Const("refused late"), id="late", on_click=_be_refused_late),
            Button(Const("outdated"), id="outdated", on_click=_be_outdated),
            Button(Const("russian"), id="russian", on_click=_speak_russian),
            state=states.Home.now,
            getter=_counted,
        )
    )


async def _counted(dialog_manager: DialogManager, **data: Any) -> dict[str, Any]:
    dialog_manager.dialog_data.setdefault("count", 0)
    return {"dialog_data": dialog_manager.dialog_data, "words": data["words"]}


async def _count(_press: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["count"] += 1


async def _be_refused(_press: CallbackQuery, _button: Button, _manager: DialogManager) -> None:
    raise refuse(Refusal.PROJECT_UNKNOWN, number=7)


async def _be_refused_late(press: CallbackQuery, _button: Button, _manager: DialogManager) -> None:
    await press.answer()
    raise refuse(Refusal.PROJECT_UNKNOWN, number=7)


async def _be_outdated(_press: CallbackQuery, _button: Button, _manager: DialogManager) -> None:
    raise ScreenOutdated


async def _speak_russian(press: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    services: Services = manager.middleware_data["services"]
    await account.choose_language(services, press.from_user.id, Language.RUSSIAN)
    await see_again(manager)


def _verification() -> Screen:
    return Screen(
        Window(
            Format("verification {dialog_data[typed]}"),
            MessageInput(_take, content_types=["text"]),
            state=states.Verification.ways,
            getter=_typed,
        )
    )


async def _typed(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    dialog_manager.dialog_data.setdefault("typed", "")
    return {"dialog_data": dialog_manager.dialog_data}


async def _take(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    manager.dialog_data["typed"] = message.text


def _outcome() -> Screen:
    return Screen(Window(Const("outcome"), state=states.Outcome.territory))
