"""What the home screen and the rules show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.guide.chapters import Chapter, chapter_pages
from bot.dialogs.guide.home import home_text
from bot.dialogs.widgets import Choice, pages
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.usecases.guide import home as usecase
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
    rulebook = await _rulebook(services, viewer)
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
    rulebook = await _rulebook(services, viewer)
    territory = require_place(viewer)[1]
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


async def _rulebook(services: Services, viewer: Viewer) -> Rulebook:
    campaign_id, territory = require_place(viewer)
    try:
        rulebook = await choosing.require_rulebook(services, campaign_id)
    except RuleViolation:
        raise ScreenOutdated from None
    if territory not in rulebook.territories.nodes:
        raise ScreenOutdated
    return rulebook
