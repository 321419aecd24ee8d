"""What the windows of the outcome show."""

from typing import Any

from aiogram_dialog import DialogManager

from bot.dialogs.guide.getters import require_place
from bot.dialogs.outcome.report import report_pages
from bot.dialogs.place.getters import PAGE_SIZE
from bot.dialogs.widgets import Choice, pages
from bot.screen import ScreenOutdated
from core.language.locales import Words
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.usecases.outcome import reading
from core.usecases.place import choosing
from core.usecases.services import Services


async def get_outcome(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of the outcome of the chosen territory, first of the viewer's own (F5)."""
    try:
        campaign_id, territory = await _shown(services, viewer, dialog_manager)
        report = await reading.get_report(services, campaign_id, territory)
        rulebook = await choosing.require_rulebook(services, campaign_id)
    except RuleViolation:
        raise ScreenOutdated from None
    written = report_pages(words, report, services.clock.now()) if report else [nowhere(words, rulebook)]
    paged = pages(dialog_manager, len(written))
    return {
        "text": written[paged["page"]],
        "has_pages": len(written) > 1,
        "has_territories": len(rulebook.voting.territories) > (1 if report else 0),
        **paged,
    }


def nowhere(words: Words, rulebook: Rulebook) -> str:
    """Return what is said above the territories that have outcomes; a ``guide`` has none (A6)."""
    return words("outcome-choose") if rulebook.voting.territories else words("outcome-guide")


async def get_territories(
    services: Services, viewer: Viewer, words: Words, dialog_manager: DialogManager, **_: Any
) -> dict[str, Any]:
    """Return a page of the voting territories; those that are counted bear a mark."""
    try:
        campaign_id, _territory = await _shown(services, viewer, dialog_manager)
        rulebook = await choosing.require_rulebook(services, campaign_id)
    except RuleViolation:
        raise ScreenOutdated from None
    counted = await reading.list_counted(services, campaign_id)
    slugs = rulebook.voting.territories
    paged = pages(dialog_manager, -(-len(slugs) // PAGE_SIZE))
    first = paged["page"] * PAGE_SIZE
    found = [
        Choice(
            value=slug,
            label=words(
                "button-outcome-territory",
                territory=rulebook.territories.require(slug),
                is_counted=slug in counted,
            ),
        )
        for slug in slugs[first : first + PAGE_SIZE]
    ]
    return {"choices": found, **paged}


async def _shown(services: Services, viewer: Viewer, manager: DialogManager) -> tuple[CampaignId, str]:
    """Return campaign and territory of the outcome: those that were chosen, else those of the place."""
    chosen = manager.dialog_data
    if "campaign" in chosen:
        return await choosing.find_campaign(services, chosen["campaign"]), chosen["territory"]
    campaign_id, own = require_place(viewer)
    return campaign_id, chosen.get("territory", own)
