"""Questions, answers and buttons of cases and reports; facts alone decide what is said (E9, E10, P7)."""

from aiogram.types import InlineKeyboardMarkup

from bot.buttons import DisputeButton, ReportButton
from bot.handlers.errors import refusal_text
from core.language.locales import Words
from core.language.markup import Safe
from core.model.concern import CaseState, ReportKind
from core.model.refusals import RuleViolation
from core.rulebook.model import Rulebook
from core.rules.concern import REPORT_AT_MOST
from core.usecases.concern.disputing import Disputed
from messenger.buttons import labelled

REPORT_BUTTON_TEXTS = tuple(f"button-report-{kind}" for kind in ReportKind)


def question_text(words: Words, asked: Disputed) -> str:
    """Return the question before a case: what the observer gets, and what it may have been (E10)."""
    return words("dispute-question", day=asked.voted, channel=asked.channel.value)


def question_keyboard(words: Words, campaign: str) -> InlineKeyboardMarkup:
    """Return yes and no."""
    yes, no = (DisputeButton(campaign=campaign, is_sure=each) for each in (True, False))
    return labelled((words("button-dispute-yes"), yes), (words("button-dispute-no"), no))


def opened_text(words: Words, opened: Disputed) -> str:
    """Return the case's number, what comes next, by when, who decides, and whom one may call now (P7)."""
    case = opened.case
    if case is None:
        return words("dispute-left")
    if case.state is CaseState.CLOSED:
        parts = [words("dispute-closed", number=case.number)]
    else:
        due = words("dispute-due", due=case.due) if case.due is not None else words("dispute-no-due")
        parts = [words("dispute-opened", number=case.number), due]
    parts += [words("dispute-decides"), *_outside(words, opened.rulebook, "dispute-outside")]
    return Safe("\n\n".join(parts))


def kinds_keyboard(words: Words) -> InlineKeyboardMarkup:
    """Return what can be reported, and the way out."""
    kinds = ((words(f"button-report-{kind}"), ReportButton(do=kind.value)) for kind in ReportKind)
    return labelled(*kinds, (words("button-report-leave"), ReportButton(do="leave")))


def words_text(words: Words, kind: ReportKind) -> str:
    """Return what may be written along."""
    return words("report-words", kind=kind.value, most=REPORT_AT_MOST)


def words_keyboard(words: Words) -> InlineKeyboardMarkup:
    """Return the button that sends no words, and the way out."""
    send, leave = ReportButton(do="send"), ReportButton(do="leave")
    return labelled((words("button-report-send"), send), (words("button-report-leave"), leave))


def held_text(words: Words, violation: RuleViolation | None) -> str:
    """Return why words were not sent, if it is to be said again, and how to write anew (P7)."""
    reasons = [refusal_text(words, violation)] if violation is not None else []
    return Safe("\n\n".join([*reasons, words("report-held")]))


def again_keyboard(words: Words, kind: ReportKind) -> InlineKeyboardMarkup:
    """Return the button that asks for words anew, the one that sends none, and the way out."""
    again, send, leave = (ReportButton(do=each) for each in (kind.value, "send", "leave"))
    return labelled(
        (words("button-report-again"), again),
        (words("button-report-send"), send),
        (words("button-report-leave"), leave),
    )


def sent_text(words: Words, rulebook: Rulebook) -> str:
    """Return that it was taken, and the telephones of the outside contacts (E9)."""
    parts = [words("report-sent"), *_outside(words, rulebook, "report-outside"), words("report-police")]
    return Safe("\n\n".join(parts))


def _outside(words: Words, rulebook: Rulebook, heading: str) -> list[str]:
    contacts = rulebook.official.outside_contacts
    lines = [words("contacts-line", name=each.name, phone=each.phone) for each in contacts]
    return [Safe("\n".join([words(heading), *lines]))] if lines else []
