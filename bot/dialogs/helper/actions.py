"""What presses and typed codes in helper mode do (K1)."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from bot.answers import delete, tell
from bot.dialogs import states
from bot.dialogs.whose import whose
from bot.middlewares import see_again
from bot.serving import Served
from core.usecases.helper.mode import begin_helping, call_next, stop_helping
from core.usecases.verification.code import verify_by_code


async def go_on(_start_data: Any, result: Any, manager: DialogManager) -> None:
    """Go on after the consent; without it no code is taken, so the home screen follows."""
    if result is not True:
        await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def begin(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Lend the telephone: from here on nothing of its owner's is shown."""
    services, campaign_id, account_id = whose(manager)
    await begin_helping(services, campaign_id, account_id)
    manager.middleware_data["wishes"].forget(account_id)
    await see_again(manager)
    await manager.switch_to(states.Helper.now)


async def take_code(message: Message, _input: Any, manager: DialogManager) -> None:
    """Verify whose code was typed; it leaves the chat first (E2)."""
    await delete(message)
    services, campaign_id, account_id = whose(manager)
    person = await verify_by_code(services, campaign_id, account_id, typed=message.text or "")
    manager.middleware_data["wishes"].bind(account_id, person)
    await see_again(manager)
    await manager.switch_to(states.Helper.person)


async def next_person(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Clear everything of the person who was served."""
    await clear(manager)
    await manager.switch_to(states.Helper.now)


async def stop(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Give the telephone back to its owner, with nothing of the last person on it."""
    await clear(manager)
    services, campaign_id, account_id = whose(manager)
    await stop_helping(services, campaign_id, account_id)
    words = manager.middleware_data["words"]
    await tell(manager.middleware_data["event_update"], words("helper-stopped"))
    await see_again(manager)
    await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def clear(manager: DialogManager) -> None:
    """Forget the person who was served, in the database, in memory, and in the chat."""
    services, campaign_id, account_id = whose(manager)
    await call_next(services, campaign_id, account_id)
    data = manager.middleware_data
    data["wishes"].forget(account_id)
    served: Served = data["served"]
    await served.clear(data["bot"], account_id, keep=_message_id(manager))
    await see_again(manager)


def _message_id(manager: DialogManager) -> int | None:
    """Return the message that the next screen takes the place of."""
    message = getattr(manager.event, "message", None)
    return message.message_id if message is not None else None
