"""Makes the kit and a project's sheet for somebody of the office, and logs each (A7, D2)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from core.documents.kit import kit_zip, occasions, posters
from core.documents.poster import CardFacts, Occasion, PosterFacts, card_pdf, poster_png
from core.documents.texts import Announcement, Outlet, announcement
from core.language.locales import Locales
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.model.stage import StageWindow
from core.rulebook.model import Rulebook
from core.rules.permissions import OfficeAct
from core.store import browsing
from core.usecases.office.permission import log_act, require_right
from core.usecases.services import Services

MAKE_KIT = "make-kit"
MAKE_CARD = "make-card"
"""How the log calls them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What one kit has in it: how many posters, and the texts in the reader's language."""

    occasion: Occasion
    window: StageWindow
    posters: int
    texts: Sequence[tuple[Outlet, Announcement]]


async def preview_kits(
    services: Services, locales: Locales, actor: Actor, campaign_id: CampaignId, language: Language
) -> Sequence[Preview]:
    """Return what can be made for the campaign, none where no stage calls for it; raise as ``make_kit``."""
    rulebook = await _require(services, actor, campaign_id)
    return [_preview(locales, rulebook, occasion, language) for occasion in occasions(rulebook)]


async def preview_poster(
    services: Services, locales: Locales, actor: Actor, campaign_id: CampaignId, occasion: Occasion
) -> bytes:
    """Return the poster for the whole campaign as a PNG of a screen's size; raise as ``make_kit``."""
    rulebook = await _require(services, actor, campaign_id)
    _require_stage(rulebook, occasion)
    facts = PosterFacts(rulebook=rulebook, occasion=occasion)
    return await asyncio.to_thread(poster_png, locales, facts)


async def make_kit(
    services: Services, locales: Locales, actor: Actor, campaign_id: CampaignId, occasion: Occasion
) -> bytes:
    """Return the kit as ZIP and log that it was made.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, or ``campaign-unknown`` for a campaign
            without such a stage: nothing on the page leads there.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.MAKE_KIT)
        _require_stage(rulebook, occasion)
        await log_act(services, connection, actor, campaign_id, MAKE_KIT, occasion.value)
    return await asyncio.to_thread(kit_zip, locales, rulebook, occasion)


async def make_card(
    services: Services, locales: Locales, actor: Actor, campaign_id: CampaignId, number: int
) -> bytes:
    """Return the sheet with a project's QR code as PDF and log that it was made.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden``, or ``project-unknown``, also where the
            campaign has no bot to which a code could lead.
    """
    async with services.database.write() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.MAKE_KIT)
        found = await browsing.list_projects(connection, campaign_id, [number])
        if not found or not rulebook.official.bot:
            raise refuse(Refusal.PROJECT_UNKNOWN)
        await log_act(services, connection, actor, campaign_id, MAKE_CARD, str(number))
    facts = CardFacts(rulebook=rulebook, number=number, title=found[0].title)
    return await asyncio.to_thread(card_pdf, locales, facts, services.clock.now())


async def _require(services: Services, actor: Actor, campaign_id: CampaignId) -> Rulebook:
    async with services.database.read() as connection:
        return await require_right(services, connection, actor, campaign_id, OfficeAct.MAKE_KIT)


def _require_stage(rulebook: Rulebook, occasion: Occasion) -> StageWindow:
    window = rulebook.window(occasion.stage)
    if window is None:
        raise refuse(Refusal.CAMPAIGN_UNKNOWN)
    return window


def _preview(locales: Locales, rulebook: Rulebook, occasion: Occasion, language: Language) -> Preview:
    facts = PosterFacts(rulebook=rulebook, occasion=occasion)
    return Preview(
        occasion=occasion,
        window=_require_stage(rulebook, occasion),
        posters=len(posters(rulebook, occasion)),
        texts=[(outlet, announcement(locales, language, facts, outlet)) for outlet in Outlet],
    )
