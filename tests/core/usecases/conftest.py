"""The town in which use cases are tried, on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.town import Town, build_town


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while voting is open, with ten people of one district who have telephones."""
    built = await build_town(database_url, tmp_path)
    yield built
    await built.services.database.dispose()
