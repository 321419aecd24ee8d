"""The three steps before the preview, which take presses alone: papers, rules, the easy question (B2, M1)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import read
from bot.dialogs.widgets import Choice, Tr, choices
from core.language.markup import Safe
from core.model.proposal import Step
from core.rules.question import OPTIONS, QUESTIONS, is_right, question_for
from core.rules.retention import PROPOSALS
from core.rules.steps import author_kind_of
from core.usecases.proposal.consent import AUTHOR_CONSENT_VERSION

QUESTION_TEXTS = tuple(f"proposal-question-{slug}" for slug in QUESTIONS)
OPTION_TEXTS = tuple(f"button-question-{slug}-{option}" for slug in QUESTIONS for option in OPTIONS)

_ATTEMPT = "attempt"


def papers_window(take: TakeMessage) -> Window:
    """Return which papers are due and where they go, never through the chat (P1)."""
    return step_window(Step.PAPERS, take, show_papers)


def rules_window(take: TakeMessage) -> Window:
    """Return the short rules with the consent."""
    agree = Button(Tr("button-proposal-agree"), id="agree", on_click=agree_to_all, when="is_open")
    return step_window(Step.RULES, take, show_rules, agree)


def question_window(take: TakeMessage) -> Window:
    """Return the easy question."""
    return step_window(Step.QUESTION, take, show_question, choices(answer, items="options"))


async def show_papers(sheet: Sheet) -> Shown:
    """Show the papers of this kind of author, the term and the desk."""
    words, rulebook = sheet.words, sheet.rulebook
    kind = author_kind_of(rulebook, sheet.contents)
    papers = kind.papers if kind is not None else ()
    contact = rulebook.akimat.contacts[0]
    desk = {"contact": contact.name, "phone": contact.phone, "address": contact.address or ""}
    days = rulebook.proposal.papers_days
    listed = [words("guide-item", item=paper) for paper in papers]
    facts = {"days": days.value if days is not None else 0, "has_address": contact.address is not None}
    return Shown(facts={}, lines=[Safe("\n".join(listed)), words("proposal-desk", **desk, **facts)], data={})


async def show_rules(sheet: Sheet) -> Shown:
    """Show what the author agrees to, with whom and for how long, and whether that is done (M1)."""
    words, rulebook = sheet.words, sheet.rulebook
    has_agreed = sheet.contents.agreed_version is not None
    days, bin_number = rulebook.retention.get(PROPOSALS), rulebook.akimat.bin
    facts = {
        "akimat": rulebook.akimat.name,
        "bin": bin_number or "",
        "has_bin": bin_number is not None,
        "days": days.value if days is not None else 0,
        "has_days": days is not None,
        "version": AUTHOR_CONSENT_VERSION,
    }
    consent = words("proposal-consent", **facts)
    return Shown(facts={}, lines=[consent, words("proposal-agreed") if has_agreed else ""], data={})


async def agree_to_all(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Record the version that was agreed to."""
    await moving.answered(manager, lambda contents: replace(contents, agreed_version=AUTHOR_CONSENT_VERSION))


async def show_question(sheet: Sheet) -> Shown:
    """Show the question of this attempt, unless it has been answered."""
    words = sheet.words
    if sheet.contents.has_answered_question:
        return Shown(facts={}, lines=[words("proposal-question-done")], data={"options": []})
    question = question_for(sheet.draft.draft_id, sheet.manager.dialog_data.get(_ATTEMPT, 0))
    options = [
        Choice(value=option, label=words(f"button-question-{question.slug}-{option}"))
        for option in question.options
    ]
    return Shown(facts={}, lines=[words(f"proposal-question-{question.slug}")], data={"options": options})


async def answer(_press: CallbackQuery, _select: Any, manager: DialogManager, option: str) -> None:
    """Go on after the right answer, ask something else after a wrong one: nobody is locked out."""
    if is_right(option):
        await moving.answered(manager, lambda contents: replace(contents, has_answered_question=True))
        return
    manager.dialog_data[_ATTEMPT] = manager.dialog_data.get(_ATTEMPT, 0) + 1
    notes.say(manager, "proposal-question-wrong")


async def take_text(_text: str, manager: DialogManager) -> None:
    """Point at the buttons."""
    await read(manager)
    notes.say(manager, "proposal-by-button")
