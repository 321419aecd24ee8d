"""The order in which routers are asked: groups, service events, lasting buttons, screens, the unexpected."""

from collections.abc import Iterable

from aiogram import Router

from bot.filters import InPrivate
from bot.handlers import errors, groups, lasting, reachability, unexpected
from bot.helping import HelperGate
from bot.reports import ReportsLeft


def build_router(screens: Iterable[Router]) -> Router:
    """Make the tree of routers; ``screens`` are commands and dialogs in their own order.

    Commands come before dialogs there, since an open dialog is offered every message.
    """
    root = Router(name="root")
    root.include_routers(errors.build_router(), groups.build_router(), reachability.build_router())
    private = Router(name="private")
    for observer in (private.message, private.edited_message, private.callback_query):
        observer.filter(InPrivate())
    for observer in (private.message, private.callback_query):
        observer.middleware(ReportsLeft())
        observer.middleware(HelperGate())
    private.include_routers(lasting.build_router(), *screens, unexpected.build_router())
    root.include_router(private)
    return root
