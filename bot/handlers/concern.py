"""«That was not my vote», and reports of pressure: raw presses, no screen remembers who reports (E9, E10)."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.answers import answer_press, delete
from bot.buttons import DisputeButton, ReportButton
from bot.dialogs.concern.texts import (
    kinds_keyboard,
    opened_text,
    question_keyboard,
    question_text,
    sent_text,
    words_keyboard,
    words_text,
)
from bot.dialogs.voting.showing import put
from bot.dialogs.whose import place_of
from bot.reports import Reports, WritesReport
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.law.zone import local_date
from core.model.concern import ReportKind
from core.model.viewer import Viewer
from core.usecases.concern.disputing import ask_dispute, dispute
from core.usecases.concern.reporting import report
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
) -> None:
    """Ask for words, send a report without them, or leave it."""
    match callback_data.do:
        case "begin":
            await put(press, words("report-question"), kinds_keyboard(words))
        case "leave":
            reports.leave(viewer.account_id)
            await put(press, words("report-left"), keyboard(words, Destination.HOME))
        case "send":
            kind, _ = _require_begun(reports, viewer)
            await put(press, await _sent(services, viewer, words, reports, kind, ""), _home(words))
        case _:
            await _ask_words(press, callback_data, services, viewer, words, reports)
    await answer_press(press)


async def _ask_words(
    press: CallbackQuery,
    pressed: ReportButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    reports: Reports,
) -> None:
    if pressed.do not in set(ReportKind) or press.message is None:
        raise ScreenOutdated
    reports.require_room(viewer.account_id, local_date(services.clock.now()))
    kind = ReportKind(pressed.do)
    reports.begin(viewer.account_id, kind, press.message.message_id)
    await put(press, words_text(words, kind), words_keyboard(words))


async def take_words(
    message: Message, bot: Bot, services: Services, viewer: Viewer, words: Words, reports: Reports
) -> None:
    """Take the words out of the chat first, then send them with the report (E9)."""
    await delete(message)
    kind, asked = _require_begun(reports, viewer)
    text = await _sent(services, viewer, words, reports, kind, message.text or "")
    with suppress(TelegramBadRequest):
        await bot.delete_message(message.chat.id, asked)
    await message.answer(text, reply_markup=_home(words))


async def _sent(
    services: Services, viewer: Viewer, words: Words, reports: Reports, kind: ReportKind, text: str
) -> str:
    today = local_date(services.clock.now())
    reports.require_room(viewer.account_id, today)
    _, rulebook = await report(services, place_of(viewer), kind, text)
    reports.count(viewer.account_id, today)
    return sent_text(words, rulebook)


def _require_begun(reports: Reports, viewer: Viewer) -> tuple[ReportKind, int]:
    begun = reports.get(viewer.account_id)
    if begun is None:
        raise ScreenOutdated
    return begun


def _home(words: Words) -> InlineKeyboardMarkup:
    return keyboard(words, Destination.HOME)
