"""The gate before a telephone that serves others: nothing of its owner's passes, whatever is pressed (K1).

Separate from the screens, because a button of last month and a command bar no less than a screen.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import remove_intent_id

from bot.answers import answer_press, delete, tell
from bot.dialogs import states
from bot.dialogs.helper.actions import clear
from bot.middlewares import see_again
from bot.serving import Served
from core.model.viewer import Viewer
from core.usecases.helper.mode import stop_helping
from core.usecases.services import Services

_COMMANDS = frozenset({"projects", "myvote", "rules", "help", "language", "helper"})
_SCREENS = frozenset({states.Helper, states.Browsing, states.Voting, states.Guide})
_STATES = frozenset({states.Place.language.state, states.Privacy.consent.state, states.Privacy.details.state})
_PRESSES = frozenset(
    {"list", "card", "pictures", "qr", "vote", "wish", "cast", "below", "go", "served", "next", "speak"}
)
"""What a person who is served may use: projects, the vote and its receipt, rules, language."""


class HelperGate(BaseMiddleware):
    """Lets the person who is served vote, and keeps everything else of the telephone shut."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Pass on what concerns a vote; otherwise lead back, and end the mode whose time is over."""
        viewer: Viewer | None = data.get("viewer")
        if isinstance(event, Message):
            await data["served"].take(event.chat.id, event.message_id)
        if viewer is None or viewer.helping_until is None:
            return await handler(event, data)
        manager: DialogManager = data["dialog_manager"]
        services: Services = data["services"]
        served: Served = data["served"]
        await served.note(viewer.account_id)
        if viewer.helping_until <= services.clock.now():
            return await self._end(manager, viewer)
        if isinstance(event, Message):
            # A typed number would tell the next person which project this one has looked at.
            await delete(event)
        if _is_open(event, manager):
            return await handler(event, data)
        return await self._shut(event, manager)

    async def _end(self, manager: DialogManager, viewer: Viewer) -> None:
        data = manager.middleware_data
        if viewer.campaign_id is not None:
            await clear(manager)
            await stop_helping(data["services"], viewer.campaign_id, viewer.account_id)
        await data["served"].forget(viewer.account_id)
        await tell(data["event_update"], data["words"]("helper-lapsed"))
        await see_again(manager)
        await manager.start(states.Home.now, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)

    async def _shut(self, event: TelegramObject, manager: DialogManager) -> None:
        text = manager.middleware_data["words"]("helper-closed")
        if isinstance(event, CallbackQuery):
            await answer_press(event, text, is_alert=True)
        await manager.start(states.Helper.intro, mode=StartMode.RESET_STACK)


def _is_open(event: TelegramObject, manager: DialogManager) -> bool:
    """Say whether a press or a text concerns what a person who is served may use."""
    match event:
        case CallbackQuery(data=pressed) if pressed:
            intent_id, plain = remove_intent_id(pressed)
            return _is_shown(manager) if intent_id is not None else plain.partition(":")[0] in _PRESSES
        case Message(text=text) if text is not None:
            if text.startswith("/"):
                return text[1:].partition(" ")[0].partition("@")[0] in _COMMANDS
            return _is_shown(manager)
        case _:
            return False


def _is_shown(manager: DialogManager) -> bool:
    if not manager.has_context():
        return False
    state = manager.current_context().state
    return state.group in _SCREENS or state.state in _STATES
