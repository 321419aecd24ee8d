"""What the windows of language and place show."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.dialogs.place.languages import language_button
from bot.dialogs.widgets import Choice, pages
from bot.screen import ScreenOutdated
from core.language.locales import Locales, Words
from core.language.markup import Safe
from core.model.language import Language
from core.model.refusals import RuleViolation
from core.model.territory import Territory, TerritoryTree
from core.rulebook.model import Rulebook
from core.usecases.place import choosing
from core.usecases.services import Services

PAGE_SIZE = 8
"""Buttons of a list that a phone shows without scrolling."""


async def get_languages(
    locales: Locales, event_from_user: User, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return greeting and button of each language in its own words; the phone's own only comes first (P6)."""
    guessed = (event_from_user.language_code or "").partition("-")[0]
    ordered = sorted(Language, key=lambda language: language.value != guessed)
    greetings = [locales.words(language)("place-language") for language in ordered]
    return {
        "greeting": Safe("\n\n".join(greetings)),
        "languages": [language_button(dialog_manager, language) for language in ordered],
    }


async def get_campaigns(
    services: Services, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of the campaigns, the current ones first (P9)."""
    rulebooks = await choosing.list_rulebooks(services)
    facts = [_campaign_facts(ordinal, rulebook) for ordinal, rulebook in enumerate(rulebooks, start=1)]
    labels = [words("button-campaign", **each) for each in facts]
    names = [rulebook.campaign for rulebook in rulebooks]
    found = [Choice(value=name, label=label) for name, label in zip(names, labels, strict=True)]
    paged = _page(dialog_manager, found)
    first = paged["page"] * PAGE_SIZE
    lines = [words("place-campaign-line", **each) for each in facts[first : first + PAGE_SIZE]]
    return {"campaigns": Safe("\n".join(lines)), **paged}


def _campaign_facts(ordinal: int, rulebook: Rulebook) -> dict[str, object]:
    tree = rulebook.territories
    slug = top(tree)
    place = rulebook.akimat.name if slug is None else tree.require(slug).name
    return {"ordinal": ordinal, "place": place, "title": rulebook.title, "plan_year": rulebook.plan_year}


async def get_territories(
    services: Services, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of the territories below the one chosen so far."""
    tree = (await _rulebook(services, dialog_manager)).territories
    above = _above(tree, dialog_manager)
    found = [
        Choice(value=node.slug, label=node.name.in_language(words.language)) for node in tree.children(above)
    ]
    is_top = top(tree) == above
    return {
        "path": path(tree, above, words.language),
        "is_top": is_top,
        "has_whole": is_top and above is not None,
        "is_below": not is_top,
        **_page(dialog_manager, found),
    }


def top(tree: TerritoryTree) -> str | None:
    """Return the territory in which all others lie, ``None`` where there are several roots."""
    roots = tree.children(None)
    return roots[0].slug if len(roots) == 1 else None


def path(tree: TerritoryTree, slug: str | None, language: Language) -> str:
    """Return a territory's name after those above it; the common root is named only where it is all."""
    if slug is None:
        return ""
    line = [*tree.line(slug)]
    shown: Sequence[Territory] = line[:-1] or line
    return ", ".join(node.name.in_language(language) for node in reversed(shown))


async def _rulebook(services: Services, manager: DialogManager) -> Rulebook:
    try:
        campaign_id = await choosing.find_campaign(services, manager.dialog_data["campaign"])
        return await choosing.require_rulebook(services, campaign_id)
    except (RuleViolation, KeyError):
        raise ScreenOutdated from None


def _above(tree: TerritoryTree, manager: DialogManager) -> str | None:
    above: str | None = manager.dialog_data.get("above")
    if above is not None and above not in tree.nodes:
        raise ScreenOutdated
    return above if above is not None else top(tree)


def _page(manager: DialogManager, found: Sequence[Choice]) -> dict[str, Any]:
    paged = pages(manager, -(-len(found) // PAGE_SIZE))
    first = paged["page"] * PAGE_SIZE
    return {"choices": found[first : first + PAGE_SIZE], **paged}
