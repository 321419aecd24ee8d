"""Presses under a receipt in helper mode: its QR code, and the next person (K1, E5)."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from bot.answers import answer_press, delete
from bot.buttons import NextButton, ServedQrButton
from bot.dialogs import states
from bot.dialogs.helper.actions import clear
from bot.dialogs.helper.receipt import send_photo
from bot.dialogs.whose import place_of
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.helper.mode import get_served_receipt
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="helper")
    router.callback_query.register(send_qr, ServedQrButton.filter())
    router.callback_query.register(call_next_person, NextButton.filter())
    return router


async def send_qr(
    press: CallbackQuery,
    callback_data: ServedQrButton,
    bot: Bot,
    services: Services,
    viewer: Viewer,
    words: Words,
) -> None:
    """Turn the receipt into its QR code, which the person takes along by a photo; once asked for (E5)."""
    campaign_id, session = place_of(viewer), callback_data.session
    receipt = await get_served_receipt(services, campaign_id, viewer.account_id, session)
    await answer_press(press)
    await send_photo(bot, viewer, words, campaign_id.campaign, receipt)
    if isinstance(press.message, Message):
        await delete(press.message)


async def call_next_person(press: CallbackQuery, viewer: Viewer, dialog_manager: DialogManager) -> None:
    """Clear everything of the person who was served, and ask for the next one's code."""
    if viewer.is_helping:
        await clear(dialog_manager)
    await dialog_manager.start(states.Helper.intro, mode=StartMode.RESET_STACK)
    await answer_press(press)
