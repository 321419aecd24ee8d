"""What each screen weighs in both languages, beside the smallest picture that would tell as much (P5)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import TelegramMethod

from bench import front
from bench.front import Front
from bench.lines import Line
from bench.statements import Statements, counted
from bench.telegram import Shown
from bench.town import CAMPAIGN, PROJECT, Town, build, settle
from bot.buttons import CardButton, CastButton, VoteButton
from core.model.language import Language

THUMBNAIL_BYTES = 20 * 1024
AGAINST = "one picture of 20 KB"

SLOW_LINE = 20_000
"""Bits in a second on a weak 2G connection."""

STRANGER = 1000
"""Somebody who is not verified; of the residents each language has one."""

STEPS = {
    "language": "/language",
    "place": "/place",
    "home": "/start",
    "rules": "/rules",
    "list": "/projects",
    "card": CardButton(campaign=CAMPAIGN.campaign, number=PROJECT).pack(),
    "verification": "/verify",
    "question": VoteButton(campaign=CAMPAIGN.campaign, number=PROJECT).pack(),
    "receipt": CastButton(campaign=CAMPAIGN.campaign, number=PROJECT, session="").pack(),
}
"""How each screen is reached: by a command or by a button; the order is that of a first visit."""


async def measure(url: str, folder: Path) -> AsyncIterator[Line]:
    """Weigh every screen on the migrated database at ``url``."""
    town = await build(url, folder, residents=len(Language))
    try:
        async with front.running(town.services, folder) as running:
            for language in Language:
                async for line in _visit(town, running, language):
                    yield line
    finally:
        await town.services.database.dispose()


async def _visit(town: Town, running: Front, language: Language) -> AsyncIterator[Line]:
    resident = next(town.accounts)
    await settle(town.services, (resident, STRANGER), language)
    for name, step in STEPS.items():
        account_id = STRANGER if name == "verification" else resident
        reach = running.people.write if step.startswith("/") else running.people.press
        with counted() as statements:
            await reach(account_id, step)
        shown = running.telegram.shown.pop(account_id)
        yield _line(f"screen_bytes_{name}_{language}", running, shown, statements)


def _line(name: str, running: Front, shown: Shown, statements: Statements) -> Line:
    weight = _bytes(running, shown)
    times = {"form_bytes": _form_bytes(running, shown), "seconds_on_2g": round(weight * 8 / SLOW_LINE, 2)}
    return Line(
        name=name,
        value=weight,
        baseline=THUMBNAIL_BYTES,
        unit="bytes",
        against=AGAINST,
        facts={**times, **statements.facts()},
    )


def _bytes(running: Front, shown: Shown) -> int:
    """Return the UTF-8 bytes of the request's fields: text, buttons and links, as they reach the phone."""
    fields = shown.model_dump(warnings=False)
    values = [running.telegram.prepare_value(value, running.bot, {}) for value in fields.values()]
    return sum(len(str(value).encode()) for value in values if value)


def _form_bytes(running: Front, shown: TelegramMethod[Any]) -> int:
    """Return the bytes of the request's body as it goes to Telegram, six for each Cyrillic letter."""
    return AiohttpSession().build_form_data(running.bot, shown)().size or 0
