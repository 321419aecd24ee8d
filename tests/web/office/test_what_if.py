"""The page of trials, and the pages of the other channel in Chromium (F4, A6)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.usecases.elsewhere.looking import get_protocol
from tests.support.axe import serious_findings
from tests.support.elsewhere import (
    CHEAP,
    TERRITORY,
    build_joint,
    clerk,
    end,
    secretary,
    take,
    type_twice,
    vote,
)
from tests.support.office import browser_cookie, sign_in
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site

if TYPE_CHECKING:
    from playwright.async_api import Browser

WHAT_IF = "/office/semey-demo/what-if"
ELSEWHERE = "/office/semey-demo/elsewhere"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A joint campaign that is counted, with somebody in both channels."""
    built = await build_joint(sqlite_url, tmp_path)
    first, second = await clerk(built, "first"), await secretary(built, "second")
    await vote(built, 0, CHEAP)
    await take(built, first, second, 0, 1)
    await end(built)
    ballot = [number for number, _ in (await get_protocol(built.services, first, CAMPAIGN, TERRITORY)).ballot]
    await type_twice(built, first, second, {CHEAP: 30}, ballot)
    yield built
    await built.services.database.dispose()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.RUSSIAN, ("никого ни к чему не обязывает", "иначе", "минимум голосов – 32")),
        (Language.KAZAKH, ("ешкімді ештеңеге міндеттемейді", "басқаша", "кемінде 32 дауыс")),
    ],
)
async def test_a_trial_stands_beside_the_outcome(
    site: Site, town: Town, language: Language, said: tuple[str, ...]
) -> None:
    """Both outcomes stand side by side, differences marked, and it is said that it binds nobody [F4]."""
    akim = await sign_in(site, town, Role.AKIM, login="akim", person=3, language=language)
    status, page = await akim.get(WHAT_IF)
    assert status == 200
    assert 'name="threshold"' not in page
    status, page = await akim.get(f"{WHAT_IF}?territory={TERRITORY}")
    assert status == 200
    assert 'name="threshold" value="5"' in page
    status, page = await akim.get(f"{WHAT_IF}?territory={TERRITORY}&threshold=32")
    assert status == 200
    for each in said:
        assert each in page.replace("\u00a0", " "), each


async def test_what_cannot_be_tried_is_told(site: Site, town: Town) -> None:
    """A wrong field is named and what was typed stays; other territories have no count yet [F4] [P7]."""
    akim = await sign_in(site, town, Role.AKIM, login="akim", person=3, language=Language.RUSSIAN)
    status, page = await akim.get(f"{WHAT_IF}?territory={TERRITORY}&threshold=32&money=<b>")
    assert status == 422
    assert "целое число тенге" in page
    assert 'value="&lt;b&gt;"' in page
    assert 'value="32"' in page
    status, page = await akim.get(f"{WHAT_IF}?territory=samal")
    assert status == 422
    assert "ещё не подсчитаны" in page
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=2)
    assert (await moderator.get(WHAT_IF))[0] == 403


@pytest.mark.slow
async def test_pages_in_chromium(site: Site, town: Town, chromium: "Browser") -> None:
    """Lists, protocol and trial fit a phone and have no serious finding of axe [A6] [F4] [L4]."""
    who = await sign_in(
        site, town, Role.CLERK, Role.SECRETARY, login="both", person=3, language=Language.RUSSIAN
    )
    page = await chromium.new_page(viewport={"width": 360, "height": 740})
    page.set_default_timeout(60_000)
    await page.context.add_cookies([browser_cookie(site, who)])
    for path in (
        ELSEWHERE,
        f"{ELSEWHERE}/lists/1",
        f"{ELSEWHERE}/protocols/{TERRITORY}",
        f"{ELSEWHERE}/protocols/samal",
        f"{WHAT_IF}?territory={TERRITORY}&threshold=32",
    ):
        await page.goto(site.url + path)
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert await serious_findings(page, schemes=("light",)) == [], path
    await page.get_by_label("Минимум голосов").fill("1")
    await page.get_by_role("button", name="Посмотреть").click()
    await page.get_by_text("Это проба").wait_for()
    assert await page.get_by_label("Минимум голосов").input_value() == "1"
    await page.close()
