"""The way in: language and place come first, then whatever was asked for; a link's payload waits meanwhile.

Separate because commands, links and every screen that needs a place enter by it.
"""

from typing import Any

from aiogram.types import Update
from aiogram_dialog import DialogManager, StartMode

from bot.answers import tell
from bot.dialogs import states
from bot.dialogs.paper.claimed import claim_here
from bot.handlers.errors import refusal_text
from bot.middlewares import see_again
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.viewer import Viewer
from core.usecases.discussion.finding import CardKind, find_card
from core.usecases.office.linking import link_account
from core.usecases.paper.claiming import resolve_claim_link
from core.usecases.paper.slips import CLAIM_LINK
from core.usecases.place import choosing
from core.usecases.services import Services

PROJECT_LINK = "c-"
PLACE_LINK = "t-"
STAFF_LINK = "staff-"

_CARDS = {
    CardKind.PROJECT: states.Browsing.card,
    CardKind.PROPOSAL: states.Discussion.card,
    CardKind.OWN: states.MyProposal.card,
}


async def enter(manager: DialogManager, payload: str | None = None) -> None:
    """Show what /start, or a link with ``payload``, leads to (D5)."""
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.language is None:
        data = {"payload": payload} if payload else None
        await manager.start(states.Place.language, data=data, mode=StartMode.RESET_STACK)
        return
    try:
        await _follow(manager, payload or "")
    except RuleViolation as violation:
        # A poster may outlive its campaign: whoever follows it is told so and comes in all the same.
        await tell(_update(manager), refusal_text(manager.middleware_data["words"], violation))
        await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def require_place(_data: Any, manager: DialogManager) -> None:
    """Lead whoever has no language or no place to choosing them; an ``on_start`` of screens that need one."""
    viewer: Viewer = manager.middleware_data["viewer"]
    services: Services = manager.middleware_data["services"]
    if viewer.language is None:
        await manager.start(states.Place.language, mode=StartMode.RESET_STACK)
    elif not await choosing.has_place(services, viewer):
        await manager.start(states.Place.campaign, mode=StartMode.RESET_STACK)


async def _follow(manager: DialogManager, payload: str) -> None:
    if payload.startswith(PROJECT_LINK):
        await _open_card(manager, payload.removeprefix(PROJECT_LINK))
        return
    if payload.startswith(CLAIM_LINK):
        await _use_slip(manager, payload)
        return
    if payload.startswith(STAFF_LINK):
        await _remind_staff(manager, payload.removeprefix(STAFF_LINK))
    if payload.startswith(PLACE_LINK):
        await _take_place(manager, payload.removeprefix(PLACE_LINK))
    await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def _open_card(manager: DialogManager, link: str) -> None:
    """Open a card; whoever has no place yet is set down where the project's votes count."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    campaign_id, number = await choosing.resolve_card_link(services, link)
    found = await find_card(services, campaign_id, viewer.account_id, number)
    if not await choosing.has_place(services, viewer):
        await settle_near(manager, campaign_id, found.territory)
    await open_found(manager, campaign_id, number, found.kind)


async def open_found(manager: DialogManager, campaign_id: CampaignId, number: int, kind: CardKind) -> None:
    """Open the card of this kind as the only screen."""
    data = {"campaign": campaign_id.campaign, "number": number}
    await manager.start(_CARDS[kind], data=data, mode=StartMode.RESET_STACK)


async def settle_near(manager: DialogManager, campaign_id: CampaignId, territory: str) -> None:
    """Set the viewer down in the voting territory of a project or proposal in ``territory``.

    Its own territory may have one project alone, and would say for years which one that was (E7).
    """
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    rulebook = await choosing.require_rulebook(services, campaign_id)
    place = rulebook.voting_territory(territory) or territory
    await choosing.choose_place(services, viewer.account_id, campaign_id, place)
    await see_again(manager)


async def _use_slip(manager: DialogManager, link: str) -> None:
    """Open what a slip is for; whoever has no place yet is set down where the proposal is (B9, D5)."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    campaign_id, code = await resolve_claim_link(services, link)
    await claim_here(manager, campaign_id, code)
    if not await choosing.has_place(services, viewer):
        found = await find_card(
            services, campaign_id, viewer.account_id, manager.dialog_data["number"], is_own_first=True
        )
        await settle_near(manager, campaign_id, found.territory)


async def _remind_staff(manager: DialogManager, token: str) -> None:
    """Let this account be reminded of office terms, and say what comes here and what never does (L1)."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    is_linked = await link_account(services, token, viewer.account_id)
    words = manager.middleware_data["words"]
    await tell(_update(manager), words("staff-linked" if is_linked else "staff-link-over"))


async def _take_place(manager: DialogManager, link: str) -> None:
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    campaign_id, territory = await choosing.resolve_place_link(services, link)
    await choosing.choose_place(services, viewer.account_id, campaign_id, territory)
    await see_again(manager)


def _update(manager: DialogManager) -> Update:
    update: Update = manager.middleware_data["event_update"]
    return update
