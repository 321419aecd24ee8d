"""A stranger in the walk: public pages without cookies and foreign hosts, the kit for the press."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from zipfile import ZipFile

from playwright.async_api import Browser, Page, Response

from core.model.language import Language
from tests.walk.staff import CAMPAIGN, LAPTOP, PATIENCE, Worker, keep

HEAVIEST = 50_000
"""Bytes that a public page may have without its pictures, uncompressed as the test reads it."""


@asynccontextmanager
async def anybody(browser: Browser, url: str) -> AsyncIterator[Page]:
    """Open the public pages as somebody who is known nowhere; assert that it stays so."""
    context = await browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert await context.cookies() == []
    assert [each for each in asked if not each.startswith((url, "data:"))] == []
    await context.close()


async def read(page: Page, url: str, path: str, language: Language) -> str:
    """Return what a public page of the campaign says in a language; it is light."""
    answer = await page.goto(f"{url}c/{CAMPAIGN}/{path}?lang={language}")
    assert isinstance(answer, Response)
    assert answer.status == 200, path
    assert len(await answer.body()) < HEAVIEST
    assert await page.locator("html").get_attribute("lang") == language.value
    name = path.replace("/", "-").strip("-") or "campaign"
    await keep(page, f"public-{name}-{language}")
    return await page.inner_text("body")


async def fetch_kit(worker: Worker) -> None:
    """Get posters and texts by one press; in the archive are both languages."""
    await worker.go("kit")
    await worker.shot("kit")
    async with worker.page.expect_download() as downloading:
        label = worker.say("button-kit-download")
        await worker.page.locator("main").get_by_role("button", name=label).first.click()
    content = (await (await downloading.value).path()).read_bytes()
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        posters = [archive.read(name) for name in names if name.endswith(".pdf")]
    assert posters
    assert all(poster.startswith(b"%PDF") for poster in posters)
    texts = [name for name in names if not name.endswith((".pdf", ".png"))]
    assert all(any(f"-{language}." in name for name in texts) for language in Language), names
