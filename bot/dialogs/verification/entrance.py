"""The way into verification from a project; separate, as the vote that leads here is no screen (ledger 3)."""

from aiogram_dialog import DialogManager, StartMode

from bot.buttons import VoteButton
from bot.dialogs import states
from bot.dialogs.entrance import settle_near
from bot.wishes import Wishes
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, RuleViolation
from core.model.viewer import Viewer
from core.usecases.browsing.card import card
from core.usecases.services import Services


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
        await settle_near(manager, campaign_id, project)
    await manager.start(states.Verification.ways, mode=StartMode.RESET_STACK)
    await manager.answer_callback()
