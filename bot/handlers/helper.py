"""Presses under a receipt in helper mode: its QR code, and the next person (K1, E5)."""

import asyncio

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from bot.answers import answer_press, delete
from bot.buttons import NextButton, ServedQrButton
from bot.dialogs import states
from bot.dialogs.helper.actions import clear
from bot.dialogs.whose import place_of
from core.documents.qr import qr_png
from core.language.locales import Words
from core.ledger.receipt import control_number, printed_receipt
from core.model.viewer import Viewer
from core.usecases.helper.mode import get_served_receipt
from core.usecases.services import Services
from messenger.buttons import labelled


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
    campaign_id = place_of(viewer)
    session = callback_data.session
    receipt = await get_served_receipt(services, campaign_id, viewer.account_id, session)
    await answer_press(press)
    content = await asyncio.to_thread(qr_png, printed_receipt(campaign_id.campaign, receipt), scale=6)
    number, control = receipt.entry.number, control_number(receipt.entry.token)
    await bot.send_photo(
        viewer.account_id,
        BufferedInputFile(content, filename="receipt.png"),
        caption=words("helper-qr", roll_number=number, control=control),
        reply_markup=labelled((words("button-helper-next"), NextButton())),
    )
    if isinstance(press.message, Message):
        await delete(press.message)


async def call_next_person(press: CallbackQuery, viewer: Viewer, dialog_manager: DialogManager) -> None:
    """Clear everything of the person who was served, and ask for the next one's code."""
    if viewer.is_helping:
        await clear(dialog_manager)
    await dialog_manager.start(states.Helper.intro, mode=StartMode.RESET_STACK)
    await answer_press(press)
