"""The receipt as a QR code that a served person takes along by a photo (K1, E5)."""

import asyncio

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.buttons import NextButton
from core.documents.qr import qr_png
from core.language.locales import Words
from core.ledger.receipt import control_number, printed_receipt
from core.model.viewer import Viewer
from core.model.vote import Receipt
from messenger.buttons import labelled


async def send_photo(bot: Bot, viewer: Viewer, words: Words, campaign: str, receipt: Receipt) -> None:
    """Send the receipt as a QR code, with the way to the next person below it."""
    content = await asyncio.to_thread(qr_png, printed_receipt(campaign, receipt), scale=6)
    number, control = receipt.entry.number, control_number(receipt.entry.token)
    await bot.send_photo(
        viewer.account_id,
        BufferedInputFile(content, filename="receipt.png"),
        caption=words("helper-qr", roll_number=number, control=control),
        reply_markup=labelled((words("button-helper-next"), NextButton())),
    )
