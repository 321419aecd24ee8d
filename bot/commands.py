"""What Telegram itself shows of the bot: commands, name and descriptions, in both languages.

Separate because it is told to Telegram once at the start, and only where it differs from what stands there.
"""

from collections.abc import Iterator
from contextlib import suppress

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from core.language.locales import Locales, Words
from core.model.language import Language

COMMANDS = (
    "start",
    "projects",
    "propose",
    "rules",
    "verify",
    "myvote",
    "outcome",
    "following",
    "place",
    "language",
    "mydata",
    "forget",
    "reminders",
    "stop",
    "report",
    "helper",
    "help",
)
"""In the order of the menu; each has a text ``command-<name>`` and a handler."""

COMMAND_TEXTS = tuple(f"command-{name}" for name in COMMANDS)

_log = structlog.get_logger()


async def publish(bot: Bot, locales: Locales) -> None:
    """Bring Telegram up to date; a failure is logged, since people can be answered without it."""
    for code, words in _versions(locales):
        try:
            await _publish(bot, words, code)
        except AiogramError as error:
            _log.warning("publishing_failed", language=code, error=type(error).__name__)
    await _check_inline_mode(bot)


async def _check_inline_mode(bot: Bot) -> None:
    """Say where cards in other chats are not allowed, which only people can change, in BotFather (D4)."""
    with suppress(AiogramError):
        if not (await bot.me()).supports_inline_queries:
            _log.warning("inline_mode_off")


def _versions(locales: Locales) -> Iterator[tuple[str | None, Words]]:
    """Yield each language, and Kazakh once more for those whose phone speaks neither (P6)."""
    yield None, locales.words(Language.KAZAKH)
    for language in Language:
        yield language.value, locales.words(language)


async def _publish(bot: Bot, words: Words, code: str | None) -> None:
    wanted = {name: words(f"command-{name}") for name in COMMANDS}
    shown = await bot.get_my_commands(language_code=code)
    # Objects that came from different clients are never equal in aiogram, so their contents are compared.
    if [(each.command, each.description) for each in shown] != list(wanted.items()):
        commands = [BotCommand(command=name, description=text) for name, text in wanted.items()]
        await bot.set_my_commands(commands, language_code=code)
    name = words("command-bot-name")
    if (await bot.get_my_name(language_code=code)).name != name:
        await bot.set_my_name(name, language_code=code)
    description = words("command-bot-description")
    if (await bot.get_my_description(language_code=code)).description != description:
        await bot.set_my_description(description, language_code=code)
    short = words("command-bot-short-description")
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
