"""Talking needs a verified person: whoever is not is led there, and back to the proposal afterwards (D6, E2).

Separate from the presses, because every one of them leads there alike.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram_dialog import DialogManager, StartMode

from bot.buttons import TalkButton
from bot.dialogs import states
from bot.dialogs.entrance import settle_near
from bot.dialogs.verification.entrance import FROM_A_VOTE
from bot.wishes import Wishes
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation
from core.model.viewer import Viewer
from core.usecases.discussion.finding import find_card
from core.usecases.services import Services
from messenger.buttons import ProposalButton


@asynccontextmanager
async def verified_first(
    manager: DialogManager, campaign_id: CampaignId, button: TalkButton
) -> AsyncIterator[None]:
    """Lead whoever only lacks the verification to its ways; let every other violation through.

    A campaign that is not the viewer's place becomes it, since people are verified where they are (P9).
    """
    try:
        yield
    except RuleViolation as violation:
        if violation.refusal is not Refusal.DISCUSSION_NOT_VERIFIED:
            raise
        await _lead(manager, campaign_id, button)


async def _lead(manager: DialogManager, campaign_id: CampaignId, button: TalkButton) -> None:
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    wishes: Wishes = manager.middleware_data["wishes"]
    wishes.keep(viewer.account_id, ProposalButton(campaign=button.campaign, number=button.number))
    if viewer.campaign_id != campaign_id:
        found = await find_card(services, campaign_id, viewer.account_id, button.number)
        await settle_near(manager, campaign_id, found.territory)
    await manager.start(states.Verification.ways, data=FROM_A_VOTE, mode=StartMode.RESET_STACK)
    await manager.answer_callback()
