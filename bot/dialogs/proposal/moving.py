"""From step to step: on, back, to the preview, away; where the author is stands in the database (B2).

Separate because every step moves alike, and a reminder of next week leads to where they have gone last (G1).
"""

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.dialogs import states
from bot.dialogs.proposal import notes
from bot.dialogs.proposal.faults import faults_of, warnings_of
from bot.dialogs.proposal.opened import RETURNS, STATES, change, opened, read, read_rulebook, step_of
from bot.dialogs.verification import share_key
from core.model.proposal import Contents, Draft, Step
from core.rulebook.model import Rulebook
from core.rules.steps import missing_steps, step_after, step_before, steps_of
from core.usecases.proposal import checking, drafting

_OF_A_STEP = ("page", "above", "picture", "typed", "attempt")


async def answered(manager: DialogManager, edit: Callable[[Contents], Contents]) -> None:
    """Keep an answer and go on, unless the rules have something against just this answer (B3)."""
    step = step_of(manager) or Step.PREVIEW
    await change(manager, edit)
    checked = await checking.check_draft(*await opened(manager))
    faults = faults_of(checked.check, step)
    if faults:
        notes.say_reasons(manager, faults)
        return
    for warning in warnings_of(checked.check, step):
        notes.say(manager, f"proposal-warning-{warning.warning.value}", **warning.facts)
    await go_on(manager)


async def go_on(manager: DialogManager) -> None:
    """Go to the next step that is still open, or back to the preview for whoever came from there."""
    draft, rulebook = await read(manager), await read_rulebook(manager)
    step = step_of(manager) or Step.PREVIEW
    returns = manager.dialog_data.get(RETURNS, False)
    await go_to(manager, Step.PREVIEW if returns else next_open(rulebook, draft.contents, step))


def next_open(rulebook: Rulebook, contents: Contents, step: Step) -> Step:
    """Return the first step after ``step`` that asks something still; papers are told of on the way (B2)."""
    order = tuple(Step)
    asking = {*missing_steps(rulebook, contents), Step.PAPERS}
    later = (each for each in steps_of(rulebook, contents) if order.index(each) > order.index(step))
    return next((each for each in later if each in asking), Step.PREVIEW)


async def go_to(manager: DialogManager, step: Step, *, returns: bool = False) -> Draft:
    """Go to a step; ``returns`` lets its answer lead back to the preview."""
    draft = await drafting.go_to(*await opened(manager), step)
    await share_key.take_away(manager)
    for key in _OF_A_STEP:
        manager.dialog_data.pop(key, None)
    manager.dialog_data[RETURNS] = returns
    await manager.switch_to(STATES[step])
    return draft


async def back(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to the step before; before the first one stands the list of one's applications."""
    draft, rulebook = await read(manager), await read_rulebook(manager)
    before = step_before(rulebook, draft.contents, step_of(manager) or Step.PREVIEW)
    if before is None:
        await manager.switch_to(states.Proposal.overview)
    else:
        await go_to(manager, before)


async def skip(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to the step after, whether this one is answered or not."""
    draft, rulebook = await read(manager), await read_rulebook(manager)
    after = step_after(rulebook, draft.contents, step_of(manager) or Step.PREVIEW)
    await go_to(manager, after or Step.PREVIEW)


async def open_preview(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go to all answers."""
    await go_to(manager, Step.PREVIEW)


async def leave(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go away; the screen says that everything is kept, and until when it can be submitted (B2)."""
    await share_key.take_away(manager)
    await manager.switch_to(states.Proposal.left)
