"""The public pages in Chromium: on a phone and a laptop, in both languages, by keyboard, read by axe-core."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from tests.support.axe import serious_findings
from tests.support.publishing import Published
from tests.web.conftest import Site
from tests.web.public.conftest import HOME

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.slow

PHONE: "ViewportSize" = {"width": 390, "height": 740}
LAPTOP: "ViewportSize" = {"width": 1280, "height": 720}


@pytest.fixture
async def page(chromium: "Browser", site: Site) -> "AsyncIterator[Page]":
    """A phone whose every request is seen: none may leave for another host, and no cookie may come."""
    opened = await chromium.new_page(viewport=PHONE)
    opened.set_default_timeout(20_000)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    assert [address for address in asked if not address.startswith(site.url)] == []
    assert await opened.context.cookies() == []
    await opened.close()


def addresses(published: Published) -> tuple[str, ...]:
    """Return one address of each kind of page."""
    numbers = (
        published.admitted,
        published.council_refused,
        published.unread_refused,
        published.talked_about,
    )
    pages = ("", "rules", "projects", "channels", "data/", "projects?words=zzz&page=9", "outcome/ortalyq")
    return ("/", *(HOME + name for name in pages), *(f"{HOME}projects/{number}" for number in numbers))


@pytest.mark.parametrize("language", Language)
async def test_everybody_can_read_every_page(
    page: "Page", site: Site, published: Published, language: Language
) -> None:
    """No serious finding by day and night, nothing wider than the screen, one heading above all [A3] [P6]."""
    for address in addresses(published):
        lang = f"{'&' if '?' in address else '?'}lang={language}"
        await page.set_viewport_size(PHONE)
        await page.goto(site.url + address + lang)
        assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], address
        assert await serious_findings(page) == [], address
        assert await page.locator("h1").count() == 1, address
        await page.set_viewport_size(LAPTOP)
        assert await page.evaluate("document.documentElement.scrollWidth") == LAPTOP["width"], address


@pytest.mark.usefixtures("published")
async def test_a_resident_finds_a_project_by_keyboard(page: "Page", site: Site) -> None:
    """Type a word in plain letters, Enter, Tab to the find, Enter; back keeps the search [D1] [D3] [P5]."""
    await page.goto(f"{site.url}{HOME}projects?lang=ru")
    await page.get_by_label("Слово или номер").focus()
    await page.keyboard.type("осветить дорожку")
    await page.keyboard.press("Enter")
    await page.get_by_text("Найдено: 1").wait_for()
    link = page.get_by_role("link", name="Осветить дорожку сквера")
    for _ in range(30):
        await page.keyboard.press("Tab")
        if await link.evaluate("node => node === document.activeElement"):
            break
    assert await link.evaluate("node => getComputedStyle(node).outlineStyle") != "none"
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Осветить дорожку сквера").first.wait_for()
    await page.get_by_role("link", name="Қазақша").click()
    await page.get_by_role("heading", name="Сквер жолына шам қою").first.wait_for()
    await page.get_by_role("link", name="Жобалар", exact=True).click()
    await page.get_by_role("heading", name="Жобалар мен ұсыныстар").wait_for()


@pytest.mark.usefixtures("published")
async def test_filters_are_a_form(page: "Page", site: Site) -> None:
    """The conditions open, are kept in the address, and are taken back by one link [D1]."""
    await page.goto(f"{site.url}{HOME}projects?lang=kk")
    await page.get_by_text("Басқа шарттар мен реті").click()
    await page.get_by_label("Аумағы").select_option("ortalyq")
    await page.get_by_label("Құны көп дегенде").fill("1 млн")
    await page.get_by_role("button", name="Көрсету").last.click()
    await page.get_by_text("Табылғаны: 3").wait_for()
    assert "territory=ortalyq" in page.url
    assert await page.get_by_label("Аумағы").input_value() == "ortalyq"
    await page.get_by_role("link", name="Тазалау").click()
    await page.get_by_text("Табылғаны: 47").wait_for()


async def test_pictures_come_when_they_are_asked_for(page: "Page", site: Site, published: Published) -> None:
    """A page loads no picture by itself; opened, it shows the small one [P5] [D2]."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "/pictures/" in request.url else None)
    await page.goto(f"{site.url}{HOME}projects/{published.admitted}?lang=ru")
    await page.wait_for_load_state("networkidle")
    assert loaded == []
    await page.get_by_text("Изображения: 1").click()
    picture = page.get_by_role("img", name="изображение 1 из 1")
    await picture.scroll_into_view_if_needed()
    await page.wait_for_function("document.querySelector('details.pictures img').naturalWidth > 0")
    assert len(loaded) == 1


async def test_without_its_stylesheet(page: "Page", site: Site, published: Published) -> None:
    """Where the stylesheet does not come, a page is read all the same [P5]."""
    await page.route("**/style.css", lambda route: route.fulfill(body="", content_type="text/css"))
    for name in ("", "projects", f"projects/{published.admitted}"):
        await page.goto(f"{site.url}{HOME}{name}")
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"] + 20
