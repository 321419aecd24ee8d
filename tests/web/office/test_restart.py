"""The office's process killed while somebody is signed in: the session is a row and goes on (L1)."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.model.staff import Role
from tests.support.office import sign_in
from tests.support.proposals import INTAKE
from tests.support.town import build_town
from tests.web.test_process import dying

pytestmark = pytest.mark.slow


async def test_a_session_outlives_its_process(database_url: str, tmp_path: Path) -> None:
    """After kill -9 the same cookie and the same form's key work at the next process [L1]."""
    town = await build_town(database_url, tmp_path)
    town.clock.set_to(INTAKE)
    async with dying(town, tmp_path, "never") as (process, site):
        clerk = await sign_in(site, town, Role.CLERK)
        assert "Қызметкер clerk" in (await clerk.get("/office/own"))[1]
        process.kill()
        await process.wait()
    async with dying(town, tmp_path, "never") as (_, site):
        again = replace(clerk, site=site)
        assert "Қызметкер clerk" in (await again.get("/office/own"))[1]
        status, page = await again.post("/office/language", {"language": "ru", "back": "own"})
        assert (status, "Моя страница" in page) == (200, True)
    await town.services.database.dispose()
