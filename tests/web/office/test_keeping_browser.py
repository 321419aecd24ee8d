"""A formal check in Chromium whose session ends: signed in again, one press sends it (L1, C1)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.staff import Role
from core.usecases.review.proposals import open_proposal
from tests.support.axe import serious_findings
from tests.support.office import actor
from tests.support.proposals import submitted
from tests.support.signing import Member, employ
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site, serving
from tests.web.office.test_review import KEYS

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

pytestmark = pytest.mark.slow

HEIGHT = 720
WHY = "Бірінші жол.\nЕкінші «жол» & <b>белгі</b>."
NO_ITEM = "criterion-one-object"


@pytest.fixture
async def local(town: Town) -> AsyncIterator[Site]:
    """The pages at the address of a demonstration, where cookies need no TLS."""
    async with serving(town, web_url="http://127.0.0.1") as served:
        yield served


@pytest.fixture
async def page(chromium: "Browser") -> "AsyncIterator[Page]":
    """A small laptop."""
    context = await chromium.new_context(viewport={"width": 1280, "height": HEIGHT})
    context.set_default_timeout(60_000)
    yield await context.new_page()
    await context.close()


async def sign_in(page: "Page", member: Member) -> None:
    """Fill the form of the sign-in page that is open, and send it."""
    for name, value in (
        ("login", member.made.login),
        ("password", member.made.password),
        ("code", member.code()),
    ):
        await page.fill(f"#{name}", value)
    async with page.expect_navigation():
        await page.keyboard.press("Enter")


async def fill_in(page: "Page") -> None:
    """Answer the checklist as a clerk does who finds one thing missing."""
    for key in KEYS:
        await page.check(f'input[name="is-{key}"][value="{"no" if key == NO_ITEM else "yes"}"]')
    await page.fill(f"#why-kk-{NO_ITEM}", WHY)
    await page.fill(f"#why-ru-{NO_ITEM}", "Названы два объекта.")


@pytest.mark.parametrize("language", Language)
async def test_a_check_outlives_its_session(
    page: "Page", local: Site, town: Town, language: Language
) -> None:
    """The session ends in the middle; another login sees nothing, the clerk's one press sends [L1] [C1]."""
    clerk, other = await employ(town), await employ(town, login="other", person=1)
    number = await submitted(town, 0)
    check = f"{local.url}/office/semey-demo/proposals/{number}/check"
    await page.goto(f"{local.url}/office/sign-in?lang={language}")
    await sign_in(page, clerk)
    await page.goto(check)
    await fill_in(page)
    town.clock.advance(timedelta(minutes=31))
    await page.click('button[value="return"]')
    assert await page.locator(".notice.warn").is_visible()
    await sign_in(page, other)
    assert page.url == f"{local.url}/office/", "nothing of his own is kept"
    assert "Екінші" not in await page.content()
    await page.context.clear_cookies()
    await page.goto(f"{local.url}/office/sign-in?next=kept")
    await sign_in(page, clerk)
    assert page.url == f"{local.url}/office/kept"
    assert await page.locator("html").get_attribute("lang") == language.value
    await page.locator("summary").last.click()
    assert await page.locator(".prose").first.inner_text() == WHY
    assert await serious_findings(page) == []
    async with page.expect_navigation():
        await page.locator("main button").first.click()
    assert page.url.endswith(f"/proposals/{number}?done=1")
    reader = await actor(town, Role.CLERK, login="reader", person=2)
    dossier = await open_proposal(town.services, reader, CAMPAIGN, number)
    assert dossier.proposal.status is ProposalStatus.RETURNED
    assert dossier.checks[1].findings[NO_ITEM].reason.kk == WHY


async def test_ten_items_fit_a_screen(page: "Page", local: Site, town: Town) -> None:
    """Yes and no stand beside what they answer: ten items fit one screen of a small laptop [C1] [L4]."""
    member = await employ(town)
    number = await submitted(town, 0)
    await page.goto(f"{local.url}/office/sign-in?lang=ru")
    await sign_in(page, member)
    await page.goto(f"{local.url}/office/semey-demo/proposals/{number}/check")
    items = page.locator("fieldset.item")
    boxes = [await each.bounding_box() for each in await items.all()]
    tops = [box["y"] for box in boxes if box is not None]
    assert len(tops) == len(KEYS)
    radios = [await each.bounding_box() for each in await items.first.locator("input").all()]
    assert len({box["y"] for box in radios if box is not None}) == 1
    last = boxes[-1]
    assert last is not None
    height = (last["y"] + last["height"] - tops[0]) / len(tops)
    assert 10 * height <= HEIGHT
    await page.set_viewport_size({"width": 360, "height": 640})
    narrow = [await each.bounding_box() for each in await items.first.locator("input").all()]
    assert len({box["y"] for box in narrow if box is not None}) == 1
