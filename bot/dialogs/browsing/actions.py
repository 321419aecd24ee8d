"""What presses and typed texts in list and filters do."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs import states
from bot.dialogs.browsing.lookup import find_number
from bot.dialogs.browsing.shown import Shown, open_card
from bot.dialogs.place.getters import top
from bot.dialogs.whose import whose
from bot.dialogs.widgets import page_of
from core.rulebook.model import ListOrder
from core.rules.digits import MoneyProblem
from core.rules.money import read_money
from core.usecases.browsing import listing
from core.usecases.browsing.listing import Filters
from core.usecases.place import choosing


async def look_up(message: Message, _input: Any, manager: DialogManager) -> None:
    """Open the project whose number was typed, otherwise search for the words (D3, D5)."""
    services, campaign_id, _ = whose(manager)
    number = await find_number(services, campaign_id, message.text or "")
    if number is not None:
        await open_card(manager, Shown(number=number))
        return
    await _keep(manager, words=message.text, page=0)
    await manager.switch_to(states.Browsing.list)


async def turn(_press: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """Go to the page before or after."""
    services, campaign_id, account_id = whose(manager)
    page = page_of(manager) + (1 if button.widget_id == "page_after" else -1)
    await listing.keep_page(services, campaign_id, account_id, max(page, 0))


async def clear(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Look for everything again; the order stays."""
    services, campaign_id, account_id = whose(manager)
    filters = await listing.get_filters(services, campaign_id, account_id)
    await listing.keep_filters(services, campaign_id, account_id, Filters(order=filters.order))


async def choose_order(_press: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """List in the order that the button names."""
    await _keep(manager, order=ListOrder(button.widget_id.removeprefix("order_")), page=0)


async def open_territory(_press: CallbackQuery, _select: Any, manager: DialogManager, territory: str) -> None:
    """Go further down the tree, or look in the territory where nothing lies below it."""
    services, campaign_id, _ = whose(manager)
    tree = (await choosing.require_rulebook(services, campaign_id)).territories
    manager.dialog_data["above"] = territory
    if not tree.children(territory):
        await look_here(_press, _select, manager)


async def look_here(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Look in the territory that is open; the topmost one is no filter."""
    services, campaign_id, _ = whose(manager)
    tree = (await choosing.require_rulebook(services, campaign_id)).territories
    territory = manager.dialog_data.pop("above", None)
    await _keep(manager, territory=None if territory == top(tree) else territory, page=0)
    await manager.switch_to(states.Browsing.filters)


async def go_up(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go one level up the tree; above the first one are the filters."""
    services, campaign_id, _ = whose(manager)
    tree = (await choosing.require_rulebook(services, campaign_id)).territories
    above = manager.dialog_data.pop("above", None)
    if above in tree.nodes and above != top(tree):
        manager.dialog_data["above"] = tree.require(above).parent
    else:
        await manager.switch_to(states.Browsing.filters)


async def choose_direction(_press: CallbackQuery, _select: Any, manager: DialogManager, slug: str) -> None:
    """Look for projects of a direction alone."""
    await _keep(manager, direction=slug, page=0)
    await manager.switch_to(states.Browsing.filters)


async def drop_direction(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Look for projects of every direction."""
    await _keep(manager, direction=None, page=0)
    await manager.switch_to(states.Browsing.filters)


async def read_cost(message: Message, _input: Any, manager: DialogManager) -> None:
    """Read a typed sum back before it counts, or say why it is not understood (B3)."""
    read = read_money(message.text or "")
    is_problem = isinstance(read, MoneyProblem)
    manager.dialog_data["problem"] = str(read) if is_problem else None
    manager.dialog_data["cost"] = None if is_problem else read


async def choose_cost(_press: CallbackQuery, _select: Any, manager: DialogManager, cost: str) -> None:
    """Look for projects that cost as much at most."""
    await _keep(manager, cost_at_most=int(cost), page=0)
    await leave_cost(_press, _select, manager)


async def accept_cost(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Let the sum count that was read back."""
    await _keep(manager, cost_at_most=manager.dialog_data.get("cost"), page=0)
    await leave_cost(_press, _button, manager)


async def drop_cost(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Look for projects of any cost."""
    await _keep(manager, cost_at_most=None, page=0)
    await leave_cost(_press, _button, manager)


async def leave_cost(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go back to the filters and forget what was typed."""
    manager.dialog_data.update({"cost": None, "problem": None})
    await manager.switch_to(states.Browsing.filters)


async def _keep(manager: DialogManager, **changes: Any) -> None:
    services, campaign_id, account_id = whose(manager)
    filters = await listing.get_filters(services, campaign_id, account_id)
    await listing.keep_filters(services, campaign_id, account_id, replace(filters, **changes))
