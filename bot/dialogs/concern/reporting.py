"""What a press or the words of a report lead to; apart from the handlers, which only take them (E9)."""

from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager

from bot.buttons import ReportButton
from bot.dialogs.concern.texts import (
    again_keyboard,
    held_text,
    kinds_keyboard,
    sent_text,
    words_keyboard,
    words_text,
)
from bot.dialogs.voting.showing import put
from bot.dialogs.whose import place_of
from bot.reports import Begun, Reports
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.law.zone import local_date
from core.model.concern import ReportKind
from core.model.refusals import Refusal, RuleViolation
from core.model.viewer import Viewer
from core.usecases.concern.reporting import report
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard

_ABOUT_WORDS = frozenset({Refusal.TEXT_TOO_LONG, Refusal.TEXT_HOLDS_IIN})


async def answer(
    press: CallbackQuery,
    pressed: ReportButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    reports: Reports,
    manager: DialogManager,
) -> None:
    """Answer a press of a report: its beginning, its kind, its end (E9)."""
    match pressed.do:
        case "begin":
            await put(press, words("report-question"), kinds_keyboard(words))
        case "leave":
            reports.leave(viewer.account_id)
            await put(press, words("report-left"), keyboard(words, Destination.HOME))
        case "send":
            begun = _require_begun(services, reports, viewer)
            said = await _sent(services, viewer, words, reports, begun.kind, "")
            await put(press, said, _home(words))
            if isinstance(press.message, Message):
                await _clear(press.message, begun, keep=press.message.message_id)
        case _:
            await _ask_words(press, pressed, services, viewer, words, reports)
            # No screen may take the words where the process that gets them does not know of the question.
            await manager.reset_stack(remove_keyboard=False)


async def take(message: Message, services: Services, viewer: Viewer, words: Words, reports: Reports) -> None:
    """Send a report with its words, which leave the chat once they are sent; refused ones wait there (E9)."""
    begun = _require_begun(services, reports, viewer)
    if begun.is_held:
        await _hold(message, services, viewer, words, reports, begun)
        return
    try:
        said = await _sent(services, viewer, words, reports, begun.kind, message.text or "")
    except RuleViolation as violation:
        if violation.refusal not in _ABOUT_WORDS:
            raise
        await _hold(message, services, viewer, words, reports, begun, violation)
        return
    await _clear(message, begun, message.message_id)
    await message.answer(said, reply_markup=_home(words))


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
    now = services.clock.now()
    reports.require_room(viewer.account_id, local_date(now))
    kind = ReportKind(pressed.do)
    reports.begin(viewer.account_id, kind, press.message.message_id, now)
    await put(press, words_text(words, kind), words_keyboard(words))


async def _hold(
    message: Message,
    services: Services,
    viewer: Viewer,
    words: Words,
    reports: Reports,
    begun: Begun,
    violation: RuleViolation | None = None,
) -> None:
    """Say why the words were not sent, and take none before a press: more of them may follow by itself."""
    now = services.clock.now()
    reports.hold(viewer.account_id, now, message.message_id)
    said = await message.answer(held_text(words, violation), reply_markup=again_keyboard(words, begun.kind))
    reports.hold(viewer.account_id, now, said.message_id)


async def _sent(
    services: Services, viewer: Viewer, words: Words, reports: Reports, kind: ReportKind, text: str
) -> str:
    """Send a report and return what is said of it; raise ``reports-many`` and as ``report``."""
    today = local_date(services.clock.now())
    reports.require_room(viewer.account_id, today)
    _, rulebook = await report(services, place_of(viewer), kind, text)
    reports.count(viewer.account_id, today)
    return sent_text(words, rulebook)


async def _clear(place: Message, begun: Begun, *also: int, keep: int | None = None) -> None:
    """Take out of the chat what asked for the words, and the words."""
    gone = sorted({*begun.messages, *also} - {keep})
    if gone and place.bot is not None:
        with suppress(TelegramBadRequest):
            await place.bot.delete_messages(place.chat.id, gone)


def _require_begun(services: Services, reports: Reports, viewer: Viewer) -> Begun:
    """Return what the viewer is reporting; raise ``ScreenOutdated``."""
    begun = reports.get(viewer.account_id, services.clock.now())
    if begun is None:
        raise ScreenOutdated
    return begun


def _home(words: Words) -> InlineKeyboardMarkup:
    """Return the button home."""
    return keyboard(words, Destination.HOME)
