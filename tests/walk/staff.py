"""People of the demo's office at laptops of their own: each signs in once and presses what the page says."""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from core.language.markup import plain
from core.model.language import Language
from sandbox.client import Sandbox
from tests.walk.demo import LOCALES, Demo

CAMPAIGN = "rural-okrug"
OKRUG = "ainakol"
LAPTOP = {"width": 1366, "height": 768}
PATIENCE = 60_000
"""Milliseconds that a page may take while other tests run."""

_LAST_SECONDS = 3
"""A code that is shown for less may be over before it has arrived."""

_FOLDER = "SCREENSHOTS"
"""The setting that names a folder for pictures of the stations; without it none are taken."""


@dataclass(slots=True)
class Worker:
    """Somebody who is signed in, reading one of the languages."""

    page: Page
    url: str
    language: Language
    context: BrowserContext

    async def go(self, path: str) -> None:
        """Open a page of the campaign."""
        answer = await self.page.goto(f"{self.url}{CAMPAIGN}/{path}")
        assert answer is not None
        assert answer.status == 200, (path, answer.status)

    def say(self, key: str, **facts: object) -> str:
        """Return a text as this reader's page shows it."""
        return plain(LOCALES.words(self.language)(key, **facts))

    async def press(self, key: str, **facts: object) -> None:
        """Press the button with this text and wait for the page that answers."""
        button = self.page.locator("main").get_by_role("button", name=self.say(key, **facts), exact=True)
        async with self.page.expect_navigation():
            await button.first.click()

    async def decide(self, act: str) -> None:
        """Press the button of a form that stands for an act."""
        async with self.page.expect_navigation():
            await self.page.locator(f'main button[value="{act}"]').click()

    async def fill(self, fields: Mapping[str, str]) -> None:
        """Type into fields and choose in lists, by their names."""
        for name, value in fields.items():
            place = self.page.locator(f'main [name="{name}"]')
            is_list = await place.evaluate("each => each.tagName") == "SELECT"
            await (place.select_option(value) if is_list else place.fill(value))

    async def check(self, name: str, value: str) -> None:
        """Set a tick or choose one of a few."""
        await self.page.locator(f'main [name="{name}"][value="{value}"]').check()

    async def text(self) -> str:
        """Return what the page says."""
        return await self.page.locator("main").inner_text()

    async def refusal(self) -> str:
        """Return what stands against what was asked."""
        return await self.page.get_by_role("alert").inner_text()

    async def saw_done(self) -> None:
        """Wait until the page says that it is done."""
        await self.page.get_by_role("status").wait_for()

    async def switch(self, language: Language) -> None:
        """Read on in this language."""
        if language is not self.language:
            async with self.page.expect_navigation():
                await self.page.locator(f'header button[value="{language}"]').click()
            self.language = language

    async def shot(self, name: str) -> None:
        """Keep a picture of the page where somebody wants to look at it."""
        await keep(self.page, f"{name}-{self.language}")

    async def download(self, path: str) -> bytes:
        """Return a file of the campaign, fetched by this browser."""
        answer = await self.context.request.get(f"{self.url}{CAMPAIGN}/{path}")
        assert answer.status == 200, (path, answer.status)
        return await answer.body()

    async def post(self, path: str, fields: Mapping[str, str]) -> tuple[int, bytes]:
        """Send a form as the page in front would, though it may show no button for it."""
        key = await self.page.locator('[name="form_key"]').first.get_attribute("value")
        form: dict[str, str | float | bool] = {"form_key": key or "", **fields}
        origin = self.url.partition("/office")[0]
        answer = await self.context.request.post(
            f"{self.url}{CAMPAIGN}/{path}", form=form, headers={"Origin": origin}
        )
        return answer.status, await answer.body()


@dataclass(slots=True)
class Office:
    """The laptops of the akimat, one a login."""

    sandbox: Sandbox
    browser: Browser
    workers: dict[str, Worker] = field(default_factory=dict)

    async def worker(self, login: str) -> Worker:
        """Return somebody of the okrug's list, signed in by the code of the own telephone."""
        if login not in self.workers:
            told = await self._told(login)
            made = {name: told[name] for name in ("login", "password", "code")}
            self.workers[login] = await self.sign_in(made, await self.address())
        return self.workers[login]

    async def address(self) -> str:
        """Return where the office is."""
        return str((await self.sandbox.get("/api/staff"))["office"])

    async def sign_in(self, made: Mapping[str, str], url: str) -> Worker:
        """Sign in at a new laptop and read on in the language of that login."""
        context = await self.browser.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        await page.goto(f"{url}sign-in")
        for name, value in made.items():
            await page.fill(f"#{name}", value)
        async with page.expect_navigation():
            await page.keyboard.press("Enter")
        assert "/sign-in" not in page.url, await page.inner_text("main")
        language = await page.locator("html").get_attribute("lang")
        return Worker(page=page, url=url, language=Language(language or ""), context=context)

    async def _told(self, login: str) -> Mapping[str, str]:
        """Return what the staff's telephones show of a login."""
        told = await self.sandbox.get("/api/staff")
        if told["left"] <= _LAST_SECONDS:
            await asyncio.sleep(told["left"])
            told = await self.sandbox.get("/api/staff")
        found: Mapping[str, str] = next(each for each in told["staff"] if each["login"] == f"{OKRUG}.{login}")
        return found


async def keep(page: Page, name: str) -> None:
    """Keep a picture of a page in the folder that was named, if one was."""
    folder = os.environ.get(_FOLDER)
    if folder:
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def text_of(pdf: bytes) -> str:
    """Return what a PDF says, its blanks made one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@dataclass(slots=True)
class Story:
    """What the parts of the walk hand on: the demo, its office, and the two applications of the walk."""

    demo: Demo
    office: Office
    own: int = 0
    paper: int = 0

    async def worker(self, login: str) -> Worker:
        """Return somebody of the office at the own laptop."""
        return await self.office.worker(login)

    async def public(self) -> str:
        """Return where anybody reads."""
        return str((await self.demo.sandbox.get("/api/staff"))["public"])
