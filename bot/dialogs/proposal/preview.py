"""All answers on one screen, with what is missing, refused or worth a thought; submitting (B2, B3)."""

from collections.abc import Iterator
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.buttons import CardButton
from bot.dialogs import states
from bot.dialogs.lasting import LASTING, LastingButtons
from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.faults import step_of_fault
from bot.dialogs.proposal.frame import Answers, TakeMessage
from bot.dialogs.proposal.opened import DRAFT, opened, read
from bot.dialogs.proposal.printed import DESCRIPTION_LENGTH, answers_text
from bot.dialogs.verification.entrance import verify_author
from bot.dialogs.widgets import Choice, Tr, choices
from bot.handlers.errors import refusal_text
from core.language.locales import Words
from core.language.markup import Safe
from core.model.proposal import Step
from core.model.refusals import Reason, Refusal, RuleViolation
from core.rules.similarity import Similar
from core.usecases.browsing.card import card
from core.usecases.proposal import checking, drafting
from core.usecases.proposal.checking import Checked
from core.usecases.proposal.submitting import submit
from messenger.buttons import ProposalButton

STEP_BUTTON_TEXTS = tuple(f"button-proposal-step-{step}" for step in Step if step is not Step.PREVIEW)

MOST_REASONS = 2
"""Refusals that a screen has room for; the others are said once these are mended."""

_IN_A_ROW = 2


def window(take: TakeMessage) -> Window:
    """Return the preview; each answer is one press away, and its step leads back here."""
    return Window(
        Format("{text}"),
        Button(Tr("button-proposal-submit"), id="submit", on_click=send, when="can_be_submitted"),
        Button(Tr("button-proposal-go-on"), id="missing", on_click=open_missing, when="is_missing"),
        LastingButtons(Tr("button-proposal-similar", "number"), "similar"),
        Group(choices(open_step, items="steps"), width=_IN_A_ROW),
        Button(Tr("button-proposal-whole"), id="whole", on_click=send_description, when="is_cut"),
        Row(
            SwitchTo(Tr("button-proposal-discard"), id="discard", state=states.Proposal.discard),
            Button(Tr("button-proposal-leave"), id="leave", on_click=moving.leave),
        ),
        Answers(take),
        getter=get_preview,
        markup_factory=LASTING,
        state=states.Proposal.preview,
    )


def discard_window() -> Window:
    """Return the question before an application is thrown away."""
    return Window(
        Tr("proposal-discard"),
        Button(Tr("button-proposal-discard-yes"), id="yes", on_click=discard),
        SwitchTo(Tr("button-back"), id="no", state=states.Proposal.preview),
        state=states.Proposal.discard,
    )


async def get_preview(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Return the whole application with everything that the rules say of it now."""
    checked = await checking.check_draft(*await opened(dialog_manager))
    contents, check = checked.draft.contents, checked.check
    text = Safe("\n\n".join(_paragraphs(words, checked)))
    return {
        "text": notes.above(dialog_manager, text),
        "can_be_submitted": not check.missing and not _against(checked),
        "is_missing": bool(check.missing),
        "similar": [await _button(dialog_manager, each) for each in check.similar],
        "steps": [_choice(words, step, checked) for step in checked.steps if step is not Step.PREVIEW],
        "is_cut": len(contents.description or "") > DESCRIPTION_LENGTH,
    }


def _paragraphs(words: Words, checked: Checked) -> Iterator[str]:
    draft, check = checked.draft, checked.check
    yield words("proposal-preview-rework", number=draft.number) if draft.number else words("proposal-preview")
    yield answers_text(words, checked.rulebook, draft.contents)
    if check.missing:
        names = tuple(words(f"proposal-name-{step}") for step in check.missing)
        yield words("proposal-missing", steps=names)
    against = _against(checked)
    for reason in against[:MOST_REASONS]:
        yield words("proposal-refused", reason=refusal_text(words, RuleViolation(reason)))
    if len(against) > MOST_REASONS:
        yield words("proposal-refused-more", count=len(against) - MOST_REASONS)
    for warning in check.warnings[:MOST_REASONS]:
        yield words(f"proposal-warning-{warning.warning.value}", **warning.facts)
    if not check.missing and not against:
        # Whose rework it is, is known: also where a slip alone opened it (B9).
        is_unknown = checked.person is None and checked.draft.number is None
        yield words("proposal-ready-unverified" if is_unknown else "proposal-ready")


def _against(checked: Checked) -> list[Reason]:
    """Return what stands against it but the verification, which comes with the submitting itself."""
    reasons = checked.check.verdict.reasons
    return [each for each in reasons if each.refusal is not Refusal.AUTHOR_NOT_VERIFIED]


def _choice(words: Words, step: Step, checked: Checked) -> Choice:
    label = words(f"button-proposal-step-{step}")
    asks_again = {*checked.check.missing, *map(step_of_fault, checked.check.verdict.reasons)}
    marked = words("button-proposal-open-step", name=label) if step in asks_again else label
    return Choice(value=step, label=marked)


async def _button(manager: DialogManager, similar: Similar) -> CallbackData:
    """Return what opens a similar one: its card on the ballot, otherwise its page in the discussion."""
    services, campaign_id, _, _ = await opened(manager)
    try:
        await card(services, campaign_id, similar.number)
    except RuleViolation:
        return ProposalButton(campaign=campaign_id.campaign, number=similar.number)
    return CardButton(campaign=campaign_id.campaign, number=similar.number)


async def open_step(_press: CallbackQuery, _select: Any, manager: DialogManager, step: str) -> None:
    """Open one answer; it leads back to the preview."""
    await moving.go_to(manager, Step(step), returns=True)


async def open_missing(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to the first question without an answer, and on from there."""
    checked = await checking.check_draft(*await opened(manager))
    await moving.go_to(manager, next(iter(checked.check.missing), Step.PREVIEW))


async def send_description(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Send the whole description, which the screen has cut."""
    draft, words = await read(manager), manager.middleware_data["words"]
    text = words("proposal-whole-description", description=draft.contents.description or "")
    await manager.middleware_data["bot"].send_message(draft.account_id, text)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def send(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Submit; whoever only lacks the verification is led there and back (B1)."""
    place = await opened(manager)
    try:
        await submit(*place)
    except RuleViolation as violation:
        if violation.refusal is not Refusal.AUTHOR_NOT_VERIFIED or len(violation.reasons) > 1:
            notes.say_reasons(manager, violation.reasons)
        else:
            await verify_author(manager, place.campaign_id, place.draft_id)
    else:
        await manager.switch_to(states.Proposal.submitted)


async def discard(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Throw the application away."""
    await drafting.discard(*await opened(manager))
    manager.dialog_data.pop(DRAFT, None)
    await manager.switch_to(states.Proposal.overview)
