"""Register, codes and yards in Chromium: two people, both languages, by keyboard, on a laptop (L3, L4)."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe

from core.model.language import Language
from core.model.staff import Role
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.registers import workbook
from tests.support.town import HEADING, IINS, Town, row
from tests.web.conftest import Site

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload, Page, ViewportSize

pytestmark = pytest.mark.slow

LAPTOP: "ViewportSize" = {"width": 1024, "height": 700}
PHONE: "ViewportSize" = {"width": 360, "height": 740}
SERIOUS = {"serious", "critical"}
BASE = "/office/semey-demo"


@pytest.fixture
async def laptop(chromium: "Browser") -> "AsyncIterator[Page]":
    """A small laptop, whose console stays empty."""
    page = await chromium.new_page(viewport=LAPTOP)
    page.set_default_timeout(60_000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    yield page
    await page.close()
    assert [fault for fault in faults if "the server responded with a status" not in fault] == []


async def sit_down(page: "Page", site: Site, who: SignedInClient) -> None:
    """Let this person be signed in in the browser."""
    await page.context.clear_cookies()
    await page.context.add_cookies([browser_cookie(site, who)])


async def check(page: "Page") -> None:
    """No serious finding of axe, on a laptop and on a phone, and nothing wider than the screen."""
    for size in (PHONE, LAPTOP):
        await page.set_viewport_size(size)
        assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        found = (await Axe().run(page)).response["violations"]
        assert [each["id"] for each in found if each["impact"] in SERIOUS] == []


def file(name: str, content: bytes) -> "FilePayload":
    """Return a file as a person chooses it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


async def test_a_register_goes_from_one_person_to_another(laptop: "Page", site: Site, town: Town) -> None:
    """CSV with bad lines, then XLSX; the clerk cannot approve, the akim does [L3] [L1] [L4]."""
    clerk = await sign_in(site, town, Role.CLERK)
    akim = await sign_in(site, town, Role.AKIM, login="akim", person=1, language=Language.RUSSIAN)
    await sit_down(laptop, site, clerk)
    await laptop.goto(site.url + f"{BASE}/register")
    await check(laptop)
    lines = (HEADING, row(0), row(1).replace(IINS[1], "3.1E+11"), row(2).replace("eski-qala", "moon"))
    await laptop.get_by_label("CSV немесе XLSX файлы").set_input_files(
        file("тізілім.csv", "\n".join(lines).encode())
    )
    await laptop.get_by_role("button", name="Жүктеп, тексеру").click()
    await laptop.get_by_text("Бұл файлды Сіз жүктедіңіз").wait_for()
    notes = laptop.get_by_role("region", name="Жолдардағы қателер мен түзетулер")
    assert "цифрлары жоғалған" in await notes.inner_text()
    assert await laptop.get_by_role("button", name="Тізілімді бекіту").count() == 0
    await check(laptop)
    await laptop.get_by_role("button", name="Қайтару").click()
    await laptop.get_by_text("қайтарылды").first.wait_for()
    rows: list[Sequence[object]] = [HEADING.split(";"), *([*_typed(person)] for person in range(9))]
    await laptop.goto(site.url + f"{BASE}/register")
    await laptop.get_by_label("CSV немесе XLSX файлы").set_input_files(file("тізілім.xlsx", workbook(rows)))
    await laptop.get_by_role("button", name="Жүктеп, тексеру").click()
    await laptop.get_by_text("Ескерту жоқ.").wait_for()
    await sit_down(laptop, site, akim)
    await laptop.reload()
    await check(laptop)
    await laptop.get_by_role("button", name="Утвердить реестр").click()
    await laptop.get_by_role("status").get_by_text("Сохранено.").wait_for()
    await laptop.get_by_text("утверждён").wait_for()
    await check(laptop)


def _typed(person: int) -> tuple[object, ...]:
    """Return a row as a spreadsheet holds it: numbers and days, not texts."""
    return (float(IINS[person]), date(1980, 5, 17), "permanent", date(2015, 3, 16), "", "eski-qala", "")


async def test_a_register_by_keyboard_alone(laptop: "Page", site: Site, town: Town) -> None:
    """Tab reaches the file, the button and the help with its columns; nothing is without a sign [L4]."""
    await sit_down(laptop, site, await sign_in(site, town, Role.CLERK))
    await laptop.goto(site.url + f"{BASE}/register")
    reached: list[str] = []
    for _ in range(40):
        await laptop.keyboard.press("Tab")
        reached.append(await laptop.evaluate("document.activeElement.id || document.activeElement.innerText"))
        assert await laptop.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if reached[-1] == "Қандай бағандар керек":
            break
    assert reached[-3:] == ["table", "Жүктеп, тексеру", "Қандай бағандар керек"]
    await laptop.keyboard.press("Enter")
    await laptop.get_by_text("permanent – тұрақты").wait_for()
    await check(laptop)


async def test_codes_and_yards(laptop: "Page", site: Site, town: Town) -> None:
    """A household gets its codes on a page to print; the list of yards says what is wrong [E2] [B3]."""
    await sit_down(laptop, site, await sign_in(site, town, Role.CLERK, language=Language.RUSSIAN))
    await laptop.goto(site.url + f"{BASE}/codes")
    await check(laptop)
    await laptop.get_by_label("ИИН, по одному в строке").fill(f"{IINS[0]}\n991231100001")
    await laptop.get_by_role("button", name="Выдать коды").click()
    await laptop.get_by_role("alert").get_by_text("Строка 2: это не ИИН").wait_for()
    assert IINS[0] not in await laptop.content()
    await laptop.get_by_label("ИИН, по одному в строке").fill(f"{IINS[0]}\n{IINS[1]}")
    await laptop.get_by_role("button", name="Выдать коды").click()
    await laptop.get_by_role("heading", name="Список кодов готов").wait_for()
    await check(laptop)
    async with laptop.expect_download() as downloading:
        await laptop.get_by_role("link", name="Список для подписи и листки с кодами (PDF)").click()
    assert (await (await downloading.value).path()).read_bytes().startswith(b"%PDF-")
    await laptop.goto(site.url + f"{BASE}/yards")
    bad = "territory;address;improved_on\nsamal;Абай, 5;31.05.2024\nmoon;Абай, 6;2024"
    await laptop.get_by_label("Файл CSV или XLSX").set_input_files(file("дворы.csv", bad.encode()))
    await laptop.get_by_role("button", name="Заменить список").click()
    await laptop.get_by_role("alert").get_by_text("такого обозначения территории нет").wait_for()
    await check(laptop)
    good = bad.rpartition("\n")[0]
    await laptop.get_by_label("Файл CSV или XLSX").set_input_files(file("дворы.csv", good.encode()))
    await laptop.get_by_role("button", name="Заменить список").click()
    await laptop.get_by_text("Дворов в списке: 1.").wait_for()
    await check(laptop)
