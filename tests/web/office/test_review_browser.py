"""The clerk's walk in Chromium: check, return, the author's rework, the difference, registration (C1, B6)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.staff import Role
from core.usecases.discussion.questions import ask
from core.usecases.proposal.drafting import change
from core.usecases.proposal.reworking import open_rework
from core.usecases.proposal.submitting import submit
from core.usecases.review.proposals import open_proposal
from tests.support.axe import serious_findings
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.proposals import account_of, author, registered, submitted
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.slow

LAPTOP: "ViewportSize" = {"width": 1280, "height": 720}
FOLDER = "office/semey-demo"
NO_ITEM = "criterion-one-object"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """A clerk who reads Kazakh."""
    return await sign_in(site, town, Role.CLERK)


async def opened(chromium: "Browser", site: Site, client: SignedInClient) -> "Page":
    """Return a small laptop's page of somebody who is signed in; its console is to stay empty."""
    context = await chromium.new_context(viewport=LAPTOP)
    await context.add_cookies([browser_cookie(site, client)])
    page = await context.new_page()
    page.set_default_timeout(20_000)
    return page


@pytest.fixture
async def page(chromium: "Browser", site: Site, clerk: SignedInClient) -> "AsyncIterator[Page]":
    """The clerk's laptop."""
    page = await opened(chromium, site, clerk)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text))
    yield page
    # A refusal is an answer of the server, which the console notes too.
    assert [fault for fault in faults if "the server responded with a status" not in fault] == []


async def answer_all(page: "Page", answer: str = "yes") -> None:
    """Answer every item of the checklist alike."""
    for radio in await page.locator(f'fieldset.item input[value="{answer}"]').all():
        await radio.check()


async def test_a_clerk_returns_and_registers(
    page: "Page", site: Site, town: Town, clerk: SignedInClient
) -> None:
    """A no with its reason returns, the rework shows what changed, then it is registered [C1] [B6] [L2]."""
    number = await submitted(town, 0)
    await page.goto(f"{site.url}/{FOLDER}/proposals")
    await page.locator("nav.tabs a").first.click()
    await page.get_by_role("link", name="Абай алаңына орындықтар қою").click()
    await page.locator(f'a[href$="{number}/check"]').click()
    why = page.locator(f"#why-kk-{NO_ITEM}")
    assert not await why.is_visible()
    await answer_all(page)
    await page.locator(f'input[name="is-{NO_ITEM}"][value="no"]').check()
    await why.fill("Екі объект аталған: орындық пен шам.")
    await page.locator(f"#why-ru-{NO_ITEM}").fill("Названы два объекта: скамейки и фонарь.")
    await page.locator('button[value="register"]').click()
    assert await page.get_by_role("alert").is_visible()
    assert await why.input_value() == "Екі объект аталған: орындық пен шам."
    await page.locator('button[value="return"]').click()
    assert await page.get_by_role("status").is_visible()
    draft = await open_rework(town.services, CAMPAIGN, account_of(0), number)
    title = "Абай алаңына бес орындық қою"
    await change(
        town.services, CAMPAIGN, account_of(0), draft.draft_id, lambda said: replace(said, title=title)
    )
    await submit(town.services, CAMPAIGN, account_of(0), draft.draft_id)
    await page.goto(f"{site.url}/{FOLDER}/proposals/{number}")
    assert (await page.locator("ins").inner_text()).split() == ["қосылды:", "бес", "орындық"]
    assert (await page.locator("del").inner_text()).split() == ["өшірілді:", "орындықтар"]
    await page.locator(f'a[href$="{number}/check"]').click()
    await answer_all(page)
    await page.locator('button[value="register"]').click()
    dossier = await open_proposal(town.services, clerk.actor, CAMPAIGN, number)
    assert dossier.proposal.status is ProposalStatus.REGISTERED
    assert [step.event.status.value for step in dossier.history] == [
        "submitted",
        "returned",
        "submitted",
        "registered",
    ]


async def test_two_clerks_at_once(chromium: "Browser", page: "Page", site: Site, town: Town) -> None:
    """Two browsers have the same check open: the second one is shown what the first has decided [C1] [P7]."""
    number = await submitted(town, 0)
    other = await opened(chromium, site, await sign_in(site, town, Role.CLERK, login="other", person=1))
    for each in (page, other):
        await each.goto(f"{site.url}/{FOLDER}/proposals/{number}/check")
        await answer_all(each)
    await page.locator('button[value="register"]').click()
    await other.locator(f'input[name="is-{NO_ITEM}"][value="no"]').check()
    await other.locator(f"#why-kk-{NO_ITEM}").fill("Жоқ")
    await other.locator(f"#why-ru-{NO_ITEM}").fill("Нет")
    await other.locator('button[value="refuse"]').click()
    assert await other.get_by_role("alert").is_visible()
    assert await other.locator("ol.history li").count() == 2
    assert await other.locator('button[value="refuse"]').count() == 0


async def test_enter_saves_and_decides_nothing(
    page: "Page", site: Site, town: Town, clerk: SignedInClient
) -> None:
    """By keyboard: Enter in the form keeps what is there, for a slip must not decide [C1] [L4]."""
    number = await submitted(town, 0)
    await page.goto(f"{site.url}/{FOLDER}/proposals/{number}/check")
    await page.locator('input[name="is-requirement-1"][value="yes"]').focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")
    await page.get_by_role("status").wait_for()
    dossier = await open_proposal(town.services, clerk.actor, CAMPAIGN, number)
    assert dossier.proposal.status is ProposalStatus.SUBMITTED
    assert dossier.check is not None
    assert dossier.check.findings["requirement-1"].is_met


async def test_no_page_is_wider_than_its_window(page: "Page", site: Site, town: Town) -> None:
    """On a small laptop and on a phone nothing is cut off, and axe-core finds nothing serious [L4]."""
    number = await registered(town, 0)
    folder = f"{FOLDER}/proposals/{number}"
    for width in (1280, 360):
        await page.set_viewport_size({"width": width, "height": 720})
        for path in (f"{FOLDER}/proposals", folder, f"{folder}/check", f"{folder}/site", f"{folder}/cost"):
            await page.goto(f"{site.url}/{path}")
            assert not await page.evaluate(WIDE), (width, path)
            assert await serious_findings(page) == [], (width, path)


async def test_a_question_is_hidden_with_its_reason(chromium: "Browser", site: Site, town: Town) -> None:
    """The moderator opens the reason, writes it in both languages, and the list is empty after it [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    await ask(town.services, CAMPAIGN, asker, number, text="Сатып алыңыз!", language=Language.KAZAKH)
    page = await opened(chromium, site, await sign_in(site, town, Role.MODERATOR))
    await page.goto(f"{site.url}/{FOLDER}/discussion")
    await page.locator("details.asked summary, section details summary").click()
    await page.locator('textarea[lang="kk"]').fill("Бұл – жарнама.")
    await page.locator('textarea[lang="ru"]').fill("Это реклама.")
    await page.locator('button[value="hide"]').click()
    assert await page.get_by_role("status").is_visible()
    assert await page.locator("section.asked").count() == 0
    await page.locator("nav.tabs a").nth(1).click()
    assert await page.locator("section.asked").count() == 1
