"""What happens to every update before a handler sees it: log context, viewer and words, guards.

All of them hang on ``dp.update``, so that dialogs' own background updates have a language too.
"""

from collections.abc import Awaitable, Callable
from typing import Any, cast

import structlog
from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, InaccessibleMessage, Message, TelegramObject, Update, User
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import FakeChat

from bot.answers import delete, tell
from bot.screen import ScreenOutdated
from core.language.locales import Locales, Words
from core.model.viewer import Viewer
from core.rules.iin import contains_iin
from core.usecases.place import account, choosing
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class LogContext(BaseMiddleware):
    """Gives each line of the log the update's number and kind, and nothing of who or what (M2)."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Begin with an empty context: updates of a chat are handled one after the other in one task."""
        update = cast("Update", event)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(update_id=update.update_id, kind=update.event_type)
        return await handler(event, data)


class Viewing(BaseMiddleware):
    """Hands ``viewer`` and the ``words`` of their language to handlers, getters and actions (P6)."""

    def __init__(self, services: Services, locales: Locales) -> None:
        self._services = services
        self._locales = locales

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Load the account; the language comes from our own table, never from the event."""
        person: User | None = data.get("event_from_user")
        # Whoever asks in another chat may never open the bot, and nothing is kept of them (M1).
        is_inline = cast("Update", event).inline_query is not None
        if person is not None and not person.is_bot and _is_private(data) and not is_inline:
            viewer = await account.see(self._services, person.id)
            _hand_over(data, viewer, self._locales)
        return await handler(event, data)


class CampaignGate(BaseMiddleware):
    """Tells people that nothing is loaded yet, where the database is empty."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Ask the database only for those who have no place yet."""
        update = cast("Update", event)
        viewer: Viewer | None = data.get("viewer")
        is_talk = update.message is not None or update.callback_query is not None
        if viewer is None or viewer.campaign_id is not None or not is_talk:
            return await handler(event, data)
        if await choosing.list_rulebooks(self._services):
            return await handler(event, data)
        return await tell(update, data["words"]("campaign-none"))


class PrivacyGuard(BaseMiddleware):
    """Deletes a message that holds an IIN before anything of ours reads it, and shows the right way (P1)."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let everything else through."""
        update = cast("Update", event)
        message = update.message or update.edited_message
        if message is None or "words" not in data or not _holds_iin(message):
            return await handler(event, data)
        words: Words = data["words"]
        key = "iin-deleted" if await delete(message) else "iin-delete-it"
        return await tell(update, words(key), keyboard(words, Destination.VERIFICATION))


class Freshness(BaseMiddleware):
    """Leads away from a button under a message that Telegram no longer lets us edit."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Raise ``ScreenOutdated`` for such a press; handlers may then rely on the message."""
        press = cast("Update", event).callback_query
        if press is not None and isinstance(press.message, InaccessibleMessage):
            raise ScreenOutdated
        return await handler(event, data)


async def see_again(manager: DialogManager) -> Viewer:
    """Load the viewer anew after an action changed language or place, so that the next window has them."""
    data = cast("dict[str, Any]", manager.middleware_data)
    viewer = await account.see(data["services"], data["viewer"].account_id)
    _hand_over(data, viewer, data["locales"])
    return viewer


def _hand_over(data: dict[str, Any], viewer: Viewer, locales: Locales) -> None:
    data["viewer"] = viewer
    data["words"] = locales.words(viewer.speaks)


def _is_private(data: dict[str, Any]) -> bool:
    chat: Chat | None = data.get("event_chat")
    # aiogram-dialog's own updates about a person's chat know its number alone.
    return chat is None or chat.type == ChatType.PRIVATE or isinstance(chat, FakeChat)


def _holds_iin(message: Message) -> bool:
    return any(contains_iin(text) for text in (message.text, message.caption) if text)
