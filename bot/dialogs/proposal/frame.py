"""What all steps have in common: the head with the position, the ways on and back, the input.

Separate because a step itself only says what it asks and shows what was answered (A3, B2).
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row
from aiogram_dialog.widgets.text import Format

from bot.dialogs.lasting import LASTING
from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.opened import RETURNS, STATES, read, read_rulebook
from bot.dialogs.widgets import Tr
from core.language.locales import Words
from core.language.markup import Safe
from core.model.proposal import Contents, Draft, Step
from core.rulebook.model import Rulebook
from core.rules.steps import missing_steps, steps_of

NAME_TEXTS = tuple(f"proposal-name-{step}" for step in Step)
ASK_TEXTS = tuple(f"proposal-ask-{step}" for step in Step if step is not Step.PREVIEW)

TakeMessage = Callable[[Message, DialogManager], Awaitable[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a step's screen is drawn from."""

    manager: DialogManager
    words: Words
    rulebook: Rulebook
    draft: Draft

    @property
    def contents(self) -> Contents:
        """Return the answers."""
        return self.draft.contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a step adds to the frame: facts of its question, lines below it, data of its own buttons."""

    facts: dict[str, object]
    lines: Iterable[str]
    data: dict[str, Any]


Show = Callable[[Sheet], Awaitable[Shown]]


class Answers(BaseInput):
    """Hands everything but commands to ``take``, which says whether it was of use."""

    def __init__(self, take: TakeMessage) -> None:
        """Take messages."""
        super().__init__()
        self._take = take

    async def process_message(
        self,
        message: Message,
        dialog: DialogProtocol,  # noqa: ARG002  (the name under which aiogram-dialog hands it over)
        manager: DialogManager,
    ) -> bool:
        """Say whether the message was one that the step could take."""
        is_command = message.text is not None and message.text.startswith("/")
        return not is_command and await self._take(message, manager)


def step_window(step: Step, take: TakeMessage, show: Show, *keyboard: Keyboard) -> Window:
    """Return the window of a step with ``keyboard`` above the ways on and back."""
    return Window(
        Format("{text}"),
        *keyboard,
        *_ways(),
        Answers(take),
        getter=_getter(step, show),
        markup_factory=LASTING,
        state=STATES[step],
    )


def _ways() -> tuple[Keyboard, ...]:
    return (
        Row(
            Button(Tr("button-back"), id="before", on_click=moving.back),
            Button(Tr("button-proposal-next"), id="after", on_click=moving.skip, when="is_answered"),
            Button(Tr("button-proposal-skip"), id="skip", on_click=moving.skip, when="is_open"),
            when="is_in_line",
        ),
        Row(
            Button(Tr("button-proposal-preview"), id="preview", on_click=moving.open_preview),
            Button(Tr("button-proposal-leave"), id="leave", on_click=moving.leave),
        ),
    )


def _getter(step: Step, show: Show) -> Callable[..., Awaitable[dict[str, Any]]]:
    async def get(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
        sheet = await read_sheet(dialog_manager, words)
        shown = await show(sheet)
        text = _text(sheet, step, shown)
        missing = missing_steps(sheet.rulebook, sheet.contents)
        return {
            "text": notes.above(dialog_manager, text),
            "is_in_line": not dialog_manager.dialog_data.get(RETURNS, False),
            "is_answered": step not in missing,
            "is_open": step in missing,
            **shown.data,
        }

    return get


async def read_sheet(manager: DialogManager, words: Words) -> Sheet:
    """Return what a screen of the open application is drawn from.

    Raises:
        RuleViolation: ``draft-unknown``.
    """
    return Sheet(
        manager=manager, words=words, rulebook=await read_rulebook(manager), draft=await read(manager)
    )


def _text(sheet: Sheet, step: Step, shown: Shown) -> str:
    words = sheet.words
    steps = steps_of(sheet.rulebook, sheet.contents)
    place = steps.index(step) + 1 if step in steps else len(steps)
    name = words(f"proposal-name-{step}")
    head = words("proposal-head", place=place, count=len(steps), name=name)
    asked = words(f"proposal-ask-{step}", **shown.facts)
    return Safe("\n\n".join([f"{head}\n{asked}", *(line for line in shown.lines if line)]))
