"""A shared contact, whatever screen is open: the key that asks for it may still be on the phone (E2)."""

from aiogram import F, Router
from aiogram.types import Contact, Message, User
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs import states
from bot.dialogs.verification import share_key
from bot.dialogs.verification.entrance import waiting_data
from bot.dialogs.whose import place_of
from bot.filters import Magic
from bot.wishes import Wishes
from core.model.viewer import Viewer
from core.usecases.services import Services
from core.usecases.verification.phone import verify_by_phone


def build_router() -> Router:
    """Make the router."""
    router = Router(name="verification")
    router.message.register(take_contact, Magic(F.contact.as_("contact")), Magic(F.from_user.as_("sender")))
    return router


async def take_contact(
    message: Message,
    contact: Contact,
    sender: User,
    services: Services,
    viewer: Viewer,
    wishes: Wishes,
    dialog_manager: DialogManager,
) -> None:
    """Verify by the number for which Telegram vouches; a refusal leaves the key where it is."""
    is_own = contact.user_id == sender.id and message.forward_origin is None
    number, campaign_id = contact.phone_number, place_of(viewer)
    person = await verify_by_phone(services, campaign_id, sender.id, number=number, is_own=is_own)
    wishes.bind(sender.id, person)
    await share_key.take_away(dialog_manager, message)
    data = waiting_data(dialog_manager)
    await dialog_manager.start(states.Verification.done, data=data, mode=StartMode.RESET_STACK)
