"""Makes what every process needs from the settings: ports, texts, the bot's address.

Separate from `app.parts`, so that the operator's commands do not wait two seconds for aiogram.
"""

import os
from dataclasses import dataclass

from app.clock import SystemClock, make_clock
from core.files.scanning import NoScanner
from core.files.store import DiskStore
from core.identity.keys import KeyFolder
from core.language.locales import Locales
from core.language.swearing import read_stems
from core.settings import Settings
from core.store.database import Database
from core.usecases.campaign.reading import Rulebooks
from core.usecases.services import Services
from gateways.clamd import ClamdScanner

PRIVATE = 0o077
"""What others on the machine may do with files of a process: nothing, they hold people's data."""


class TokenMissing(Exception):
    """BOT_TOKEN is not set, and without it there is no bot to run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the bot lives: its token and the Bot API server."""

    token: str
    api_url: str


def make_services(settings: Settings) -> Services:
    """Make the ports for use cases; nothing is connected yet."""
    return Services(
        database=Database(settings.database_url),
        rulebooks=Rulebooks(),
        keys=KeyFolder(settings.keys_dir),
        files=DiskStore(settings.files_dir),
        scanner=ClamdScanner(url=settings.clamd_url) if settings.clamd_url else NoScanner(),
        clock=make_clock(settings.clock_file),
        real_clock=SystemClock(),
        random_bytes=os.urandom,
        swear_stems=read_stems(settings.locales_dir),
        web_url=settings.web_url.rstrip("/"),
        announcement_alone_most=settings.announcement_alone_most,
    )


def make_locales(settings: Settings) -> Locales:
    """Read the texts; for people a broken one falls back on the other language."""
    return Locales.load(settings.locales_dir, strict=False)


def make_address(settings: Settings) -> Address:
    """Return where the bot lives; raise ``TokenMissing``."""
    if settings.bot_token is None or not settings.bot_token.get_secret_value():
        raise TokenMissing
    return Address(token=settings.bot_token.get_secret_value(), api_url=settings.bot_api_url.rstrip("/"))
