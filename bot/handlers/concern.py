"""«That was not my vote», and reports of pressure: raw presses, no screen remembers who reports (E9, E10)."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.answers import answer_press
from bot.buttons import DisputeButton, ReportButton
from bot.dialogs.concern.reporting import answer, take
from bot.dialogs.concern.texts import (
    kinds_keyboard,
    opened_text,
    question_keyboard,
    question_text,
)
from bot.dialogs.voting.showing import put
from bot.dialogs.whose import place_of
from bot.reports import Reports, WritesReport
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.concern.disputing import ask_dispute, dispute
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services
from messenger.buttons import Destination, NotMeButton, keyboard


def build_router() -> Router:
    """Make the router; it stands before the dialogs, since an open one is offered every message."""
    router = Router(name="concern")
    router.message.register(ask_kind, Command("report"))
    router.message.register(take_words, WritesReport())
    router.callback_query.register(go_on, ReportButton.filter())
    router.callback_query.register(ask_whether, NotMeButton.filter())
    router.callback_query.register(settle, DisputeButton.filter())
    return router


async def ask_whether(
    press: CallbackQuery, callback_data: NotMeButton, services: Services, viewer: Viewer, words: Words
) -> None:
    """Turn the notice into the question, or into the case where there is one already (E10)."""
    campaign_id = await find_campaign(services, callback_data.campaign)
    asked = await ask_dispute(services, campaign_id, viewer.account_id)
    if asked.case is not None:
        await put(press, opened_text(words, asked), keyboard(words, Destination.HOME))
    else:
        await put(press, question_text(words, asked), question_keyboard(words, callback_data.campaign))
    await answer_press(press)


async def settle(
    press: CallbackQuery, callback_data: DisputeButton, services: Services, viewer: Viewer, words: Words
) -> None:
    """Open the case, or leave it; a second press shows the same case (E10)."""
    text = words("dispute-left")
    if callback_data.is_sure:
        campaign_id = await find_campaign(services, callback_data.campaign)
        text = opened_text(words, await dispute(services, campaign_id, viewer.account_id))
    await put(press, text, keyboard(words, Destination.HOME))
    await answer_press(press)


async def ask_kind(message: Message, viewer: Viewer, words: Words) -> None:
    """Ask what happened, and say who reads it and what is not kept (E9)."""
    place_of(viewer)
    await message.answer(words("report-question"), reply_markup=kinds_keyboard(words))


async def go_on(
    press: CallbackQuery,
    callback_data: ReportButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    reports: Reports,
    dialog_manager: DialogManager,
) -> None:
    """Ask for words, send a report without them, or leave it."""
    await answer(press, callback_data, services, viewer, words, reports, dialog_manager)
    await answer_press(press)


async def take_words(
    message: Message, services: Services, viewer: Viewer, words: Words, reports: Reports
) -> None:
    """Send the report with its words, and take them out of the chat (E9)."""
    await take(message, services, viewer, words, reports)
