"""Live counts on the public pages: with their hour, and only there (E6)."""

from pathlib import Path

from core.usecases.outcome.advance import advance
from tests.support.boxes import LIVE, entitle, put_in
from tests.support.town import OPEN, build_town
from tests.web.conftest import serving


async def test_a_project_and_the_list(sqlite_url: str, tmp_path: Path) -> None:
    """Before the hour no page has a vote; then project and list say how many and of when [E6] [D1] [D2]."""
    town = await build_town(sqlite_url, tmp_path, rulebook=LIVE)
    await entitle(town, 5000)
    await put_in(town, *[5] * 200)
    paths = ("/c/semey-demo/projects/5?lang=ru", "/c/semey-demo/projects?lang=ru")
    async with serving(town) as site:
        for path in paths:
            assert "Голоса подсчитаны" not in (await site.get(path))[1]
        town.clock.set_to(OPEN.replace(hour=9))
        await advance(town.services, opens_boxes=False)
        for path in paths:
            status, page = await site.get(path)
            assert status == 200
            assert "Голоса подсчитаны на 20 ноября 2026 года, 14:00" in page.replace("\u00a0", " ")
    await town.services.database.dispose()
