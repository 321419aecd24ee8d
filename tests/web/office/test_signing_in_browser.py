"""The door of the office in Chromium: by keyboard, with wrong attempts, sessions that end (L1, L4)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from core.model.staff import Role
from tests.support.signing import Member, employ
from tests.support.town import Town
from tests.web.conftest import Site, serving

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow

LAPTOP = {"width": 1366, "height": 768}
HOME = {Language.KAZAKH: "Әкімдіктің науқандары", Language.RUSSIAN: "Кампании акимата"}


@pytest.fixture
async def local(town: Town) -> AsyncIterator[Site]:
    """The pages at the address of a demonstration, where cookies need no TLS."""
    async with serving(town, web_url="http://127.0.0.1") as served:
        yield served


@pytest.fixture
async def context(chromium: "Browser") -> "AsyncIterator[BrowserContext]":
    """A browser of a small laptop."""
    opened = await chromium.new_context(viewport=LAPTOP)  # type: ignore[arg-type]
    opened.set_default_timeout(30_000)
    yield opened
    await opened.close()


async def press_enter(page: "Page") -> None:
    """Send the form in which the focus is, and wait for the answer."""
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def type_in(page: "Page", member: Member, **other: str) -> None:
    """Fill the form with what is right, or something else, and send it by Enter; no mouse is touched."""
    right = {"login": member.made.login, "password": member.made.password, "code": member.code()}
    await page.locator("#login").focus()
    for place, value in enumerate((right | other).values()):
        if place:
            await page.keyboard.press("Tab")
        await page.keyboard.press("Control+A")
        await page.keyboard.type(value)
    await press_enter(page)


@pytest.mark.parametrize("language", Language)
async def test_a_clerk_signs_in_by_keyboard(
    context: "BrowserContext", local: Site, town: Town, language: Language
) -> None:
    """From the page to the office and out again with Tab and Enter alone, in both languages [L1] [L4]."""
    member, page = await employ(town), await context.new_page()
    await page.goto(f"{local.url}/office/own")
    await page.goto(f"{page.url}&lang={language}")
    await type_in(page, member)
    assert page.url == f"{local.url}/office/own", "the page that was asked for"
    (cookie,) = await context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/office")
    assert await page.evaluate("document.cookie") == ""
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.goto(f"{local.url}/office/")
    assert await page.locator("h1").inner_text() == HOME[language]
    await page.get_by_role("banner").get_by_role("button").last.focus()
    await press_enter(page)
    assert "/sign-in" in page.url
    assert await page.locator("html").get_attribute("lang") == language.value
    await page.goto(f"{local.url}/office/own")
    assert await page.locator("#code").is_visible()


async def test_a_login_keeps_its_language(context: "BrowserContext", local: Site, town: Town) -> None:
    """Whoever chose nothing at the door reads on in the own language, not in that of the door [L1] [P6]."""
    member, page = await employ(town), await context.new_page()
    await page.goto(f"{local.url}/office/sign-in?lang=ru")
    await type_in(page, member)
    await page.get_by_role("banner").get_by_role("button").last.click()
    town.clock.advance(timedelta(seconds=30))
    await page.goto(f"{local.url}/office/sign-in")
    assert await page.locator("html").get_attribute("lang") == "kk"
    await type_in(page, member, code="000000")
    await type_in(page, member)
    assert await page.locator("h1").inner_text() == HOME[Language.RUSSIAN]


async def test_wrong_attempts_and_a_lock(context: "BrowserContext", local: Site, town: Town) -> None:
    """A wrong password, a wrong code, a code used twice and a lock are said; the lock ends [L1]."""
    member, page = await employ(town), await context.new_page()
    await page.goto(f"{local.url}/office/sign-in?lang=ru")
    await member.sign_in()
    for other in ({"password": "wrong"}, {"code": "000000"}, {}, {"login": "nobody"}, *([{"code": "1"}] * 2)):
        await type_in(page, member, **other)
        assert "Логин, пароль или код не подошёл" in await page.get_by_role("alert").inner_text()
        assert await page.locator("#password").input_value() == ""
    await type_in(page, member)
    assert "вход под этим логином закрыт" in await page.get_by_role("alert").inner_text()
    town.clock.advance(timedelta(minutes=15))
    await type_in(page, member)
    assert await page.locator("h1").inner_text() == HOME[Language.RUSSIAN]


async def test_two_sessions_and_their_end(
    chromium: "Browser", context: "BrowserContext", local: Site, town: Town
) -> None:
    """At a second computer one is signed in too; a new password ends that, half an hour ends this [L1]."""
    member, here = await employ(town, Role.CLERK, must_change=True), await context.new_page()
    await here.goto(f"{local.url}/office/sign-in?lang=ru")
    await type_in(here, member)
    assert here.url.endswith("/office/password")
    other = await chromium.new_context()
    there = await other.new_page()
    town.clock.advance(timedelta(seconds=30))
    await there.goto(f"{local.url}/office/sign-in?lang=ru")
    await type_in(there, member)
    for name, value in (
        ("old", member.made.password),
        ("new", "сары тауық ұшпайды"),
        ("again", "сары тауық ұшпайды"),
    ):
        await here.fill(f"#{name}", value)
    await press_enter(here)
    assert here.url.endswith("/office/?done=1")
    assert "Сохранено" in await here.get_by_role("status").inner_text()
    await there.goto(f"{local.url}/office/own")
    assert await there.locator("#code").is_visible()
    await other.close()
    town.clock.advance(timedelta(minutes=31))
    await here.goto(f"{local.url}/office/own")
    assert await here.locator("#code").is_visible()


async def test_another_site_sends_nothing(context: "BrowserContext", local: Site, town: Town) -> None:
    """A form of another site, with the browser's own session, changes nothing and signs nobody out [L1]."""
    member, page = await employ(town), await context.new_page()
    await page.goto(f"{local.url}/office/sign-in?lang=ru")
    await type_in(page, member)
    evil = await context.new_page()
    elsewhere = "http://evil.example"
    form = f'<form method="post" action="{local.url}/office/sign-out"><button>go</button></form>'
    await evil.route(f"{elsewhere}/**", lambda route: route.fulfill(body=form, content_type="text/html"))
    await evil.goto(f"{elsewhere}/")
    async with evil.expect_navigation():
        await evil.locator("button").click()
    await page.reload()
    assert await page.locator("h1").inner_text() == HOME[Language.RUSSIAN]
    await evil.goto(f"{elsewhere}/")
    await evil.evaluate(f"location.href = '{local.url}/office/own'")
    await evil.wait_for_url("**/office/own")
    await evil.locator("h1").wait_for()
    assert await evil.locator("h1").inner_text() == "Қызметкер gulnar.k", "a mere link finds the session"
