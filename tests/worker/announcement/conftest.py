"""A town at eleven in the morning, and a Telegram with a crowd."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.running import RunningSandbox
from tests.support.town import Town, build_town
from tests.worker.announcement.sending import CROWD, MANY


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open, at eleven in the morning."""
    built = await build_town(database_url, tmp_path)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A Telegram with a crowd."""
    async with RunningSandbox(patience=30) as running:
        await running.crowd(MANY, CROWD)
        yield running
