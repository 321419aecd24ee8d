"""What presses in the windows of language and place do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from bot.dialogs.place.getters import top
from bot.dialogs.place.languages import take_payload
from bot.middlewares import see_again
from core.model.territory import TerritoryTree
from core.usecases.place import choosing
from core.usecases.services import Services


async def begin(_data: Any, manager: DialogManager) -> None:
    """Let no link stay in memory; go on to the territories where there is only one campaign to choose."""
    take_payload(manager)
    if manager.current_context().state != states.Place.campaign:
        return
    rulebooks = await choosing.list_rulebooks(_services(manager))
    if len(rulebooks) == 1:
        await _descend(manager, rulebooks[0].campaign, None)


async def ask_language(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Ask for the language again."""
    await manager.switch_to(states.Place.language)


async def choose_campaign(_press: CallbackQuery, _select: Any, manager: DialogManager, campaign: str) -> None:
    """Go on to the campaign's territories."""
    await _descend(manager, campaign, None)


async def choose_territory(
    _press: CallbackQuery, _select: Any, manager: DialogManager, territory: str
) -> None:
    """Go further down, or take the place where nothing lies below it."""
    tree = await _tree(manager)
    if tree.children(territory):
        await _descend(manager, manager.dialog_data["campaign"], territory)
    else:
        await _take(manager, territory)


async def stop_here(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the territory reached so far: nobody has to know more of the place than that."""
    await _take(manager, manager.dialog_data.get("above") or top(await _tree(manager)) or "")


async def go_up(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go one level up; above the first one stand the campaigns, or the language where there is only one."""
    tree = await _tree(manager)
    above: str | None = manager.dialog_data.get("above")
    if above is not None and above in tree.nodes and above != top(tree):
        await _descend(manager, manager.dialog_data["campaign"], tree.require(above).parent)
    elif len(await choosing.list_rulebooks(_services(manager))) > 1:
        await _open(manager, states.Place.campaign)
    else:
        await _open(manager, states.Place.language)


async def _take(manager: DialogManager, territory: str) -> None:
    services = _services(manager)
    campaign_id = await choosing.find_campaign(services, manager.dialog_data["campaign"])
    account_id = manager.middleware_data["viewer"].account_id
    await choosing.choose_place(services, account_id, campaign_id, territory)
    await see_again(manager)
    await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def _descend(manager: DialogManager, campaign: str, above: str | None) -> None:
    manager.dialog_data.update({"campaign": campaign, "above": above, "page": 0})
    await manager.switch_to(states.Place.territory)


async def _open(manager: DialogManager, state: Any) -> None:
    manager.dialog_data["page"] = 0
    await manager.switch_to(state)


async def _tree(manager: DialogManager) -> TerritoryTree:
    services = _services(manager)
    campaign_id = await choosing.find_campaign(services, manager.dialog_data["campaign"])
    return (await choosing.require_rulebook(services, campaign_id)).territories


def _services(manager: DialogManager) -> Services:
    services: Services = manager.middleware_data["services"]
    return services
