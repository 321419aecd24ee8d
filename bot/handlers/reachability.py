"""Blocking and coming back, as Telegram tells it before any message fails (G4)."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from bot.filters import InPrivate
from core.usecases.place import account
from core.usecases.services import Services


def build_router() -> Router:
    """Make the router."""
    router = Router(name="reachability")
    router.my_chat_member.register(keep, InPrivate())
    return router


async def keep(change: ChatMemberUpdated, services: Services) -> None:
    """Keep whether the person lets the bot write; only /start ends a /stop."""
    is_reachable = change.new_chat_member.status == ChatMemberStatus.MEMBER
    await account.set_reachable(services, change.from_user.id, is_reachable=is_reachable)
