"""On whose behalf an update calls use cases: services, the campaign of the viewer's place, the account.

Separate because nearly every action and getter begins by asking this.
"""

from typing import NamedTuple

from aiogram_dialog import DialogManager

from bot.screen import ScreenOutdated
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.services import Services


class Whose(NamedTuple):
    """The first arguments of a use case."""

    services: Services
    campaign_id: CampaignId
    account_id: int


def whose(manager: DialogManager) -> Whose:
    """Return them for the update at hand; raise ``ScreenOutdated`` where no place is chosen."""
    viewer: Viewer = manager.middleware_data["viewer"]
    return Whose(manager.middleware_data["services"], place_of(viewer), viewer.account_id)


def place_of(viewer: Viewer) -> CampaignId:
    """Return the campaign of the viewer's place; raise ``ScreenOutdated`` where none is chosen."""
    if viewer.campaign_id is None:
        raise ScreenOutdated
    return viewer.campaign_id
