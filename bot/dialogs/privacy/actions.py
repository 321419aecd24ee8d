"""What presses in the windows of consent and kept data do."""

from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs import states
from bot.middlewares import see_again
from core.model.viewer import Viewer
from core.usecases.privacy import forgetting, mydata
from core.usecases.privacy.consent import give_consent
from core.usecases.services import Services

FILE_NAME = "qatysu-mydata.json"


async def agree(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Record the consent in the language in which it was read, and go back to what needed it."""
    viewer: Viewer = manager.middleware_data["viewer"]
    services: Services = manager.middleware_data["services"]
    if viewer.campaign_id is not None:
        await give_consent(services, viewer.campaign_id, viewer.account_id, viewer.speaks)
    await _leave(manager, has_agreed=True)


async def decline(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Go back without recording anything."""
    await _leave(manager, has_agreed=False)


async def download(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Send everything that is kept as a file."""
    viewer: Viewer = manager.middleware_data["viewer"]
    bot: Bot = manager.middleware_data["bot"]
    kept = await mydata.my_data(manager.middleware_data["services"], viewer.account_id)
    if kept is not None:
        await bot.send_document(viewer.account_id, BufferedInputFile(mydata.exported(kept), FILE_NAME))
        manager.show_mode = ShowMode.DELETE_AND_SEND


async def forget(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Erase what may be erased."""
    viewer: Viewer = manager.middleware_data["viewer"]
    await forgetting.forget(manager.middleware_data["services"], viewer.account_id)
    await see_again(manager)
    await manager.start(states.Privacy.forgotten, mode=StartMode.RESET_STACK)


async def _leave(manager: DialogManager, *, has_agreed: bool) -> None:
    if len(manager.current_stack().intents) > 1:
        await manager.done(result=has_agreed)
    else:
        await manager.start(states.Home.now, mode=StartMode.RESET_STACK)
