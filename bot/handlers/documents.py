"""Presses that ask for a file: the filled-in application, a QR code to print; none unasked (B4, D2, P5).

Separate because both take a while and come as documents, whatever screen is open meanwhile.
"""

import asyncio

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram.utils.deep_linking import create_start_link

from bot.answers import answer_press
from bot.buttons import QrButton, Talk, TalkButton
from bot.dialogs.browsing.links import card_payload
from core.documents.qr import qr_png
from core.language.locales import Locales, Words
from core.model.viewer import Viewer
from core.usecases.discussion.finding import find_name
from core.usecases.place.choosing import find_campaign
from core.usecases.proposal.application import make_application
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="documents")
    router.callback_query.register(send_application, TalkButton.filter(F.do == Talk.APPLICATION))
    router.callback_query.register(send_qr, QrButton.filter())
    return router


async def send_application(
    press: CallbackQuery,
    callback_data: TalkButton,
    bot: Bot,
    services: Services,
    locales: Locales,
    viewer: Viewer,
    words: Words,
) -> None:
    """Send one's own application as PDF, in a message of its own."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    # Before the press is answered, since a refusal is told by the answer.
    content = await make_application(services, locales, campaign_id, viewer.account_id, number)
    await answer_press(press)
    file = BufferedInputFile(content, filename=f"qatysu-{number}.pdf")
    await bot.send_document(viewer.account_id, file, caption=words("mine-application", number=number))


async def send_qr(
    press: CallbackQuery,
    callback_data: QrButton,
    bot: Bot,
    services: Services,
    viewer: Viewer,
    words: Words,
) -> None:
    """Send the card's link as a QR code, in a file that Telegram does not blur."""
    campaign_id, number = await find_campaign(services, callback_data.campaign), callback_data.number
    name = await find_name(services, campaign_id, viewer.account_id, number)
    await answer_press(press)
    link = await create_start_link(bot, card_payload(campaign_id.campaign, number))
    file = BufferedInputFile(await asyncio.to_thread(qr_png, link), filename=f"qr-{number}.png")
    caption = words("sharing-qr", number=number, name=name, link=link)
    await bot.send_document(viewer.account_id, file, caption=caption, disable_content_type_detection=True)
