"""Puts dispatcher, guards, routers and dialogs together; separate from `app`, which chooses the parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from aiogram import Dispatcher, Router
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage
from aiogram_dialog import setup_dialogs

from bot.albums import Albums
from bot.intents import make_names_unique
from bot.middlewares import CampaignGate, Freshness, LogContext, PrivacyGuard, Viewing
from bot.reports import Reports
from bot.router import build_router
from bot.serving import Served
from bot.turns import ProcessTurns, Turns
from bot.wishes import Wishes
from core.language.locales import Locales
from core.usecases.services import Services
from messenger.files import Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Where screens are remembered, what keeps updates apart, and what else processes share."""

    storage: BaseStorage
    isolation: BaseEventIsolation
    turns: Turns = field(default_factory=ProcessTurns)
    albums: Albums = field(default_factory=Albums)
    wishes: Wishes = field(default_factory=Wishes)
    reports: Reports = field(default_factory=Reports)
    served: Served = field(default_factory=Served)


def build_dispatcher(
    services: Services,
    locales: Locales,
    memory: Memory,
    pictures: Pictures,
    screens: Iterable[Router],
    *,
    web_url: str = "",
) -> Dispatcher:
    """Make the dispatcher; call ``emit_startup`` before the first update, dialogs are collected there.

    Handlers, getters and actions are given ``services``, ``locales``, ``pictures``, ``wishes``, ``albums``,
    ``reports``, ``served``, ``web_url`` (where the pages are, empty without any), ``viewer`` and ``words``.
    """
    make_names_unique()
    dispatcher = Dispatcher(
        storage=memory.storage,
        events_isolation=memory.isolation,
        services=services,
        locales=locales,
        pictures=pictures,
        wishes=memory.wishes,
        reports=memory.reports,
        served=memory.served,
        albums=memory.albums,
        web_url=web_url,
    )
    dispatcher.startup.register(memory.served.watch)
    dispatcher.shutdown.register(memory.albums.flush)
    # aiogram closes the memory of screens first; what still waits is drawn before that.
    dispatcher.shutdown.handlers.insert(0, dispatcher.shutdown.handlers.pop())
    guards = (LogContext(), Viewing(services, locales), PrivacyGuard(), CampaignGate(services), Freshness())
    for guard in guards:
        dispatcher.update.outer_middleware(guard)
    dispatcher.include_router(build_router(screens))
    setup_dialogs(dispatcher, events_isolation=memory.isolation)
    return dispatcher
