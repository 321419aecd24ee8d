"""The page of the opening: what two people press, what the observer reads, what stops them (ledger 4)."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser
from sqlalchemy import delete

from core.model.language import Language
from core.model.staff import Role
from core.store import box
from core.usecases.freeze.making import freeze_due
from core.usecases.opening.safe import make_shares, take_public_halves
from core.usecases.outcome.closing import close_territory
from tests.support.axe import serious_findings
from tests.support.boxes import HIDING, SAFE, WHERE, put_in
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.town import CAMPAIGN, CLOSED, Town, build_town
from tests.web.conftest import Site, serving

OPENING = "/office/semey-demo/opening"


async def people(
    site: Site, town: Town, language: Language = Language.RUSSIAN
) -> tuple[SignedInClient, SignedInClient, SignedInClient]:
    """Return the browsers of a secretary, an akim and an observer."""
    return (
        await sign_in(site, town, Role.SECRETARY, login="secretary", person=2, language=language),
        await sign_in(site, town, Role.AKIM, login="akim", person=3, language=language),
        await sign_in(site, town, Role.OBSERVER, login="observer", person=4, language=language),
    )


async def closed(town: Town, *projects: int) -> None:
    """Let strangers vote and end the voting."""
    await put_in(town, *projects)
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, WHERE)


def act(name: str, territory: str = WHERE, **more: str) -> dict[str, str]:
    """Return a form."""
    return {"act": name, "territory": territory, **more}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.RUSSIAN,
            ("Что ещё нужно", "в боте – 7", "Вскрывают секретарь и аким", "Голосов", "Итоги подсчитаны"),
        ),
        (
            Language.KAZAKH,
            ("Тағы не керек", "ботта – 7", "Жәшікті хатшы мен әкім", "Дауыс саны", "Қорытынды саналды"),
        ),
    ],
)
async def test_the_road_of_two_people(
    site: Site, town: Town, language: Language, said: tuple[str, ...]
) -> None:
    """Ask, confirm, destroy, each by the other; the observer reads every step and has no button [L1] [L4]."""
    await closed(town, *[5] * 7)
    one, two, observer = await people(site, town, language)
    _, page = await observer.get(OPENING)
    assert said[2] in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]
    status, page = await one.post(OPENING, act("ask-open"))
    assert status == 200
    assert said[0] in page
    assert said[1] in page
    status, page = await one.post(OPENING, act("confirm-open"))
    assert status == 422
    status, page = await two.post(OPENING, act("confirm-open"))
    assert status == 200
    _, page = await observer.get(OPENING)
    assert said[3] in page
    assert said[4] in page
    status, _ = await two.post(OPENING, act("ask-destroy"))
    assert status == 200
    status, page = await one.post(OPENING, act("confirm-destroy"))
    assert status == 200
    assert "ask-destroy" not in page


async def test_nothing_of_the_box_before_the_close(site: Site, town: Town) -> None:
    """While people vote the page has dates alone: no number of votes, no button [E6]."""
    town.clock.set_to(CLOSED.replace(day=25))
    await put_in(town, *[5] * 17)
    one, _, observer = await people(site, town)
    status, page = await observer.get(OPENING)
    assert status == 200
    assert "17" not in page.partition("<main")[2]
    status, page = await one.post(OPENING, act("ask-open"))
    assert status == 422


async def test_a_difference_is_said_and_nothing_opens(site: Site, town: Town) -> None:
    """What differs stands above the page with numbers and what to do; the box is closed as before [P7]."""
    await closed(town, 5, 5, 2)
    one, two, _ = await people(site, town)
    async with town.services.database.write() as connection:
        gone = next(iter(await box.list_waiting(connection, CAMPAIGN, WHERE)))
        await connection.execute(delete(box.waiting).where(box.waiting.c.waiting_id == gone))
    await one.post(OPENING, act("ask-open"))
    status, page = await two.post(OPENING, act("confirm-open"))
    assert status == 422
    assert "должно быть 3, есть 2" in page
    assert "Позовите наблюдателя" in page
    assert "confirm-open" in page


@pytest.mark.parametrize(
    "form",
    [
        {},
        act("open"),
        act("ask-open", "nowhere"),
        act("confirm-open"),
        act("confirm-destroy"),
        act("ask-destroy"),
        act("ask-open", "<script>"),
    ],
)
async def test_wrong_forms(site: Site, town: Town, form: dict[str, str]) -> None:
    """What no page of ours sends is refused in words, and does nothing [P7]."""
    await closed(town, 5)
    one, *_ = await people(site, town)
    status, page = await one.post(OPENING, form)
    assert status in {404, 422}
    assert 'role="alert"' in page
    assert "<script>" not in page


async def test_who_has_no_right(site: Site, town: Town) -> None:
    """A clerk reads and may not press; a moderator does not even read [L1] [P9]."""
    await closed(town, 5)
    clerk = await sign_in(site, town, Role.CLERK, login="clerk", person=0)
    assert (await clerk.get(OPENING))[0] == 200
    assert (await clerk.post(OPENING, act("ask-open")))[0] == 403
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=1)
    assert (await moderator.get(OPENING))[0] == 403
    assert (await clerk.get("/office/other-campaign/opening"))[0] == 404


async def test_the_hidden_tally(sqlite_url: str, tmp_path: Path) -> None:
    """The observer alone has the page with tally and salt; others are refused and see no link [E6] [K1]."""
    town = await build_town(sqlite_url, tmp_path, rulebook=HIDING)
    async with serving(town) as site:
        await closed(town, 5, 5, 2)
        one, two, observer = await people(site, town)
        await one.post(OPENING, act("ask-open"))
        await two.post(OPENING, act("confirm-open"))
        _, page = await two.get(OPENING)
        assert "Голосов мало" in page
        assert f"{WHERE}/hidden" not in page
        _, page = await observer.get(OPENING)
        assert f"{WHERE}/hidden" in page
        status, page = await observer.get(f"{OPENING}/{WHERE}/hidden")
        assert status == 200
        assert re.search(r"<code>[0-9a-f]{64}</code>", page)
        assert "{&#34;invalid&#34;:0,&#34;tally&#34;:{&#34;2&#34;:1,&#34;5&#34;:2}}" in page
        assert (await two.get(f"{OPENING}/{WHERE}/hidden"))[0] == 403
        assert (await observer.get(f"{OPENING}/samal/hidden"))[0] == 404
    await town.services.database.dispose()


async def test_halves_of_a_key_from_a_safe(sqlite_url: str, tmp_path: Path) -> None:
    """Each types a half; a wrong one is refused, and no page gives back what was typed [E7] [L1]."""
    town = await build_town(sqlite_url, tmp_path, rulebook=SAFE)
    made = {each.territory: each for each in await make_shares(town.services, CAMPAIGN)}
    await take_public_halves(town.services, CAMPAIGN, {slug: each.public for slug, each in made.items()})
    await freeze_due(town.services)
    first, second = made[WHERE].shares
    async with serving(town) as site:
        await closed(town, 5, 5, 2)
        one, two, _ = await people(site, town)
        _, page = await one.get(OPENING)
        assert 'type="password"' in page
        status, page = await one.post(OPENING, act("ask-open", **{"secret-share": first[:-1]}))
        assert status == 422
        assert first[:20] not in page
        assert (await one.post(OPENING, act("ask-open", **{"secret-share": first})))[0] == 200
        status, page = await two.post(OPENING, act("confirm-open", **{"secret-share": first}))
        assert status == 422
        assert "под номером 1" in page
        status, page = await two.post(OPENING, act("confirm-open", **{"secret-share": second}))
        assert status == 200
        assert second[:20] not in page
    await town.services.database.dispose()


@pytest.mark.slow
async def test_the_page_in_a_browser(site: Site, town: Town, chromium: Browser) -> None:
    """By keyboard, on a small screen, by day and by night, nothing stands against reading it [L4]."""
    await closed(town, *[5] * 7)
    one, two, _ = await people(site, town)
    steps = ((one, "Просить вскрыть ящик", 1280), (two, "Подтвердить и вскрыть", 360))
    for client, button, width in steps:
        context = await chromium.new_context(viewport={"width": width, "height": 740})
        await context.add_cookies([browser_cookie(site, client)])
        page = await context.new_page()
        await page.goto(site.url + OPENING)
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        assert await serious_findings(page) == []
        await page.get_by_role("button", name=button).focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("status").wait_for()
        await context.close()
