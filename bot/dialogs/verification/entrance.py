"""The way into verification from a project; separate, as the vote that leads here is no screen (ledger 3)."""

from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from bot.middlewares import see_again
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.browsing.card import card
from core.usecases.place.choosing import choose_place
from core.usecases.services import Services


async def verify_first(manager: DialogManager, campaign_id: CampaignId, number: int) -> None:
    """Show the ways of the project's campaign; a campaign that is not the viewer's place becomes it (P9)."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.campaign_id != campaign_id:
        project = (await card(services, campaign_id, number)).project
        await choose_place(services, viewer.account_id, campaign_id, project.territory)
        await see_again(manager)
    await manager.start(states.Verification.ways, mode=StartMode.RESET_STACK)
