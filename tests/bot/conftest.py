"""A town, a sandbox with two people, and our bot between them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.client import Person
from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.bot.sample_screens import build_screens
from tests.support.front import Front, log_as_in_production, running_front
from tests.support.town import Town, build_town

PEOPLE: list[Json] = [
    {"id": 1001, "first_name": "Айгүл", "language_code": "kk", "phone": "+77010000001"},
    {"id": 1002, "first_name": "Игорь", "language_code": "ru", "phone": "+77010000002"},
]


log = pytest.fixture(autouse=True)(log_as_in_production)


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A local Telegram with two people."""
    async with RunningSandbox(people=PEOPLE, patience=30) as running:
        yield running


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open."""
    built = await build_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def front(sandbox: RunningSandbox, town: Town, tmp_path: Path) -> AsyncIterator[Front]:
    """The bot with the sample screens, polling the sandbox."""
    async with running_front(sandbox, town.services, tmp_path, build_screens()) as running:
        yield running


@pytest.fixture
async def aigul(sandbox: RunningSandbox, front: Front) -> Person:  # noqa: ARG001  (who answers)
    """Somebody who speaks Kazakh and has pressed START."""
    person = sandbox.person(1001)
    await person.start()
    return person
