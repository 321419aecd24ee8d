"""A town whose voting is over and a Telegram in which its people live."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.support.front import log_as_in_production
from tests.support.town import CLOSED, Town, build_town

FIRST, COUNT = 7000, 6

log = pytest.fixture(autouse=True)(log_as_in_production)


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign at the end of its voting, with six accounts that chose a place."""
    built = await build_town(database_url, tmp_path)
    for account in range(FIRST, FIRST + COUNT):
        await built.settle(account)
    built.clock.set_to(CLOSED)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A Telegram in which those six have started the bot."""
    people: list[Json] = [{"id": FIRST + number, "first_name": f"№{number}"} for number in range(COUNT)]
    async with RunningSandbox(people=people, patience=30) as running:
        for each in people:
            await running.person(each["id"]).start(wait=False)
        yield running
