"""What presses and typed texts in the screens of verification do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from bot.answers import delete
from bot.dialogs import states
from bot.dialogs.paper.claimed import used_slip
from bot.dialogs.verification import share_key
from bot.dialogs.whose import whose
from core.usecases.verification.code import verify_by_code
from core.usecases.verification.person import finish


async def go_on(_start_data: Any, result: Any, manager: DialogManager) -> None:
    """Go on after the consent; without it nobody can be verified, so the home screen follows."""
    if result is not True:
        await manager.start(states.Home.now, mode=StartMode.RESET_STACK)


async def ask_phone(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Put the key with which Telegram vouches for the number in the place of the keyboard."""
    await share_key.put_phone(manager)
    await manager.switch_to(states.Verification.phone)


async def leave_phone(_press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Take the key away again."""
    await share_key.take_away(manager)
    await manager.switch_to(states.Verification.ways)


async def explain_key(message: Message, _input: Any, manager: DialogManager) -> None:
    """Say that a number typed by hand proves nothing (E2)."""
    await message.answer(manager.middleware_data["words"]("verification-phone-typed"))


async def take_code(message: Message, _input: Any, manager: DialogManager) -> None:
    """Verify by what was typed, or open what a slip is for; it leaves the chat first (E2, B9)."""
    await delete(message)
    services, campaign_id, account_id = whose(manager)
    if await used_slip(manager, campaign_id, message.text or ""):
        return
    person = await verify_by_code(services, campaign_id, account_id, typed=message.text or "")
    manager.middleware_data["wishes"].bind(account_id, person)
    await clear_chat(manager, keep=manager.current_stack().last_message_id)
    await manager.switch_to(states.Verification.done)


async def finish_session(press: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """End the session; the next person on this phone sees nothing of this one (E2)."""
    services, campaign_id, account_id = whose(manager)
    await finish(services, campaign_id, account_id)
    manager.middleware_data["wishes"].forget(account_id)
    await clear_chat(manager, keep=press.message.message_id if press.message is not None else None)
    await manager.middleware_data["served"].forget(account_id)


async def clear_chat(manager: DialogManager, *, keep: int | None) -> None:
    """Take out of the chat what a person who came by a code has left there, but for the screen (E2)."""
    _services, _campaign_id, account_id = whose(manager)
    data = manager.middleware_data
    await data["served"].clear(data["bot"], account_id, keep=keep)
