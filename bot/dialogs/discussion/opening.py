"""Opening whatever a number stands for: a project, a proposal of others, one's own (D5, B6, D6).

Separate because lists, links and notices lead by the number alone.
"""

from aiogram_dialog import DialogManager

from bot.dialogs.entrance import open_found
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.discussion.finding import find_card
from core.usecases.services import Services


async def open_number(manager: DialogManager, campaign_id: CampaignId, number: int) -> None:
    """Open the page of one's own proposal, else the card; raise ``RuleViolation`` ``project-unknown``."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    found = await find_card(services, campaign_id, viewer.account_id, number, is_own_first=True)
    await open_found(manager, campaign_id, number, found.kind)
