"""What the home screen and the rules show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.buttons import ReportButton
from bot.dialogs.guide.home import home_text
from bot.dialogs.guide.pages import chapter_pages
from bot.dialogs.widgets import Choice, pages
from bot.screen import ScreenOutdated
from core.language.locales import Locales, Words
from core.language.markup import Safe
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.usecases.guide import home as usecase
from core.usecases.guide.chapters import Chapter
from core.usecases.place import choosing
from core.usecases.services import Services


async def get_home(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the first screen as it is now for the viewer (A3)."""
    campaign_id, territory = require_place(viewer)
    try:
        home = await usecase.home(services, campaign_id, viewer.account_id, territory)
    except RuleViolation:
        raise ScreenOutdated from None
    official = home.rulebook.official.pages
    return {
        "text": home_text(words, home),
        "actions": frozenset(home.actions),
        "has_session": home.person is not None and home.person.session is not None,
        "official_page": official[0] if official else "",
    }


async def get_contents(services: Services, viewer: Viewer, words: Words, **_: Any) -> dict[str, Any]:
    """Return the chapters of the rules."""
    rulebook, _territory = await _rulebook(services, viewer)
    return {
        "title": rulebook.title,
        "plan_year": rulebook.plan_year,
        "akimat": rulebook.akimat.name,
        "choices": [
            Choice(value=chapter, label=words(f"button-chapter-{chapter.value}")) for chapter in Chapter
        ],
    }


async def get_chapter(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of a chapter, written from the rulebook in force."""
    rulebook, territory = await _rulebook(services, viewer)
    chapter = Chapter(dialog_manager.dialog_data["chapter"])
    written = chapter_pages(words, rulebook, chapter, territory, services.clock.now())
    paged = pages(dialog_manager, len(written))
    return {
        "heading": words(f"chapter-{chapter.value}"),
        "body": written[paged["page"]],
        "has_pages": len(written) > 1,
        **paged,
    }


def require_place(viewer: Viewer) -> tuple[CampaignId, str]:
    """Return campaign and territory of the viewer's place; raise ``ScreenOutdated`` where there is none."""
    if viewer.campaign_id is None or viewer.territory is None:
        raise ScreenOutdated
    return viewer.campaign_id, viewer.territory


async def get_help(services: Services, viewer: Viewer, locales: Locales, **_: Any) -> dict[str, Any]:
    """Return how the bot is used, in both languages for whoever has chosen none (P6).

    Whoever has a place is told the official bot, and how to report pressure or a bought vote (E9).
    """
    languages = Language if viewer.language is None else (viewer.language,)
    texts = [locales.words(language)("guide-help") for language in languages]
    if viewer.campaign_id is None or viewer.language is None:
        return {"text": Safe("\n\n".join(texts)), "report": None}
    words = locales.words(viewer.language)
    rulebook, _territory = await _rulebook(services, viewer)
    official = rulebook.official.bot
    texts += [words("help-official", bot=official)] if official else []
    texts.append(words("help-concern"))
    return {"text": Safe("\n\n".join(texts)), "report": ReportButton(do="begin")}


async def sole_campaign(services: Services) -> Rulebook | None:
    """Return the rulebook of the only campaign, ``None`` where there are several or none."""
    found = await choosing.list_rulebooks(services)
    return found[0] if len(found) == 1 else None


async def _rulebook(services: Services, viewer: Viewer) -> tuple[Rulebook, str]:
    """Return the rulebook and whose dates are told: those of the place, else of the only campaign's top."""
    sole = None if viewer.campaign_id is not None else await sole_campaign(services)
    if sole is not None:
        return sole, sole.territories.children(None)[0].slug
    campaign_id, territory = require_place(viewer)
    try:
        rulebook = await choosing.require_rulebook(services, campaign_id)
    except RuleViolation:
        raise ScreenOutdated from None
    if territory not in rulebook.territories.nodes:
        raise ScreenOutdated
    return rulebook, territory
