"""Residents before the real screens: a local Telegram, the sample campaign, our bot between them.

Separate from the conftest beside it, whose bot has sample screens alone; conftests of folders import this.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.screens import build_screens
from core.model.language import Language
from core.usecases.browsing.listing import Filters, keep_filters
from core.usecases.place.account import choose_language, see
from core.usecases.place.choosing import choose_place
from sandbox.client import Person
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.support.front import Front, running_front
from tests.support.town import CAMPAIGN, Town, phone_of

STRANGER_PHONE = "77019999999"
"""A telephone that no line of the register has."""

PEOPLE: list[Json] = [
    {"id": 1001, "first_name": "Айгүл", "language_code": "kk", "phone": phone_of(0)},
    {"id": 1002, "first_name": "Игорь", "language_code": "ru", "phone": phone_of(1)},
    {"id": 1003, "first_name": "Дана", "language_code": "kk", "phone": STRANGER_PHONE},
]
AIGUL, IGOR, DANA = 1001, 1002, 1003


@dataclass(frozen=True, slots=True)
class Street:
    """Where residents live: their phones, the campaign, and the folder of the bot's memory."""

    sandbox: RunningSandbox
    town: Town
    folder: Path

    def open_bot(self, *, web_url: str = "") -> AbstractAsyncContextManager[Front]:
        """Run the bot with its real screens as long as the block lasts, as a start of its process does."""
        services = self.town.services
        return running_front(self.sandbox, services, self.folder, build_screens(), web_url=web_url)

    async def settled(
        self, number: int, language: Language = Language.KAZAKH, territory: str = "eski-qala"
    ) -> Person:
        """Return somebody at home, with language and place, whose list shows the city; the bot is open."""
        await see(self.town.services, number)
        await choose_language(self.town.services, number, language)
        await choose_place(self.town.services, number, CAMPAIGN, territory)
        await keep_filters(self.town.services, CAMPAIGN, number, Filters())
        person = self.sandbox.person(number)
        await person.start()
        return person

    async def voter(
        self, number: int, person: int, language: Language = Language.KAZAKH, territory: str = "eski-qala"
    ) -> Person:
        """Return the same, with consent given and verified by the telephone of a person of the register."""
        await self.town.settle(number, territory)
        await self.town.by_phone(number, person)
        return await self.settled(number, language, territory)


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A local Telegram with three people."""
    async with RunningSandbox(people=PEOPLE, patience=30) as running:
        yield running


@pytest.fixture
def street(sandbox: RunningSandbox, town: Town, tmp_path: Path) -> Street:
    """Phones and campaign, with the bot still closed."""
    return Street(sandbox, town, tmp_path)


@pytest.fixture
async def front(street: Street) -> AsyncIterator[Front]:
    """The bot with its real screens, polling the sandbox."""
    async with street.open_bot() as running:
        yield running
