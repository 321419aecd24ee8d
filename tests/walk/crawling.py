"""Everybody of the office opens whatever pages lead to, in both languages, and axe looks at each."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping

from playwright.async_api import Page

from core.model.language import Language
from tests.support.axe import Scheme, serious_findings
from tests.walk.staff import CAMPAIGN, Worker, keep

SCHEMES: Mapping[Language, Scheme] = {Language.KAZAKH: "dark", Language.RUSSIAN: "light"}
"""Contrast is the same in both languages, and names are the same by day and by night."""

_FILES = re.compile(r"/files/|/pictures/|poster-|\.(?:pdf|docx|xlsx|csv|json|png|zip)$")
_NAMES = re.compile(r"(?<=/)(?:\d+|[0-9a-f]{8,})(?=/|$)")
_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_LINKS = "every => every.filter(each => !each.hasAttribute('download')).map(each => each.href)"


async def crawl(worker: Worker, mark: str, also: Iterable[str] = ()) -> tuple[dict[str, str], list[str]]:
    """Return the pages that this reader is led to, one of each kind, and what is wrong with them.

    ``also`` are pages of the campaign that only some of their kind lead to.
    """
    waiting = [worker.url, *(f"{worker.url}{CAMPAIGN}/{path}" for path in also)]
    pages, faults = {kind_of(each, worker.url): each for each in waiting}, list[str]()
    while waiting:
        faults += [each async for each in _look(worker, waiting.pop(0), mark)]
        for found in await _links(worker.page, worker.url):
            kind = kind_of(found, worker.url)
            if kind not in pages:
                pages[kind] = found
                waiting.append(found)
    return pages, faults


async def read_again(worker: Worker, mark: str, addresses: Iterable[str]) -> list[str]:
    """Return what is wrong with these pages."""
    return [each for address in addresses async for each in _look(worker, address, mark)]


def kind_of(address: str, url: str) -> str:
    """Return what kind of page it is: its path with numbers and keys left out."""
    return _NAMES.sub("*", address.removeprefix(url.rstrip("/"))).strip("/")


async def _look(worker: Worker, address: str, mark: str) -> AsyncIterator[str]:
    page = worker.page
    answer = await page.goto(address)
    kind = kind_of(address, worker.url)
    if answer is None or answer.status >= 400:
        yield f"{mark} {kind}: {answer.status if answer else 'nothing'}"
        return
    if await page.evaluate(_WIDE):
        yield f"{mark} {kind}: wider than the screen"
    for finding in await serious_findings(page, schemes=(SCHEMES[worker.language],)):
        yield f"{mark} {kind}: {finding}"
    await keep(page, f"page-{kind.replace('/', '-') or 'home'}-{mark}")


async def _links(page: Page, url: str) -> Iterator[str]:
    every = await page.locator("a[href]").evaluate_all(_LINKS)
    paths = (each.partition("#")[0].partition("?")[0] for each in every)
    return (each for each in dict.fromkeys(paths) if each.startswith(url) and not _FILES.search(each))
