"""Takes the pictures of README and docs: ``make screenshots``.

Separate because a picture is looked at by people; no test compares it.
"""

import asyncio
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from core.model.council import Choice
from core.model.language import Language
from tests.conftest import CHROMIUM_FLAGS
from tests.support.services import require_browser
from tests.walk import deciding
from tests.walk.demo import REPOSITORY, Demo, running_demo
from tests.walk.staff import CAMPAIGN, Office

PICTURES = REPOSITORY / "docs" / "pictures"
TOWN, OKRUG = "Семей", "Айнакөл"
PHONE = {"width": 430, "height": 900}
SMALL_LAPTOP = {"width": 1100, "height": 640}
THREE_PHONES = {"width": 1400, "height": 880}


async def main() -> None:
    """Walk a little through a demo and photograph it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with running_demo(Path(folder) / "demo") as demo, async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=require_browser(), args=list(CHROMIUM_FLAGS)
            )
            await take_all(demo, browser)
            await take_office(demo, browser)
            await browser.close()


async def take_all(demo: Demo, browser: Browser) -> None:
    """Photograph one phone in each language, then three residents side by side, then the okrug."""
    aigerim, viktor = demo.resident(1001, Language.KAZAKH), demo.resident(1002, Language.RUSSIAN)
    daniyar = demo.resident(1003, Language.KAZAKH)
    await aigerim.settle(TOWN, "Орталық", "Ескі қала")
    await aigerim.press("button-projects")
    await viktor.settle(TOWN, "Жагалау", "Жеруйык")
    await viktor.press("button-projects")
    await daniyar.settle(TOWN, "Самал", "1")
    await take(browser, demo, "list-kk", PHONE, None)
    await aigerim.person.send("2")
    await viktor.person.send("13")
    await take(browser, demo, "card-kk", PHONE, None)
    await take(browser, demo, "card-ru", PHONE, "Виктор")
    await viktor.press("button-browsing-vote")
    await viktor.press("button-consent-agree")
    await viktor.press("button-verification-phone")
    await viktor.person.contact()
    await viktor.press("button-verification-vote")
    await take(browser, demo, "question-ru", PHONE, "Виктор")
    await viktor.press("button-voting-yes")
    await take(browser, demo, "demo", THREE_PHONES, None)
    await take_okrug(demo, browser)


async def take_okrug(demo: Demo, browser: Browser) -> None:
    """Photograph a draft that was begun from a model, and what others have proposed."""
    kulash, maria = demo.resident(1005, Language.KAZAKH), demo.resident(1006, Language.RUSSIAN)
    await kulash.settle(OKRUG, "Қоңырсай")
    await kulash.press("button-propose")
    view = await kulash.press("button-proposal-models")
    await kulash.person.tap(view.labels[1])
    await take(browser, demo, "model-kk", PHONE, "Күләш")
    await maria.settle("Айнаколь", "Теректысай")
    await maria.press("button-discuss")
    await maria.person.send("2")
    await take(browser, demo, "talk-ru", PHONE, "Мария")


async def take_office(demo: Demo, browser: Browser) -> None:
    """Photograph what waits for a clerk, a sitting half way, and what anybody reads of the campaign."""
    office = Office(demo.sandbox, browser)
    clerk, secretary = await office.worker("clerk"), await office.worker("secretary")
    await clerk.go("proposals?queue=check")
    await take_page(clerk.page, "office-queue-kk")
    await secretary.switch(Language.RUSSIAN)
    await deciding.call(secretary, 1, deciding.ROAD)
    for login in ("council1", "council2", "council3"):
        await deciding.say(await office.worker(login), 1, Choice.ADMIT)
    await secretary.go(deciding.SITTING)
    await take_page(secretary.page, "office-sitting-ru")
    page = await browser.new_page(viewport=SMALL_LAPTOP)  # type: ignore[arg-type]
    public = (await demo.sandbox.get("/api/staff"))["public"]
    await page.goto(f"{public}c/{CAMPAIGN}/projects?lang=ru")
    await take_page(page, "public-ru")


async def take_page(page: Page, name: str) -> None:
    """Photograph what stands on a small laptop's screen."""
    await page.set_viewport_size(SMALL_LAPTOP)  # type: ignore[arg-type]
    _keep(name, await page.screenshot())


async def take(browser: Browser, demo: Demo, name: str, size: dict[str, int], whose: str | None) -> None:
    """Photograph the chat page; ``whose`` phone is brought to the front where only one fits."""
    page = await browser.new_page(viewport=size, device_scale_factor=1.5)  # type: ignore[arg-type]
    await page.goto(demo.sandbox.url)
    if whose is not None:
        await page.get_by_role("button", name=whose).first.click()
    await _settle(page)
    _keep(name, await page.screenshot())
    await page.close()


def _keep(name: str, content: bytes) -> None:
    """Write the picture with 256 colours: it looks the same and is a third of the size."""
    with Image.open(io.BytesIO(content)) as picture:
        picture.convert("RGB").quantize(256).save(PICTURES / f"{name}.png", optimize=True)


async def _settle(page: Page) -> None:
    """Wait until the phones have drawn what they were sent."""
    await page.wait_for_selector(".message >> visible=true", timeout=10_000)
    await page.wait_for_timeout(1_000)


if __name__ == "__main__":
    asyncio.run(main())
