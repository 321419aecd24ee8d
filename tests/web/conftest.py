"""A town during the intake, a proposal that asks for papers, and the pages on a free port."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import ClientSession, FormData, TCPConnector, web

from app.serving import KEPT_OPEN_SECONDS, make_runner
from core.files.scanning import Scanner
from core.model.language import Language
from core.usecases.proposal.uploading import make_link
from tests.support.front import log_as_in_production, strict_locales
from tests.support.papers import Looking, asked
from tests.support.proposals import INTAKE, account_of
from tests.support.town import CAMPAIGN, Town, build_town
from web.application import build_app
from web.limits import Limits

log = pytest.fixture(autouse=True)(log_as_in_production)

TITLE = '<script>alert(1)</script> & "тырнақша"'
"""A title with everything that a page must not take for its own."""


@dataclass(frozen=True, slots=True)
class Site:
    """The pages and where they are served."""

    url: str
    client: ClientSession

    async def get(self, path: str) -> tuple[int, str]:
        """Return status and text of a page."""
        async with self.client.get(self.url + path) as answer:
            return answer.status, await answer.text()

    async def send(self, path: str, *files: bytes, name: str = "құжат.pdf") -> tuple[int, str]:
        """Send files as the form does, with the empty field that browsers add, and follow to the answer."""
        form = FormData(quote_fields=False)
        for content in files:
            form.add_field("papers", BytesIO(content), filename=name, content_type="application/octet-stream")
        form.add_field("papers", b"", filename="", content_type="application/octet-stream")
        async with self.client.post(self.url + path, data=form) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def serving(
    town: Town,
    *,
    limits: Limits | None = None,
    scanner: Scanner | None = None,
    kept_open: float = KEPT_OPEN_SECONDS,
    web_url: str = "",
) -> AsyncIterator[Site]:
    """Serve the pages until the block ends."""
    services = replace(town.services, scanner=scanner or Looking())
    runner = make_runner(build_app(services, strict_locales(), limits, web_url=web_url), kept_open)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession(connector=TCPConnector(force_close=True)) as client:
        yield Site(url, client)
    await runner.cleanup()


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while proposals are taken."""
    built = await build_town(sqlite_url, tmp_path)
    built.clock.set_to(INTAKE)
    yield built
    await built.services.database.dispose()


@pytest.fixture
async def number(town: Town) -> int:
    """A proposal whose author has to hand in papers, and whose title is no markup."""
    return await asked(town, title=TITLE)


@pytest.fixture
async def site(town: Town) -> AsyncIterator[Site]:
    """The pages."""
    running: AbstractAsyncContextManager[Site] = serving(town)
    async with running as served:
        yield served


async def link_to(town: Town, number: int, language: Language = Language.KAZAKH) -> str:
    """Return the path of a new link."""
    link = await make_link(town.services, CAMPAIGN, account_of(0), number, language)
    assert link is not None
    return f"/papers/{link.url_token}"
