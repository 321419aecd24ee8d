"""An announcement in Chromium, from the writer to the second person, in kk and ru, on a laptop (G2, L4)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.language.locales import Words
from core.model.announcement import AnnouncementState
from core.model.language import Language
from tests.support.announcing import found
from tests.support.axe import serious_findings
from tests.support.front import strict_locales
from tests.support.office import SignedInClient, browser_cookie
from tests.support.proposals import picture
from tests.support.town import Town
from tests.web.conftest import Site
from tests.web.office.press import BASE, FORM, announcing_town, gathered

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.slow

LAPTOP: "ViewportSize" = {"width": 1024, "height": 700}
PHONE: "ViewportSize" = {"width": 360, "height": 740}


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while voting is open, with people to write to."""
    built = await announcing_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()


async def sit_down(page: "Page", site: Site, who: SignedInClient) -> None:
    """Let this person be signed in in the browser."""
    await page.context.clear_cookies()
    await page.context.add_cookies([browser_cookie(site, who)])


async def check(page: "Page") -> None:
    """Nothing wider than a phone or a small laptop, and nothing serious found by axe, by day and by night."""
    for size in (PHONE, LAPTOP):
        await page.set_viewport_size(size)
        assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert await serious_findings(page) == []


@pytest.mark.parametrize("language", list(Language))
async def test_from_the_writer_to_the_second_person(
    chromium: "Browser", site: Site, town: Town, language: Language
) -> None:
    """Written, refused once, mended, with a picture, counted, scheduled, approved by another [G2] [L4]."""
    press, say = await gathered(site, town, language), strict_locales().words(language)
    page = await chromium.new_page(viewport=LAPTOP)
    page.set_default_timeout(60_000)
    await sit_down(page, site, press.writer)
    await page.goto(site.url + BASE)
    await check(page)
    await page.get_by_role("link", name=say("button-announcements-new")).click()
    await write(page, say)
    await attach(page, say)
    await page.get_by_role("link", name=say("button-announcement-send")).click()
    await page.get_by_text(say("announcement-count", count=20)).first.wait_for()
    await check(page)
    await page.get_by_label(say("announcement-send-day")).fill("2026-11-21")
    await page.get_by_role("button", name=say("button-announcement-schedule")).click()
    await page.get_by_text(say("announcement-waiting-own")).wait_for()
    await sit_down(page, site, press.approver)
    await page.reload()
    await page.get_by_role("link", name=say("button-announcement-look")).click()
    await check(page)
    assert await page.locator(".phone img").count() == 2
    await page.get_by_role("button", name=say("button-announcement-approve")).click()
    await page.get_by_text(say("announcement-state-scheduled")).first.wait_for()
    await page.get_by_role("link", name=say("button-announcement-pause")).click()
    await check(page)
    await page.get_by_role("button", name=say("button-announcement-pause")).click()
    await page.get_by_text(say("announcement-cause-person")).wait_for()
    await check(page)
    await page.goto(site.url + BASE)
    await check(page)
    await page.close()
    assert (await found(town, 1)).state is AnnouncementState.PAUSED


async def write(page: "Page", say: Words) -> None:
    """Type both texts, one of them with a bare address first; the choices stay as they were made."""
    await page.get_by_label(say("announcement-text-kk")).fill(FORM["text-kk"])
    await page.get_by_label(say("announcement-text-ru")).fill("Собрание, http://example.kz")
    await page.get_by_label(say("announcement-choose-territory")).select_option("ortalyq")
    await page.get_by_label(say("announcement-part-not-voted")).check()
    await check(page)
    await page.get_by_role("button", name=say("button-announcement-keep")).click()
    await page.get_by_role("alert").wait_for()
    await check(page)
    assert await page.get_by_label(say("announcement-text-kk")).input_value() == FORM["text-kk"]
    assert await page.get_by_label(say("announcement-part-not-voted")).is_checked()
    await page.get_by_label(say("announcement-text-ru")).fill(FORM["text-ru"])
    await page.get_by_role("button", name=say("button-announcement-keep")).click()
    await page.get_by_role("heading", name=say("announcement-preview")).wait_for()
    await check(page)


async def attach(page: "Page", say: Words) -> None:
    """Put a picture above both texts."""
    await page.get_by_label(say("announcement-file-choose")).set_input_files(
        {"name": "poster.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    await page.get_by_role("button", name=say("button-announcement-file"), exact=True).click()
    await page.get_by_role("button", name=say("button-announcement-file-off")).wait_for()
    await page.wait_for_load_state("load")
    widths = "[...document.images].map(image => image.naturalWidth)"
    assert await page.evaluate(widths) == [640, 640]
    await check(page)
