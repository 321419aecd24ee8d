"""Ways into a screen from outside of screens: lasting buttons, and leading home from what is outdated."""

from typing import assert_never

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.dialogs.verification import share_key
from bot.middlewares import see_again
from core.language.locales import Words
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.place import choosing
from core.usecases.services import Services
from messenger.buttons import Destination, GoThereButton


def state_of(destination: Destination) -> State:
    """Return the screen to which a lasting button leads."""
    match destination:
        case Destination.HOME:
            return states.Home.now
        case Destination.VERIFICATION:
            return states.Verification.ways
        case Destination.OUTCOME:
            return states.Outcome.territory
        case _:
            assert_never(destination)


async def open_screen_there(manager: DialogManager, button: GoThereButton) -> str:
    """Open a screen of the campaign that ``button`` names; return what the person is to be told, if anything.

    An outcome is shown wherever the person lives; other screens follow the place, which is changed for them.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    services: Services = manager.middleware_data["services"]
    campaign_id = await choosing.find_campaign(services, button.campaign)
    if button.to is Destination.OUTCOME:
        await share_key.take_away(manager)
        data = {"campaign": button.campaign, "territory": button.territory}
        await manager.start(states.Outcome.territory, data=data, mode=StartMode.RESET_STACK)
        return ""
    told = await _move_to(manager, campaign_id)
    await open_screen(manager, button.to)
    return told


async def _move_to(manager: DialogManager, campaign_id: CampaignId) -> str:
    """Make the campaign the place of whoever lives elsewhere, at its top: nothing says where in it."""
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.campaign_id == campaign_id:
        return ""
    rulebook = await choosing.require_rulebook(services, campaign_id)
    top = rulebook.territories.children(None)[0]
    await choosing.choose_place(services, viewer.account_id, campaign_id, top.slug)
    words: Words = manager.middleware_data["words"]
    await see_again(manager)
    return words("place-moved-alert", title=rulebook.title)


async def open_screen(
    manager: DialogManager, destination: Destination, *, show_mode: ShowMode = ShowMode.AUTO
) -> None:
    """Open a screen as the only one: whatever was open before is forgotten, a key under the chat as well."""
    await share_key.take_away(manager)
    await manager.start(state_of(destination), mode=StartMode.RESET_STACK, show_mode=show_mode)
