"""Which project a card shows: known to the card's buttons and to the update at hand, and to nothing else.

Separate because a number in the state of a screen would lie on the disk beside the account, and the card that
somebody opened last says much about the vote (E7, ledger 3).
"""

from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.screen import ScreenOutdated

_KEY = "shown_project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A project by its number; ``campaign`` is empty for the one of the viewer's place."""

    number: int
    campaign: str | None = None
    is_whole: bool = False


async def open_card(manager: DialogManager, shown: Shown, *, show_mode: ShowMode = ShowMode.AUTO) -> None:
    """Show the card as the only screen."""
    data = {"number": shown.number, "campaign": shown.campaign, "is_whole": shown.is_whole}
    await manager.start(states.Browsing.card, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def take_project(start_data: Any, manager: DialogManager) -> None:
    """Move the project out of what is kept of the screen; an ``on_start`` of the dialog."""
    if isinstance(start_data, dict) and "number" in start_data:
        manager.middleware_data[_KEY] = Shown(**start_data)
        manager.current_context().start_data = None
    else:
        await require_place(start_data, manager)


def require_shown(manager: DialogManager) -> Shown:
    """Return what the card is to show; raise ``ScreenOutdated`` in an update that names no project."""
    shown: Shown | None = manager.middleware_data.get(_KEY)
    if shown is None:
        raise ScreenOutdated
    return shown
