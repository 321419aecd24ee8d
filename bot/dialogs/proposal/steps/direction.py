"""The first step: the direction out of the rulebook's list; «other» takes a stated reason (A1, B2)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Group

from bot.dialogs.browsing.texts import direction_name
from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import change, read, read_rulebook
from bot.dialogs.widgets import Choice, choices
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.proposal import Step
from core.rules.proposal import REASON_AT_MOST
from core.rules.steps import OTHER_DIRECTION

_IN_A_ROW = 5


def window(take: TakeMessage) -> Window:
    """Return the numbered list of directions."""
    keys = Group(choices(choose, items="directions"), width=_IN_A_ROW)
    return step_window(Step.DIRECTION, take, show, keys)


async def show(sheet: Sheet) -> Shown:
    """Show all directions in full, and which one is chosen."""
    words, named = sheet.words, [*enumerate(sheet.rulebook.directions, start=1)]
    listed = [words("browsing-direction-line", place=place, direction=each.text) for place, each in named]
    keys = [
        Choice(value=each.slug, label=words("button-proposal-number", place=place)) for place, each in named
    ]
    return Shown(facts={}, lines=[Safe("\n".join(listed)), *_now(sheet)], data={"directions": keys})


def _now(sheet: Sheet) -> list[str]:
    contents, words = sheet.contents, sheet.words
    if contents.direction is None:
        return []
    lines = [words("proposal-now", answer=direction_name(sheet.rulebook, contents.direction))]
    if contents.direction == OTHER_DIRECTION:
        reason = shortened(contents.reason, REASON_AT_MOST) if contents.reason else words("proposal-nothing")
        lines.append(words("proposal-other-why", reason=reason))
    return lines


async def choose(_press: CallbackQuery, _select: Any, manager: DialogManager, slug: str) -> None:
    """Choose a direction."""
    await _take(manager, slug)


async def _take(manager: DialogManager, slug: str) -> None:
    """Keep a direction; with «other» the question for a reason follows on the same screen."""
    reason = (await read(manager)).contents.reason
    if slug == OTHER_DIRECTION and not reason:
        await change(manager, lambda contents: replace(contents, direction=slug))
        return
    kept = reason if slug == OTHER_DIRECTION else None
    await moving.answered(manager, lambda contents: replace(contents, direction=slug, reason=kept))


async def take_text(text: str, manager: DialogManager) -> None:
    """Take the reason for «other», or a number of the list."""
    directions = (await read_rulebook(manager)).directions
    typed = text.strip().rstrip(".")
    if typed.isdecimal() and 1 <= int(typed) <= len(directions):
        await _take(manager, directions[int(typed) - 1].slug)
    elif (await read(manager)).contents.direction == OTHER_DIRECTION:
        await moving.answered(manager, lambda contents: replace(contents, reason=text.strip()))
    else:
        notes.say(manager, "proposal-direction-by-number", most=len(directions))
