"""Commands of the menu: each opens its screen, whatever was open before (`bot.commands`)."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from bot.dialogs.entrance import enter
from bot.dialogs.verification import share_key
from core.language.locales import Words
from core.model.viewer import Viewer
from core.usecases.place import account
from core.usecases.services import Services

SCREENS: dict[str, State] = {
    "projects": states.Browsing.list,
    "propose": states.Proposal.overview,
    "rules": states.Guide.contents,
    "verify": states.Verification.ways,
    "myvote": states.Voting.receipt,
    "outcome": states.Outcome.territory,
    "following": states.Discussion.followed,
    "place": states.Place.campaign,
    "language": states.Place.language,
    "mydata": states.Privacy.data,
    "forget": states.Privacy.forget,
    "reminders": states.Reminder.manner,
    "help": states.Guide.help,
    "helper": states.Helper.intro,
}
"""Commands that only open a screen."""


def build_router() -> Router:
    """Make the router; it stands before the dialogs, since an open one is offered every message."""
    router = Router(name="commands")
    router.message.register(start, CommandStart())
    router.message.register(stop, Command("stop"))
    router.message.register(show_screen, Command(*SCREENS))
    return router


async def start(
    _message: Message,
    command: CommandObject,
    services: Services,
    viewer: Viewer,
    dialog_manager: DialogManager,
) -> None:
    """Let notices come again, and show what the link or the plain start leads to (D5, G4)."""
    await share_key.take_away(dialog_manager)
    await account.come_back(services, viewer.account_id)
    await enter(dialog_manager, command.args)


async def stop(message: Message, services: Services, viewer: Viewer, words: Words) -> None:
    """Send no more notices; what the person asks for is still answered (G4)."""
    await account.stop(services, viewer.account_id)
    await message.answer(words("place-stopped"))


async def show_screen(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """Open the command's screen as the only one."""
    await share_key.take_away(dialog_manager)
    await dialog_manager.start(SCREENS[command.command], mode=StartMode.RESET_STACK)
