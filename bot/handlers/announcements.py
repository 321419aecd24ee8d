"""The press below an announcement: no more of them, or again (G2, G4)."""

from contextlib import suppress

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bot.answers import answer_press
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.announcement.wishes import set_announced
from core.usecases.services import Services
from messenger.announcing import wish_button
from messenger.buttons import AnnouncementsButton


def build_router() -> Router:
    """Make the router."""
    router = Router(name="announcements")
    router.callback_query.register(change, AnnouncementsButton.filter())
    return router


async def change(
    press: CallbackQuery,
    callback_data: AnnouncementsButton,
    services: Services,
    viewer: Viewer,
    words: Words,
) -> None:
    """Keep the wish, and offer the way back in the same place."""
    await set_announced(services, viewer.account_id, is_announced=callback_data.is_on)
    told = words("announcements-on-alert") if callback_data.is_on else words("announcements-off-alert")
    await answer_press(press, told, is_alert=True)
    if isinstance(press.message, Message):
        # Two presses at once: the second finds the button turned already.
        with suppress(TelegramBadRequest):
            await press.message.edit_reply_markup(reply_markup=wish_button(words, is_on=callback_data.is_on))
