"""Using a slip on the account at hand; apart, for a link, a screen of its own and that of codes lead here."""

from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.paper.claiming import claim, is_claim_code
from core.usecases.services import Services

CAMPAIGN, NUMBER, IS_TOLD = "campaign", "number", "is_told"
"""What the screen remembers: which application was opened, and whether its news come here."""


async def claim_here(manager: DialogManager, campaign_id: CampaignId, typed: str) -> None:
    """Use the slip with this code and show what it has opened; raise ``RuleViolation`` as ``claim``."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    told = await claim(services, campaign_id, viewer.account_id, typed)
    data = {CAMPAIGN: campaign_id.campaign, NUMBER: told.number, IS_TOLD: told.is_told}
    await manager.start(states.Paper.done, data=data, mode=StartMode.RESET_STACK)


async def used_slip(manager: DialogManager, campaign_id: CampaignId, typed: str) -> bool:
    """Use what was typed if it is the code of a slip, and say whether it was; a clerk's code is none."""
    services: Services = manager.middleware_data["services"]
    if not await is_claim_code(services, campaign_id, typed):
        return False
    await claim_here(manager, campaign_id, typed)
    return True
