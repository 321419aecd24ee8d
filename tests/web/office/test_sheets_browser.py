"""A sheet in Chromium: by keyboard from line to line, and slips by a reader of barcodes (E8, L4)."""

from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.usecases.outcome.closing import close_territory
from tests.support.office import sign_in, sign_in_again
from tests.support.paper_votes import WHERE
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, Town
from tests.web.conftest import Site
from tests.web.office.test_register_browser import check, laptop, sit_down

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.slow
__all__ = ["laptop"]

SHEETS = "/office/semey-demo/sheets"


async def test_a_sheet_and_its_slips(laptop: "Page", site: Site, town: Town) -> None:
    """Line after line by keyboard; a second person types again; a reader's lines are counted [E8] [L4]."""
    town.clock.set_to(OPEN)
    first = await sign_in(site, town, Role.CLERK, login="aigul", person=0, language=Language.RUSSIAN)
    second = await sign_in(site, town, Role.CLERK, login="bolat", person=1, language=Language.RUSSIAN)
    await sit_down(laptop, site, first)
    await laptop.goto(site.url + SHEETS)
    await check(laptop)
    await laptop.get_by_role("button", name="Открыть лист").press("Enter")
    await laptop.get_by_role("heading", name="Принять строку").wait_for()
    await check(laptop)
    await _take_lines(laptop)
    await check(laptop)
    await laptop.get_by_role("button", name="Передать второму человеку").press("Enter")
    await laptop.get_by_text("Теперь их ещё раз вносит второй человек").wait_for()
    sheet = laptop.url.partition("?")[0]
    await sit_down(laptop, site, second)
    await laptop.goto(sheet)
    await check(laptop)
    for iin in IINS[:2]:
        await laptop.keyboard.type(iin)
        await laptop.keyboard.press("Tab")
    await laptop.get_by_role("button", name="Сравнить").press("Enter")
    await laptop.get_by_text("закрыт").first.wait_for()
    await laptop.goto(f"{sheet}/refused")
    await laptop.get_by_text("Непринятых строк нет").wait_for()
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    for who in (first, second):
        await sit_down(laptop, site, await sign_in_again(site, town, who.actor))
        await _count_slips(laptop, site)
    await laptop.get_by_text("посчитаны 2 бюллетеня").wait_for()


async def _take_lines(laptop: "Page") -> None:
    """Type two lines as a clerk does; no number stays on the page."""
    for line, iin in enumerate(IINS[:2], start=1):
        # The field of the number has the focus by itself: a clerk types and presses Enter.
        assert await laptop.evaluate("document.activeElement.id") == "iin"
        await laptop.keyboard.type(iin)
        await laptop.keyboard.press("Enter")
        await laptop.get_by_text(f"Строка {line} принята. Выдайте бюллетень.").wait_for()
        assert iin not in await laptop.content()


async def _count_slips(laptop: "Page", site: Site) -> None:
    """Let a reader type the number of each slip, and keep the count."""
    await laptop.goto(f"{site.url}/office/semey-demo/slips")
    await check(laptop)
    await laptop.get_by_role("link", name="Считать", exact=True).press("Enter")
    field = laptop.get_by_label("Номера проектов")
    await field.wait_for()
    await check(laptop)
    # A reader types the number and presses Enter.
    for number in ("2", "0"):
        await laptop.keyboard.type(number)
        await laptop.keyboard.press("Enter")
    await laptop.get_by_role("button", name="Записать подсчёт").press("Enter")
