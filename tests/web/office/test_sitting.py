"""A sitting in a browser: called, opinions by the keyboard, one late, concluded, closed, published."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page
from sqlalchemy import update

from core.store import staff
from core.store.staff import staff_session
from core.usecases.place.account import see
from tests.support.council import account_of_member
from tests.support.office import SignedInClient, browser_cookie
from tests.support.proposals import GROUND, account_of, told
from tests.support.reminding import reminded
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.office.hall import CALL, DECISION, REFUSAL, SITTINGS, Hall, gathered

WIDTHS = (1280, 390, 1280)


@pytest.fixture
async def hall(site: Site, town: Town) -> Hall:
    """A council at work."""
    return await gathered(site, town)


async def page_of(chromium: Browser, site: Site, client: SignedInClient, width: int = 1280) -> Page:
    """Return a tab of somebody's browser."""
    context = await chromium.new_context(viewport={"width": width, "height": 900})
    await context.add_cookies([browser_cookie(site, client)])
    return await context.new_page()


async def shot(page: Page, name: str) -> None:
    """Keep a picture of a page where somebody wants to look at it."""
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def say(page: Page, url: str, choice: str, *, comment: str = "") -> None:
    """Give an opinion as a person does, by the keyboard."""
    await page.goto(url)
    await page.focus(f'input[name="choice"][value="{choice}"]')
    await page.keyboard.press("Space")
    if choice == "refuse":
        await page.select_option('select[name="ground"]', GROUND)
    if comment:
        await page.fill('textarea[name="comment"]', comment)
    await page.focus("section form button")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**done=1")


async def call(page: Page, url: str) -> None:
    """Let the secretary look at the council and call a sitting."""
    await page.goto(f"{url}/office/semey-demo/council")
    await shot(page, "council-ru")
    await page.goto(f"{url}{SITTINGS}/new")
    for name, value in CALL.items():
        await page.fill(f'input[name="{name}"]', value)
    await shot(page, "sitting-new-ru")
    await page.click("main form button")
    await page.wait_for_url("**/sittings/1?done=1")


async def link_late(town: Town, client: SignedInClient) -> int:
    """Return the account that reminds the last member from now on."""
    account = account_of_member(2)
    async with town.services.database.write() as connection:
        await staff.change_staff(connection, CAMPAIGN.akimat, client.actor.staff_id, account_id=account)
    await see(town.services, account)
    return account


async def stay(town: Town) -> None:
    """Let nobody be signed out by the days that a test passes over."""
    now = town.clock.now()
    async with town.services.database.write() as connection:
        await connection.execute(update(staff_session).values(begun_at=now, seen_at=now))


async def conclude(page: Page, sitting: str, hall: Hall) -> None:
    """Let the secretary write down both decisions and close the sitting."""
    for number, form in ((hall.first, DECISION), (hall.second, REFUSAL)):
        await page.goto(f"{sitting}/{number}")
        for name, value in form.items():
            place = page.locator(f'[name="{name}"]')
            await (place.select_option(value) if name == "final-ground" else place.fill(value))
        await shot(page, f"agenda-secretary-{number}-ru")
        await page.click('form[action$="/conclude"] button')
        await page.wait_for_url("**/sittings/1?done=1")
    await page.click('form[action$="/close"] button')
    await page.wait_for_url("**/sittings/1?done=1")


async def publish(page: Page) -> None:
    """Let the secretary look at what will be published, and publish it."""
    await page.click('a.button[href$="/publish"]')
    await page.wait_for_url("**/publish")
    await shot(page, "publish-ru")
    await page.click("main form button")
    await page.wait_for_url("**/sittings/1?done=1")
    await shot(page, "sitting-published-ru")


async def test_a_sitting_in_a_browser(chromium: Browser, site: Site, town: Town, hall: Hall) -> None:
    """Three members speak, one with a conflict and late; it is concluded, published, told [C2] [C3] [G1]."""
    secretary, sitting = await page_of(chromium, site, hall.secretary), f"{site.url}{SITTINGS}/1"
    await call(secretary, site.url)
    account = await link_late(town, hall.members[2])
    pages = [
        await page_of(chromium, site, each, width) for each, width in zip(hall.members, WIDTHS, strict=True)
    ]
    await pages[1].goto(f"{sitting}/{hall.first}")
    await shot(pages[1], "agenda-member-kk-390")
    for page in pages[:2]:
        await say(page, f"{sitting}/{hall.first}", "admit")
        assert page.url.startswith(f"{sitting}/{hall.second}")
        await say(page, f"{sitting}/{hall.second}", "refuse", comment="Аула қоршалған.")
        assert page.url.startswith(f"{sitting}?")
    await shot(pages[0], "sitting-member-kk")
    assert (account, "council-due") in await reminded(town, "09-17 10:00")
    await stay(town)
    await secretary.goto(sitting)
    assert "Қызметкер member-2: осталось заявок: 2" in await secretary.inner_text("main")
    await shot(secretary, "sitting-late-ru")
    await say(pages[2], f"{sitting}/{hall.first}", "conflict", comment="Автор – көршім.")
    await say(pages[2], f"{sitting}/{hall.second}", "refuse", comment="Аула қоршалған.")
    await pages[2].goto(f"{sitting}/{hall.first}")
    await shot(pages[2], "agenda-said-kk")
    assert await reminded(town, "09-19 10:00") == []
    await stay(town)
    await conclude(secretary, sitting, hall)
    before = await told(town, "proposal-decided")
    await publish(secretary)
    after = await told(town, "proposal-decided")
    assert (len(after), {account_of(0), account_of(1)} <= set(after)) == (len(before) + 2, True)


async def test_pages_for_everybody(chromium: Browser, site: Site, hall: Hall) -> None:
    """No serious finding of axe, nothing wider than a phone or a laptop, on any of these pages [C2]."""
    path = await hall.open()
    await hall.members[0].post(f"{path}/{hall.first}/opinion", {"choice": "conflict"})
    secretary = ("council", "sittings", "sittings/new", "sittings/1", "sittings/1/publish", "exclusive")
    member = ("sittings", "sittings/1", f"sittings/1/{hall.first}", f"sittings/1/{hall.second}")
    for client, places in ((hall.secretary, secretary), (hall.members[0], member)):
        page = await page_of(chromium, site, client)
        for place in places:
            await page.goto(f"{site.url}/office/semey-demo/{place}")
            await check(page)
    home = await hall.members[0].get("/office/")
    assert "Сіздің пікіріңізді күтеді" in home[1]


async def check(page: Page) -> None:
    """Look at a page on a phone and on a laptop."""
    for width in (360, 1024):
        await page.set_viewport_size({"width": width, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        found = (await Axe().run(page)).response["violations"]
        assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


async def test_protocols(town: Town, hall: Hall) -> None:
    """Both files come with their names, a draft before the close; each is a line in the log [C2] [L1]."""
    path = await hall.open()
    for kind, magic in (("pdf", b"%PDF"), ("docx", b"PK")):
        status, body, headers = await hall.members[0].download(f"{path}/protocol.{kind}")
        assert (status, body[: len(magic)]) == (200, magic)
        assert f"protocol-semey-demo-1.{kind}" in headers["Content-Disposition"]
    assert town.campaign == CAMPAIGN
