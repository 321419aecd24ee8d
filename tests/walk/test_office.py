"""The walk of the office, sentence by sentence, on the demo's processes, in Chromium, one part after another.

Every part goes on where the one before it has ended, as the okrug's year does, so they run in their order.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright

from core.model.language import Language
from tests.conftest import CHROMIUM_FLAGS
from tests.support.services import require_browser
from tests.walk import appealing, deciding, looking, losing, registering, reviewing
from tests.walk.crawling import crawl, read_again
from tests.walk.demo import running_demo
from tests.walk.proposing import begin_from_a_model, fill_in, submit
from tests.walk.staff import CAMPAIGN, Office, Story

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

LOGINS = ("clerk", "moderator", "secretary", "council1", "akim", "observer", "admin")
"""One of each role."""

OF_CAMPAIGN = (
    *("proposals", "proposals/*", "proposals/*/check", "proposals/*/site", "proposals/*/cost"),
    *("proposals/*/author", "export", "discussion", "paper", "paper/*", "paper/entered/*"),
    *("council", "exclusive", "sittings", "sittings/new", "sittings/*", "sittings/*/*", "sittings/*/publish"),
    *("appeals", "appeals/*", "appeals/new", "register", "register/*", "codes", "yards", "kit", "money"),
)
OF_AKIMAT = ("", "own", "password", "staff", "staff/new", "staff/*", "logs")
ADDRESSES = frozenset((*OF_AKIMAT, *(f"{CAMPAIGN}/{path}" for path in OF_CAMPAIGN)))
"""Kinds of pages that somebody at least is led to."""

AIGERIM, MARIA, ARSEN = 1001, 1006, 1004
OKRUG = {Language.KAZAKH: "Айнакөл", Language.RUSSIAN: "Айнаколь"}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def story(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """The demo with all its processes, and a browser."""
    folder = tmp_path_factory.mktemp("walk") / "demo"
    async with running_demo(folder) as demo, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=require_browser(), args=list(CHROMIUM_FLAGS)
        )
        yield Story(demo=demo, office=Office(demo.sandbox, browser))
        await browser.close()


async def test_a_register_and_codes(story: Story) -> None:
    """Text and spreadsheet with bad lines; the same person never approves, another does; codes are printed.

    [L1] [L3] [E2] [P1] [N1]
    """
    clerk, second = await story.worker("clerk"), await story.worker("clerk2")
    await registering.load_both(clerk)
    number = await registering.next_import(clerk) - 1
    again = await registering.second_login(story)
    await registering.approve(again, second, number)
    await registering.print_codes(clerk)


async def test_an_application_on_paper(story: Story) -> None:
    """The clerk types it with faults first; its author types the slip's code in the chat and has it [B9]."""
    story.paper, code = await registering.enter_paper(await story.worker("clerk"))
    maria = story.demo.resident(MARIA, Language.RUSSIAN)
    await maria.settle(OKRUG[Language.RUSSIAN], "Теректысай")
    await registering.claim(maria, story.paper, code)


async def test_the_review(story: Story) -> None:
    """Item by item with its term; one goes back, is reworked in the chat, comes back with what changed.

    [C1] [C5] [B6] [B4] [L2]
    """
    aigerim = story.demo.resident(AIGERIM, Language.KAZAKH)
    await aigerim.settle(OKRUG[Language.KAZAKH], OKRUG[Language.KAZAKH])
    await begin_from_a_model(aigerim)
    await fill_in(aigerim)
    story.own = await submit(aigerim)
    clerk, second = await story.worker("clerk"), await story.worker("clerk2")
    await reviewing.see_queue(clerk, story.paper, story.own)
    await reviewing.return_it(second, story.own)
    await reviewing.rework(aigerim, story.own)
    await reviewing.see_difference(second, story.own)
    await reviewing.register(second, story.own)
    await aigerim.person.wait_for(reviewing.REGISTERED, timeout=60)
    await reviewing.register(clerk, story.paper)
    for number in (story.own, story.paper):
        await reviewing.look_at_place(clerk, number)


