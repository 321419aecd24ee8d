"""The step that asks for the territory: down the tree as far as votes are counted, or further (A1, B2)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.place.getters import path, top
from bot.dialogs.proposal import moving, notes
from bot.dialogs.proposal.frame import Sheet, Shown, TakeMessage, step_window
from bot.dialogs.proposal.opened import read_rulebook
from bot.dialogs.widgets import Choice, Tr, choices, pager, pages
from core.model.proposal import Step
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook

_PAGE_SIZE = 6


def window(take: TakeMessage) -> Window:
    """Return the tree, level by level."""
    return step_window(
        Step.TERRITORY,
        take,
        show,
        Button(Tr("button-proposal-own-territory", "own"), id="own", on_click=choose_own, when="own"),
        choices(descend, items="territories"),
        pager(),
        Button(Tr("button-place-whole"), id="enough", on_click=choose_above, when="is_enough"),
        Button(Tr("button-proposal-up"), id="up", on_click=go_up, when="is_below"),
    )


async def show(sheet: Sheet) -> Shown:
    """Show what lies below the territory that is open."""
    tree, language = sheet.rulebook.territories, sheet.words.language
    above = _above(sheet.manager, sheet.rulebook)
    below = tree.children(above)
    paged = pages(sheet.manager, -(-len(below) // _PAGE_SIZE))
    first = paged["page"] * _PAGE_SIZE
    is_below = above != top(tree)
    data = {
        "own": _own(sheet) if not is_below else "",
        "territories": [
            Choice(value=node.slug, label=node.name.in_language(language))
            for node in below[first : first + _PAGE_SIZE]
        ],
        "is_enough": above is not None and is_enough(sheet.rulebook, above),
        "is_below": is_below,
        **paged,
    }
    return Shown(facts={}, lines=_lines(sheet, above if is_below else None), data=data)


def _lines(sheet: Sheet, above: str | None) -> list[str]:
    words, tree, chosen = sheet.words, sheet.rulebook.territories, sheet.contents.territory
    lines = [words("proposal-inside", territory=path(tree, above, words.language))] if above else []
    if chosen in tree.nodes:
        lines.append(words("proposal-now", answer=path(tree, chosen, words.language)))
    return lines


def _own(sheet: Sheet) -> str:
    """Return where the author lives, which is where most people propose something."""
    viewer: Viewer = sheet.manager.middleware_data["viewer"]
    tree, own = sheet.rulebook.territories, viewer.territory
    if viewer.campaign_id != sheet.draft.campaign_id or own not in tree.nodes or own is None:
        return ""
    return tree.require(own).name.in_language(sheet.words.language) if is_enough(sheet.rulebook, own) else ""


def is_enough(rulebook: Rulebook, slug: str) -> bool:
    """Say whether votes of the territory count somewhere: above that level nobody could vote for it."""
    return not rulebook.voting.territories or rulebook.voting_territory(slug) is not None


def _above(manager: DialogManager, rulebook: Rulebook) -> str | None:
    above: str | None = manager.dialog_data.get("above")
    return above if above in rulebook.territories.nodes else top(rulebook.territories)


async def descend(_press: CallbackQuery, _select: Any, manager: DialogManager, slug: str) -> None:
    """Go further down, or take the territory where nothing lies below it."""
    if (await read_rulebook(manager)).territories.children(slug):
        manager.dialog_data.update({"above": slug, "page": 0})
    else:
        await _take(manager, slug)


async def choose_above(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the territory that is open."""
    above = _above(manager, await read_rulebook(manager))
    if above is not None:
        await _take(manager, above)


async def choose_own(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the territory where the author lives."""
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.territory in (await read_rulebook(manager)).territories.nodes:
        await _take(manager, viewer.territory)


async def go_up(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go one level up."""
    rulebook = await read_rulebook(manager)
    above = _above(manager, rulebook)
    parent = rulebook.territories.require(above).parent if above is not None else None
    manager.dialog_data.update({"above": parent, "page": 0})


async def take_text(_text: str, manager: DialogManager) -> None:
    """Point at the buttons: a name alone would be guessed."""
    notes.say(manager, "proposal-by-button")


async def _take(manager: DialogManager, slug: str | None) -> None:
    await moving.answered(manager, lambda contents: replace(contents, territory=slug))
