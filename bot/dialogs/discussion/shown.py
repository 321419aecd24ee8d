"""Which proposal a screen shows: known to its buttons and to the update at hand, kept only while one writes.

Separate because a proposal keeps its number when it becomes a project, and what somebody looked at last must
not lie on the disk beside the account (E7, ledger 3). Whoever writes a question names the proposal anyway.
"""

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.buttons import Talk, TalkButton
from bot.dialogs import states
from bot.dialogs.entrance import require_place
from bot.screen import ScreenOutdated
from core.model.campaign import CampaignId
from core.model.viewer import Viewer
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services

_KEY = "shown_proposal"
_WRITING = frozenset({states.Discussion.ask, states.MyProposal.answer, states.Appeal.write})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A proposal by campaign and number; ``other`` is a page, a question or another proposal."""

    campaign: str
    number: int
    other: int = 0
    is_whole: bool = False

    def button(self, do: Talk, other: int = 0) -> TalkButton:
        """Return a button about this proposal."""
        return TalkButton(do=do, campaign=self.campaign, number=self.number, other=other)


class Asking(NamedTuple):
    """The first arguments of the use cases of a proposal."""

    services: Services
    campaign_id: CampaignId
    account_id: int
    number: int


async def open_shown(
    manager: DialogManager, state: State, shown: Shown, *, show_mode: ShowMode = ShowMode.AUTO
) -> None:
    """Show a screen of the proposal as the only one."""
    await manager.start(state, data=asdict(shown), mode=StartMode.RESET_STACK, show_mode=show_mode)


async def take_shown(start_data: Any, manager: DialogManager) -> None:
    """Move the proposal out of what is kept of the screen; an ``on_start`` of the dialogs."""
    if not isinstance(start_data, dict) or "number" not in start_data:
        await require_place(start_data, manager)
        return
    manager.middleware_data[_KEY] = Shown(**start_data)
    context = manager.current_context()
    context.start_data = None
    if context.state in _WRITING:
        context.dialog_data.update(start_data)


def require_shown(manager: DialogManager) -> Shown:
    """Return what the screen is about; raise ``ScreenOutdated`` in an update that names no proposal."""
    kept = manager.dialog_data
    if "number" in kept:
        return Shown(**{name: kept[name] for name in ("campaign", "number", "other")})
    shown: Shown | None = manager.middleware_data.get(_KEY)
    if shown is None:
        raise ScreenOutdated
    return shown


async def asking(manager: DialogManager) -> Asking:
    """Return on whose behalf use cases are called, and about which proposal."""
    shown = require_shown(manager)
    services: Services = manager.middleware_data["services"]
    viewer: Viewer = manager.middleware_data["viewer"]
    campaign_id = await find_campaign(services, shown.campaign)
    return Asking(services, campaign_id, viewer.account_id, shown.number)
