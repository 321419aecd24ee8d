"""The page in Chromium: on a small phone, by keyboard, without its stylesheet, in both languages (B2, P5)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from core.model.language import Language
from tests.support.papers import PDF, PROGRAM, kept
from tests.support.town import Town
from tests.web.conftest import TITLE, Site, link_to
from web.limits import MEGABYTE

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload, Page, ViewportSize

pytestmark = pytest.mark.slow

PHONE: "ViewportSize" = {"width": 360, "height": 740}
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
LEAST_CONTRAST = 4.5

CONTRASTS = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
        const parts = numbers(colour).slice(0, 3).map((part) => part / 255);
        const linear = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    };
    const ground = (node) => {
        for (; node; node = node.parentElement) {
            const colour = getComputedStyle(node).backgroundColor;
            if (numbers(colour)[3] !== 0) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    return [...document.querySelectorAll("p, h1, h2, li, a, label, button, strong")].map((node) => {
        const lights = [light(getComputedStyle(node).color), light(ground(node))].sort((a, b) => b - a);
        return [node.textContent.trim(), (lights[0] + 0.05) / (lights[1] + 0.05)];
    });
}"""
"""The contrast of each text to what it stands on, by the formula of WCAG."""

NAMELESS = """() => [...document.querySelectorAll("input, button, a")]
    .filter((node) => !(node.labels?.[0] ?? node).textContent.trim())
    .map((node) => node.outerHTML)"""

SMALL = """() => [...document.querySelectorAll("input, button, nav a")]
    .filter((node) => node.getBoundingClientRect().height < 40)
    .map((node) => node.outerHTML)"""


@pytest.fixture
async def page(chromium: "Browser") -> "AsyncIterator[Page]":
    """A small phone, whose console stays empty."""
    opened = await chromium.new_page(viewport=PHONE)
    opened.set_default_timeout(20_000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text))
    yield opened
    await opened.close()
    # A refusal is an answer of the server, which the console notes too.
    assert [fault for fault in faults if "the server responded with a status" not in fault] == []


def paper(name: str, content: bytes) -> "FilePayload":
    """Return a file as a person chooses it."""
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


async def check(page: "Page") -> None:
    """The page fits the phone, and everybody can read it, by day and by night, and find its parts."""
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        contrasts = await page.evaluate(CONTRASTS)
        assert [text for text, contrast in contrasts if contrast < LEAST_CONTRAST] == [], scheme
    assert await page.evaluate(NAMELESS) == []
    assert await page.evaluate(SMALL) == []
    assert await page.locator("h1").count() == 1
    assert await page.locator("main").count() == 1


async def test_a_person_sends_papers_on_a_phone(page: "Page", site: Site, town: Town, number: int) -> None:
    """Wrong, then right: the form is still there after a refusal, and the answer says what came [B2] [P7]."""
    await page.goto(site.url + await link_to(town, number))
    await check(page)
    assert await page.locator(".title").inner_text() == TITLE
    label = page.get_by_label("келісім берген тұрғындардың қолы қойылған тізім")
    await label.set_input_files([paper("тізім.pdf", PDF), paper("ойын.exe", PROGRAM)])
    await page.get_by_role("button", name="Жіберу").click()
    fault = page.get_by_role("alert")
    await fault.get_by_text("ойын.exe: 2-файл қабылданбады").wait_for()
    await check(page)
    await label.set_input_files(paper("тізім.pdf", PDF))
    await page.get_by_label("Тағы басқа файлдар (болса)").set_input_files(paper("b.pdf", PDF + b"2%%EOF"))
    await page.get_by_role("button", name="Жіберу").click()
    await page.get_by_role("heading", name="Құжаттар келді").wait_for()
    await check(page)
    assert f"№ {number} өтінімде енді 2 құжат бар." in await page.locator("main").inner_text()
    await page.reload()
    await page.get_by_role("heading", name="Құжаттар келді").wait_for()
    assert len(await kept(town, number)) == 2


async def test_by_keyboard_alone(page: "Page", site: Site, town: Town, number: int) -> None:
    """Tab reaches language, each choice of files and the button in their order; Enter sends [P5]."""
    await page.goto(site.url + await link_to(town, number))
    reached = []
    for _ in range(5):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate("document.activeElement.id || document.activeElement.innerText"))
        assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert reached == ["Қазақша", "Русский", "paper-1", "more", "Жіберу"]
    await page.keyboard.press("Enter")
    await page.get_by_role("alert").get_by_text("Файл таңдалмаған.").wait_for()


async def test_the_language_is_switched_on_the_page(
    page: "Page", site: Site, town: Town, number: int
) -> None:
    """The reader switches to Kazakh and back; a refusal stays in the language that was chosen [P6]."""
    await page.goto(site.url + await link_to(town, number, Language.RUSSIAN))
    await page.get_by_role("heading", name=f"Документы к заявке № {number}").wait_for()
    await check(page)
    await page.get_by_role("link", name="Қазақша").click()
    await page.get_by_role("heading", name=f"№ {number} өтінімнің құжаттары").wait_for()
    assert await page.locator("html").get_attribute("lang") == "kk"
    await page.get_by_role("button", name="Жіберу").click()
    await page.get_by_role("alert").get_by_text("Ештеңе сақталған жоқ").wait_for()
    await page.get_by_role("link", name="Русский").click()
    await page.get_by_role("button", name="Отправить").wait_for()
    assert await page.get_by_role("alert").count() == 0


async def test_too_much_is_a_page_in_a_browser(
    page: "Page", site: Site, town: Town, number: int, tmp_path: Path
) -> None:
    """Four files of 16 MB are more than is taken: the browser shows why, and the form again [B7] [P7]."""
    files = [tmp_path / f"{place}.pdf" for place in range(4)]
    for file in files:
        file.write_bytes(bytes(16 * MEGABYTE))
    await page.goto(site.url + await link_to(town, number))
    for place, label in enumerate(("келісім берген", "Тағы басқа файлдар")):
        await page.get_by_label(label).set_input_files(files[place * 2 : place * 2 + 2])
    await page.get_by_role("button", name="Жіберу").click()
    await page.get_by_role("alert").get_by_text("60 мегабайттан аспауы керек").wait_for()
    await check(page)


async def test_without_its_stylesheet(page: "Page", site: Site, town: Town, number: int) -> None:
    """Where the stylesheet does not come, the page is read and used all the same [P5]."""
    await page.route("**/style.css", lambda route: route.fulfill(body="", content_type="text/css"))
    await page.goto(site.url + await link_to(town, number))
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    await page.locator("#paper-1").set_input_files(paper("тізім.pdf", PDF))
    await page.get_by_role("button", name="Жіберу").click()
    await page.get_by_role("heading", name="Құжаттар келді").wait_for()


async def test_pages_that_lead_nowhere(page: "Page", site: Site) -> None:
    """A wrong link and a wrong address open pages that fit and say what to do [P7]."""
    for path, heading in (
        ("/papers/x", "Бұл сілтемемен құжат жіберу мүмкін емес"),
        ("/nowhere/at/all", "Мұндай бет жоқ"),
    ):
        await page.goto(site.url + path)
        await page.get_by_role("heading", name=heading).wait_for()
        await check(page)
