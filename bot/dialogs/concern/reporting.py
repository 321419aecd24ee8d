"""What a press or the words of a report lead to; apart from the handlers, which only take them (E9)."""

from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.buttons import ReportButton
from bot.dialogs.concern.texts import kinds_keyboard, sent_text, words_keyboard, words_text
from bot.dialogs.voting.showing import put
from bot.dialogs.whose import place_of
from bot.reports import Reports
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.law.zone import local_date
from core.model.concern import ReportKind
from core.model.viewer import Viewer
from core.usecases.concern.reporting import report
from core.usecases.services import Services
from messenger.buttons import Destination, keyboard


async def answer(
    press: CallbackQuery,
    pressed: ReportButton,
    services: Services,
    viewer: Viewer,
    words: Words,
    reports: Reports,
) -> None:
    """Answer a press of a report: its beginning, its kind, its end (E9)."""
    match pressed.do:
        case "begin":
            await put(press, words("report-question"), kinds_keyboard(words))
        case "leave":
            reports.leave(viewer.account_id)
            await put(press, words("report-left"), keyboard(words, Destination.HOME))
        case "send":
            kind, _ = require_begun(reports, viewer)
            await put(press, await sent(services, viewer, words, reports, kind, ""), home(words))
        case _:
            await _ask_words(press, pressed, services, viewer, words, reports)


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


async def sent(
    services: Services, viewer: Viewer, words: Words, reports: Reports, kind: ReportKind, text: str
) -> str:
    """Send a report and return what is said of it; raise ``reports-many`` and as ``report``."""
    today = local_date(services.clock.now())
    reports.require_room(viewer.account_id, today)
    _, rulebook = await report(services, place_of(viewer), kind, text)
    reports.count(viewer.account_id, today)
    return sent_text(words, rulebook)


def require_begun(reports: Reports, viewer: Viewer) -> tuple[ReportKind, int]:
    """Return what the viewer is reporting and the message that asked; raise ``ScreenOutdated``."""
    begun = reports.get(viewer.account_id)
    if begun is None:
        raise ScreenOutdated
    return begun


def home(words: Words) -> InlineKeyboardMarkup:
    """Return the button home."""
    return keyboard(words, Destination.HOME)
