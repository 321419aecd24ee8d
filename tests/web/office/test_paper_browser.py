"""A clerk enters a paper proposal in Chromium, by keyboard too, and its author finds it by the slip (B9)."""

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe
from pypdf import PdfReader

from core.model.language import Language
from core.model.staff import Role
from core.usecases.paper.claiming import claim
from core.usecases.proposal.mine import my_proposal
from tests.support.office import browser_cookie, sign_in
from tests.support.paper import FORM
from tests.support.papers import PROGRAM
from tests.support.proposals import picture
from tests.support.town import CAMPAIGN, IINS, Town
from tests.web.conftest import Site

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload, Page

pytestmark = pytest.mark.slow

PAPER = "/office/semey-demo/paper"
READER = 9001
WIDTHS = (1280, 360)


async def assert_sound(page: "Page") -> None:
    """Assert that a page is no wider than its screen and that axe finds nothing serious on it."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    found = (await Axe().run(page)).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


async def fill(page: "Page", **changes: str) -> None:
    """Type the form; ticks and choices as people set them."""
    said = {**FORM, **changes}
    for name in ("received_on", "name", "phone", "title", "description", "landmark", "sum"):
        await page.locator(f"#{name}").fill(said[name])
    for name in ("author_kind", "direction", "territory"):
        await page.locator(f"#{name}").select_option(said[name])
    await page.locator("input[name=consent]").check()


@pytest.mark.parametrize("width", WIDTHS)
async def test_from_paper_to_the_bot(
    site: Site, town: Town, chromium: "Browser", tmp_path: Path, width: int
) -> None:
    """Wrong first, mended, read back, entered, the slip printed; its code opens it in the bot [B9] [L4]."""
    client = await sign_in(site, town, Role.CLERK, language=Language.RUSSIAN)
    context = await chromium.new_context(viewport={"width": width, "height": 740})
    await context.add_cookies([browser_cookie(site, client)])
    page = await context.new_page()
    await type_wrong(page, site.url)
    await page.screenshot(path=tmp_path / f"faults-{width}.png", full_page=True)
    await fill(page)
    await page.locator("#iin").fill(IINS[0])
    photo: FilePayload = {"name": "үй.jpg", "mimeType": "image/jpeg", "buffer": picture(1)}
    await page.locator("#pictures").set_input_files([photo])
    await page.get_by_role("button", name="Сохранить и проверить").click()
    await page.get_by_role("heading", name="Сверьте с бумагой").wait_for()
    assert "340\xa0000" in await page.locator("main").inner_text()
    await assert_sound(page)
    await page.screenshot(path=tmp_path / f"read-back-{width}.png", full_page=True)
    await page.get_by_role("button", name="Принять заявку").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", level=1, name=re.compile("Заявка №")).wait_for()
    number = int(page.url.rsplit("/", 1)[1])
    await assert_sound(page)
    await page.screenshot(path=tmp_path / f"entered-{width}.png", full_page=True)
    code = code_of(await slip_of(page, f"{site.url}{PAPER}/entered/{number}/slip", client.form_key))
    await page.reload()
    await page.get_by_text("Талон напечатан").wait_for()
    await context.close()
    await town.settle(READER)
    assert (await claim(town.services, CAMPAIGN, READER, code)).number == number
    mine = await my_proposal(town.services, CAMPAIGN, READER, number)
    assert mine.contents.title == FORM["title"]


async def type_wrong(page: "Page", url: str) -> None:
    """Open the form and send it by the Enter key with five faults; all of it is said, the rest stays."""
    await page.goto(url + PAPER)
    await assert_sound(page)
    await page.get_by_role("button", name="Ввести заявку").click()
    await fill(page, sum="көп", phone="жоқ")
    await page.locator("#iin").fill("990101200008")
    wrong: FilePayload = {"name": "жоба.jpg", "mimeType": "image/jpeg", "buffer": PROGRAM}
    await page.locator("#pictures").set_input_files([wrong])
    await page.locator("#sum").press("Enter")
    await page.locator("[role=alert]").wait_for()
    faults = await page.locator("[role=alert] li").all_inner_texts()
    assert len(faults) == 5, faults
    await assert_sound(page)
    assert await page.locator("#title").input_value() == FORM["title"]
    assert await page.locator("#iin").input_value() == ""


async def slip_of(page: "Page", url: str, form_key: str) -> bytes:
    """Return the slip that the button opens, as the browser's own request gets it."""
    form: dict[str, str | float | bool] = {"form_key": form_key, "issue": "0"}
    answer = await page.context.request.post(url, form=form, headers={"Origin": url.partition("/office")[0]})
    assert answer.headers["content-type"] == "application/pdf"
    return await answer.body()


def code_of(pdf: bytes) -> str:
    """Return the code that a slip shows."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    found = re.search(r"\b([2-9ACEHKMPTXY]{4})-([2-9ACEHKMPTXY]{4})\b", text)
    assert found is not None, text
    return found[1] + found[2]
