"""What presses on the home screen and in the rules do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.dialogs.guide.getters import sole_campaign
from core.model.viewer import Viewer
from core.usecases.browsing.listing import Filters, keep_filters
from core.usecases.guide.home import home
from core.usecases.services import Services


async def begin_guide(data: Any, manager: DialogManager) -> None:
    """Show help to everybody, and rules without a place where there is but one campaign to read about."""
    is_help = manager.current_context().state == states.Guide.help
    viewer: Viewer = manager.middleware_data["viewer"]
    if is_help or (viewer.language is not None and await sole_campaign(manager.middleware_data["services"])):
        return
    await require_place(data, manager)


async def begin_home(data: Any, manager: DialogManager) -> None:
    """Lead to language or place where they are missing, and to helper mode while it lasts (K1)."""
    viewer: Viewer = manager.middleware_data["viewer"]
    if viewer.is_helping:
        await manager.start(states.Helper.intro, mode=StartMode.RESET_STACK)
    else:
        await require_place(data, manager)


async def begin_vote(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Show the projects for which the person may vote; the vote itself stands on their cards (E4)."""
    viewer: Viewer = manager.middleware_data["viewer"]
    services: Services = manager.middleware_data["services"]
    if viewer.campaign_id is not None and viewer.territory is not None:
        seen = await home(services, viewer.campaign_id, viewer.account_id, viewer.territory)
        filters = Filters(territory=seen.own[0].slug if len(seen.own) == 1 else None)
        await keep_filters(services, viewer.campaign_id, viewer.account_id, filters)
    await manager.start(states.Browsing.list, mode=StartMode.RESET_STACK)


async def open_chapter(_press: CallbackQuery, _select: Any, manager: DialogManager, chapter: str) -> None:
    """Open a chapter of the rules on its first page."""
    manager.dialog_data.update({"chapter": chapter, "page": 0})
    await manager.switch_to(states.Guide.chapter)
