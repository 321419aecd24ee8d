"""The kit's page: looked at in both languages, taken as one archive, by those who may (A7, D2)."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.async_api import Browser
from pypdf import PdfReader
from sqlalchemy import select

from core.model.language import Language
from core.model.staff import Role
from core.store.audit import act_entry
from tests.support.office import browser_cookie, sign_in
from tests.support.town import Town
from tests.web.conftest import Site

KIT = "/office/semey-demo/kit"


async def _acts(town: Town) -> list[tuple[str, str]]:
    async with town.services.database.read() as connection:
        rows = await connection.execute(select(act_entry.c.act, act_entry.c.subject))
        return [(row.act, row.subject) for row in rows if row.act.startswith("make-")]


@pytest.mark.parametrize(
    ("language", "said"), [(Language.KAZAKH, "Топтаманы жүктеп алу"), (Language.RUSSIAN, "Скачать комплект")]
)
async def test_the_page_shows_texts_and_posters(
    site: Site, town: Town, language: Language, said: str
) -> None:
    """Whoever speaks for the akimat sees both occasions with dates, texts and pictures [A7] [L4]."""
    reader = await sign_in(site, town, Role.COMMUNICATIONS, language=language)
    status, page = await reader.get(KIT)
    assert status == 200
    assert page.count(said) == 2
    assert "@qatysu_demo_bot" in page
    status, picture, headers = await reader.download(f"{KIT}/poster-voting.png")
    assert (status, headers["Content-Type"]) == (200, "image/png")
    assert picture.startswith(b"\x89PNG")


async def test_one_press_gives_the_whole_kit_and_is_logged(site: Site, town: Town) -> None:
    """The archive has posters for the campaign and each territory, codes and six texts twice [A7] [L1]."""
    reader = await sign_in(site, town, Role.COMMUNICATIONS)
    form = {"occasion": "intake", "form_key": reader.form_key}
    async with site.client.post(site.url + KIT, data=form, headers=reader.headers) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Disposition"] == 'attachment; filename="semey-demo-intake.zip"'
        names = ZipFile(BytesIO(await answer.read())).namelist()
    assert len([name for name in names if name.endswith(".pdf")]) == 5
    assert len([name for name in names if name.endswith(".png")]) == 5
    assert {name for name in names if "-kk." in name or "-ru." in name} == {
        f"{outlet}-{language}.{kind}"
        for outlet in ("site", "press", "stand")
        for language in ("kk", "ru")
        for kind in ("txt", "docx")
    }
    assert await _acts(town) == [("make-kit", "intake")]


async def test_a_project_has_a_sheet(site: Site, town: Town) -> None:
    """A project's sheet holds its number and title; an unknown number is refused on the same page [D2]."""
    reader = await sign_in(site, town, Role.SECRETARY)
    form = {"number": "12", "form_key": reader.form_key}
    async with site.client.post(f"{site.url}{KIT}/card", data=form, headers=reader.headers) as answer:
        assert answer.status == 200
        text = PdfReader(BytesIO(await answer.read())).pages[0].extract_text()
    assert "№ 12" in text.replace("\u00a0", " ")
    for wrong in ("999", "", "x", "-1", "1" * 50, "<b>"):
        status, page = await reader.post(f"{KIT}/card", {"number": wrong})
        assert status in {404, 422}
        assert "<b>" not in page or wrong != "<b>"
    assert await _acts(town) == [("make-card", "12")]


async def test_others_are_refused(site: Site, town: Town) -> None:
    """An observer, and whoever asks for an occasion that there is not, gets nothing and no line [L1]."""
    observer = await sign_in(site, town, Role.OBSERVER, login="observer", person=1)
    for path in (KIT, f"{KIT}/poster-intake.png"):
        status, _ = await observer.get(path)
        assert status == 403
    status, _ = await observer.post(KIT, {"occasion": "intake"})
    assert status == 403
    reader = await sign_in(site, town, Role.COMMUNICATIONS)
    for occasion in ("", "review", "../intake", "<b>"):
        status, _ = await reader.post(KIT, {"occasion": occasion})
        assert status == 404
    status, _ = await reader.get(f"{KIT}/poster-review.png")
    assert status == 404
    async with site.client.post(
        site.url + KIT, data={"occasion": "intake"}, headers=reader.headers
    ) as answer:
        assert answer.status == 403
    assert await _acts(town) == []


@pytest.mark.slow
async def test_it_works_in_a_browser(site: Site, town: Town, chromium: Browser) -> None:
    """In Chromium the poster appears and the archive comes down with one press [A7] [L4]."""
    reader = await sign_in(site, town, Role.COMMUNICATIONS)
    context = await chromium.new_context(viewport={"width": 1280, "height": 720})
    await context.add_cookies([browser_cookie(site, reader)])
    page = await context.new_page()
    await page.goto(site.url + KIT)
    await page.locator("main summary").first.click()
    poster = page.locator("main img").first
    await poster.wait_for()
    await poster.evaluate("image => image.decode()")
    assert await poster.evaluate("image => image.naturalWidth") > 300
    async with page.expect_download() as waiting:
        await page.locator("main form button").first.click()
    download = await waiting.value
    assert download.suggested_filename == "semey-demo-intake.zip"
    await context.close()
