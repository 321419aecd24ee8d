"""The chat page in Chromium beside a bot that talks; its script must never fail nor ask a foreign host."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from sandbox.records import Json
from sandbox.running import RunningSandbox
from tests.sandbox.conftest import PEOPLE
from tests.sandbox.echo_bot import running_bot

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

INSTANTS: list[Json] = [
    {"name": {"kk": "Дауыс беру", "ru": "Голосование"}, "at": "2099-01-01T12:00:00+05:00"}
]
AIGUL = "[data-person='1001']"
IGOR = "[data-person='1002']"


@pytest.fixture
async def sandbox() -> AsyncIterator[RunningSandbox]:
    """A sandbox with a bot that talks."""
    async with (
        RunningSandbox(people=PEOPLE, instants=INSTANTS, settle=0.1) as running,
        running_bot(running),
    ):
        yield running


@pytest.fixture
async def page(chromium: "Browser", sandbox: RunningSandbox) -> "AsyncIterator[Page]":
    """The chat page in Kazakh, whose script must never fail nor ask a foreign host."""
    opened = await chromium.new_page(viewport={"width": 1280, "height": 860}, locale="kk-KZ")
    opened.set_default_timeout(8000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request", lambda request: faults.append(request.url) if is_foreign(request.url, sandbox) else None
    )
    await opened.goto(sandbox.url)
    await opened.wait_for_selector("body[data-ready]")
    yield opened
    await opened.close()
    assert faults == []


def is_foreign(url: str, sandbox: RunningSandbox) -> bool:
    """Whether a request leaves the sandbox."""
    return not url.startswith((sandbox.url, "data:", "blob:"))


async def focused(page: "Page") -> str:
    """The text of the focused element."""
    return str(await page.evaluate("document.activeElement.innerText")).strip()
