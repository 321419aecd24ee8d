"""A town on SQLite, for what is told from it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.front import log_as_in_production
from tests.support.town import Town, build_town

log = pytest.fixture(autouse=True)(log_as_in_production)


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open."""
    built = await build_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()
