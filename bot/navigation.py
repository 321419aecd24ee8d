"""Ways into a screen from outside of screens: lasting buttons, and leading home from what is outdated."""

from typing import assert_never

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.dialogs.verification import share_key
from messenger.buttons import Destination


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


async def open_screen(
    manager: DialogManager, destination: Destination, *, show_mode: ShowMode = ShowMode.AUTO
) -> None:
    """Open a screen as the only one: whatever was open before is forgotten, a key under the chat as well."""
    await share_key.take_away(manager)
    await manager.start(state_of(destination), mode=StartMode.RESET_STACK, show_mode=show_mode)
