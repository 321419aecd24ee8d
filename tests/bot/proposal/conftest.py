"""A town while applications are taken, and people who write them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bot.residents import front, sandbox, street
from tests.support.town import Town, build_town

__all__ = ["front", "sandbox", "street"]

INTAKE = datetime(2026, 9, 10, 6, tzinfo=UTC)
"""Eleven in the morning of Almaty, while intake is open in the sample campaign."""


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its intake is open."""
    built = await build_town(sqlite_url, tmp_path)
    built.clock.set_to(INTAKE)
    yield built
    await built.services.database.dispose()