async def test_the_council(story: Story) -> None:
    """Five decide from their own logins, one has a conflict, one is late and reminded; all is published.

    [C2] [C3] [B4] [G1] [P1]
    """
    secretary = await story.worker("secretary")
    members = [await story.worker(f"council{place}") for place in range(1, 6)]
    arsen = story.demo.resident(ARSEN, Language.RUSSIAN)
    await arsen.settle(OKRUG[Language.RUSSIAN], OKRUG[Language.RUSSIAN])
    await deciding.call(secretary, story.own, story.paper, deciding.ROAD)
    await deciding.be_reminded_by(members[-1], arsen)
    await deciding.decide(members[:-1], story.own, story.paper)
    await deciding.remind(story.demo, secretary, members[-1], arsen, story.own)
    await deciding.decide(members[-1:], story.own, story.paper)
    await deciding.conclude(secretary, story.own, story.paper)
    await deciding.read_protocol(secretary, "Дүйсенов Талғат Әділұлы", "Ткаченко Виктор Сергеевич")
    await deciding.publish(secretary)
    await deciding.hear(story.demo.resident(AIGERIM, Language.KAZAKH), story.own, "refused")
    await deciding.hear(story.demo.resident(MARIA, Language.RUSSIAN), story.paper, "admitted")


async def test_an_appeal(story: Story) -> None:
    """The author appeals in the chat; a member who refused may not decide, the akim does; it is told at once.

    [B6] [B4] [L1]
    """
    aigerim = story.demo.resident(AIGERIM, Language.KAZAKH)
    await appealing.appeal(aigerim)
    url = await story.public()
    async with looking.anybody(story.office.browser, url) as page:
        said = await looking.read(page, url, f"projects/{story.own}", Language.RUSSIAN)
        assert deciding.REASON["reason-ru"] in said
    await appealing.find_closed(await story.worker("council1"), story.own)
    await appealing.uphold(await story.worker("akim"), story.own)
    await deciding.hear(aigerim, story.own, "admitted")


async def test_the_public_pages_and_the_kit(story: Story) -> None:
    """Whoever comes reads all of it in both languages, without cookies; one press makes posters and texts.

    [L4] [C3] [A7] [D2] [M1]
    """
    url = await story.public()
    async with looking.anybody(story.office.browser, url) as page:
        for language in Language:
            for path in ("", "rules", "projects", "channels", "data/"):
                await looking.read(page, url, path, language)
            said = await looking.read(page, url, f"projects/{story.own}", language)
            assert appealing.ANSWER[f"reason-{language}"] in said
            assert registering.AUTHOR not in said
        said = await looking.read(page, url, f"projects/{story.paper}", Language.KAZAKH)
        assert registering.TITLE in said
        await page.set_viewport_size({"width": 360, "height": 740})
        await looking.read(page, url, "projects", Language.KAZAKH)
    await looking.fetch_kit(await story.worker("clerk"))


async def test_every_page_of_the_office(story: Story) -> None:
    """Whatever a role is led to opens, fits a small laptop, and has no serious finding of axe, in kk and ru.

    [L4] [L1] [P6]
    """
    clerk = await story.worker("clerk")
    await clerk.go("paper")
    await clerk.press("button-paper-new")
    deep = {
        "clerk": (
            *(f"proposals/{reviewing.WAITING}/{part}" for part in ("check", "site")),
            *(f"proposals/{story.paper}/cost", f"paper/entered/{story.paper}"),
        ),
        "secretary": (f"{deciding.SITTING}/publish",),
    }
    faults, seen = list[str](), set[str]()
    for login in LOGINS:
        worker = await story.worker(login)
        await worker.switch(Language.KAZAKH)
        pages, found = await crawl(worker, f"{login}-kk", deep.get(login, ()))
        await worker.switch(Language.RUSSIAN)
        others = [pages[kind] for kind in sorted(pages.keys() - seen)]
        faults += [*found, *await read_again(worker, f"{login}-ru", others)]
        seen |= pages.keys()
    assert faults == []
    assert sorted(ADDRESSES - seen) == []


async def test_the_machine_is_lost(story: Story, tmp_path: Path) -> None:
    """From a backup and the keys in custody, which lay apart, the same pages come back [L5] [E7] [P3]."""
    path, url = f"projects/{story.own}", await story.public()
    async with looking.anybody(story.office.browser, url) as page:
        before = await looking.read(page, url, path, Language.KAZAKH)
    machine = await losing.lose(story.demo, tmp_path)
    assert await losing.is_down(url)
    await losing.restore(machine, tmp_path)
    async with losing.serving(machine) as url, looking.anybody(story.office.browser, url) as page:
        assert await looking.read(page, url, path, Language.KAZAKH) == before
