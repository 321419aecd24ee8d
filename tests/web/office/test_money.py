"""The page of the campaign's money: the share with its act, what is missing, another sum to try."""

import pytest
from playwright.async_api import Browser

from core.model.language import Language
from core.model.staff import Role
from core.usecases.campaign.rulebook import take_rulebook
from tests.support.office import browser_cookie, sign_in
from tests.support.town import RULEBOOK, Town
from tests.web.conftest import Site

MONEY = "/office/semey-demo/money"
SPENDING = "value = 2900000000"


def plain(page: str) -> str:
    """Return the page with plain spaces."""
    return page.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.RUSSIAN, ("не меньше 10 %", "290 000 000 ₸", "на 20 000 000 ₸ больше", "пункт 14-5")),
        (Language.KAZAKH, ("кемінде 10%", "290 000 000 ₸", "20 000 000 ₸ артық", "14-5-тармақ")),
    ],
)
async def test_the_floor_with_its_source(
    site: Site, town: Town, language: Language, said: tuple[str, ...]
) -> None:
    """Spending, least share and its act in the edition of 2021, what the campaign has beyond it [A5] [P2]."""
    reader = await sign_in(site, town, Role.AKIM, language=language)
    status, page = await reader.get(MONEY)
    assert status == 200
    for each in said:
        assert each in plain(page), each


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 500 000 000", "не хватает 40 000 000 ₸"),
        ("3,5 млрд", "не хватает 40 000 000 ₸"),
        ("1", "на 309 999 999 ₸ больше"),
        ("", "Проверить другую сумму"),
        ("0", "Сумма не понята"),
        ("-5", "Сумма не понята"),
        ("<script>alert(1)</script>", "Сумма не понята"),
        ("9" * 5000, "Сумма не понята"),
        ("5 или 6", "Сумма не понята"),
    ],
)
async def test_another_sum(site: Site, town: Town, typed: str, said: str) -> None:
    """What was understood is read back with its floor; what is no sum is told and does no harm [A5] [P7]."""
    reader = await sign_in(site, town, Role.OBSERVER, language=Language.RUSSIAN)
    async with site.client.get(
        site.url + MONEY, params={"spending": typed[:1000]}, headers=reader.headers
    ) as answer:
        assert answer.status == 200
        page = plain(await answer.text())
    assert said in page
    assert "<script>" not in page


async def test_a_rulebook_without_spending(site: Site, town: Town) -> None:
    """The page says that the spending is not known, and still tries a sum [A5]."""
    line = f'[funding]\nhousing_spending = {{ {SPENDING}, act = "choice" }}\n'
    assert line in RULEBOOK
    await take_rulebook(town.services, RULEBOOK.replace(line, ""), "without.toml", takes_changes=True)
    reader = await sign_in(site, town, Role.CLERK, language=Language.RUSSIAN)
    assert "расходов в правилах кампании нет" in (await reader.get(MONEY))[1]
    assert "не хватает 1 ₸" in plain((await reader.get(f"{MONEY}?spending=3100000001"))[1])


async def test_others_are_refused(site: Site, town: Town) -> None:
    """Whoever has no business with money gets nothing, nor for another akimat's campaign [L1] [P9]."""
    moderator = await sign_in(site, town, Role.MODERATOR)
    assert (await moderator.get(MONEY))[0] == 403
    assert (await moderator.get("/office/elsewhere/money"))[0] == 404


@pytest.mark.slow
async def test_it_works_in_a_browser(site: Site, town: Town, chromium: Browser) -> None:
    """By keyboard on a phone: a sum is typed and sent, its floor is read back [A5] [L4]."""
    reader = await sign_in(site, town, Role.AKIM, language=Language.RUSSIAN)
    context = await chromium.new_context(viewport={"width": 360, "height": 800})
    await context.add_cookies([browser_cookie(site, reader)])
    page = await context.new_page()
    await page.goto(site.url + MONEY)
    await page.locator("#spending").focus()
    await page.keyboard.type("3,5 млрд")
    await page.keyboard.press("Enter")
    await page.locator("h3").wait_for()
    assert "не хватает 40 000 000 ₸" in plain(await page.inner_text("main"))
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await context.close()
