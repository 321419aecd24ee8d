"""The two steps that are a text and nothing else: title and description (B2)."""

from dataclasses import replace

from aiogram_dialog import DialogManager, Window

from bot.dialogs.proposal import moving
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from core.language.shortening import shortened
from core.model.proposal import Step
from core.rules.proposal import DESCRIPTION_AT_MOST

SHOWN_LENGTH = 600
"""Characters of a description that its step shows; the whole of it is one press away."""


def title_window(take: TakeMessage) -> Window:
    """Return the question for a title."""
    return step_window(Step.TITLE, take, show_title)


def description_window(take: TakeMessage) -> Window:
    """Return the question for a description."""
    return step_window(Step.DESCRIPTION, take, show_description)


async def show_title(sheet: Sheet) -> Shown:
    """Show the title."""
    return Shown(facts={}, lines=_now(sheet, sheet.contents.title), data={})


async def show_description(sheet: Sheet) -> Shown:
    """Show the beginning of the description."""
    facts: dict[str, object] = {"most": DESCRIPTION_AT_MOST}
    return Shown(facts=facts, lines=_now(sheet, sheet.contents.description), data={})


def _now(sheet: Sheet, said: str | None) -> list[str]:
    return [sheet.words("proposal-now", answer=shortened(said, SHOWN_LENGTH))] if said else []


async def take_title(text: str, manager: DialogManager) -> None:
    """Keep the title."""
    await moving.answered(manager, lambda contents: replace(contents, title=text.strip()))


async def take_description(text: str, manager: DialogManager) -> None:
    """Keep the description."""
    await moving.answered(manager, lambda contents: replace(contents, description=text.strip()))
