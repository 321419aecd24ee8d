"""The way into verification; separate from its screens, as the vote that leads here is none (ledger 3)."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from bot.buttons import VoteButton
from bot.dialogs import states
from bot.dialogs.entrance import require_place, settle_near
from bot.dialogs.whose import whose
from bot.middlewares import see_again
from bot.wishes import Wishes
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation
from core.model.viewer import Viewer
from core.rulebook.model import Mode
from core.usecases.browsing.card import card
from core.usecases.place.choosing import choose_place, require_rulebook
from core.usecases.privacy.consent import has_consent
from core.usecases.services import Services
from core.usecases.verification.person import current_person
from messenger.buttons import DraftButton

FROM_A_VOTE = {"is_from_a_vote": True}
"""Start data of the ways for whoever was led there by a vote; for which project stands nowhere (ledger 3)."""


CAMPAIGN, DRAFT = "campaign", "draft"
"""Start data of the ways for whoever was led there by submitting: which application waits (B1)."""


async def begin(data: Any, manager: DialogManager) -> None:
    """Ask for the consent first; whoever is verified already sees what that allows (M1)."""
    if manager.middleware_data["viewer"].campaign_id is None:
        await require_place(data, manager)
        return
    services, campaign_id, account_id = whose(manager)
    if manager.middleware_data["viewer"].is_helping:
        await manager.start(states.Helper.intro, mode=StartMode.RESET_STACK)
        return
    if data != FROM_A_VOTE:
        manager.middleware_data["wishes"].leave(account_id)
    if await current_person(services, campaign_id, account_id) is not None:
        await manager.switch_to(states.Verification.done)
    elif await _has_to_agree(services, campaign_id, account_id):
        await manager.start(states.Privacy.consent)


async def _has_to_agree(services: Services, campaign_id: CampaignId, account_id: int) -> bool:
    """Say whether the consent comes next: not twice, nor in a ``guide``, where nobody is verified (A6)."""
    rulebook = await require_rulebook(services, campaign_id)
    is_guide = rulebook.voting.mode.value is Mode.GUIDE
    return not is_guide and not await has_consent(services, campaign_id, account_id)


async def verify_first(
    violation: RuleViolation, manager: DialogManager, campaign_id: CampaignId, button: VoteButton
) -> None:
    """Lead whoever only lacks the verification to its ways and remember the button; raise other violations.

    A campaign that is not the viewer's place becomes it, since people are verified where they are (P9).
    """
    if violation.refusal is not Refusal.NOT_VERIFIED:
        raise violation
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    wishes: Wishes = manager.middleware_data["wishes"]
    wishes.keep(viewer.account_id, button)
    if viewer.campaign_id != campaign_id:
        project = (await card(services, campaign_id, button.number)).project
        await settle_near(manager, campaign_id, project.territory)
    await manager.start(states.Verification.ways, data=FROM_A_VOTE, mode=StartMode.RESET_STACK)
    await manager.answer_callback()


async def verify_author(manager: DialogManager, campaign_id: CampaignId, draft_id: str) -> None:
    """Lead whoever submits unverified to the ways; the application is one press away afterwards (B1).

    Its campaign becomes the place of whoever lives elsewhere, since people are verified where they are (P9).
    """
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.campaign_id != campaign_id:
        rulebook = await require_rulebook(services, campaign_id)
        top = rulebook.territories.children(None)[0]
        await choose_place(services, viewer.account_id, campaign_id, top.slug)
        await see_again(manager)
    data = {CAMPAIGN: campaign_id.campaign, DRAFT: draft_id}
    await manager.start(states.Verification.ways, data=data, mode=StartMode.RESET_STACK)


def waiting_draft(manager: DialogManager) -> DraftButton | None:
    """Return the button to the application that waits for the verification, if one does."""
    is_here = manager.has_context() and manager.current_context().state.group is states.Verification
    data = manager.start_data if is_here else None
    if not isinstance(data, dict) or DRAFT not in data:
        return None
    return DraftButton(campaign=data[CAMPAIGN], draft_id=data[DRAFT])


def waiting_data(manager: DialogManager) -> dict[str, str] | None:
    """Return the start data that keeps an application waiting on the next screen of verification."""
    button = waiting_draft(manager)
    return {CAMPAIGN: button.campaign, DRAFT: button.draft_id} if button is not None else None
