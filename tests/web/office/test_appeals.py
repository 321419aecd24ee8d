"""Appeals in the office: the queue, one of them whole, deciding as another than the first, one from paper."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from core.language.markup import plain
from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.staff import Role
from core.usecases.appeal import listing
from core.usecases.appeal.filing import file_appeal, my_appeal
from core.usecases.notice.sending import claim
from core.usecases.proposal.mine import my_proposal
from messenger.notices.telling import render
from tests.support.appeals import ANSWER, APPEALED, refused_by
from tests.support.front import strict_locales
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.proposals import account_of, submitted, told
from tests.support.town import CAMPAIGN, OPEN, Town
from tests.web.conftest import TITLE, Site

APPEALS = "/office/semey-demo/appeals"
UPHELD = {"decision": "uphold", "reason-kk": ANSWER.kk, "reason-ru": ANSWER.ru}


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """Who has refused."""
    return await sign_in(site, town, Role.CLERK)


@pytest.fixture
async def akim(site: Site, town: Town) -> SignedInClient:
    """Who has no part in it."""
    return await sign_in(site, town, Role.AKIM, login="akim", person=1, language=Language.RUSSIAN)


@pytest.fixture
async def refused(town: Town, clerk: SignedInClient) -> int:
    """A proposal that the clerk has refused."""
    number = await submitted(town, 0, title=TITLE)
    await refused_by(town, number, clerk.actor)
    return number


@pytest.fixture
async def appealed(town: Town, refused: int) -> int:
    """The same, appealed against."""
    text = f"{APPEALED}\n<b>қараңыз</b>"
    await file_appeal(town.services, CAMPAIGN, account_of(0), refused, text, Language.KAZAKH)
    return refused


async def status(town: Town, number: int) -> ProposalStatus:
    """Return how far the proposal has come."""
    return (await my_proposal(town.services, CAMPAIGN, account_of(0), number)).proposal.status


async def test_the_queue_and_one_appeal(akim: SignedInClient, appealed: int) -> None:
    """Number, whose refusal, the last day of the answer; the words as typed, no markup [B6] [L2]."""
    code, page = await akim.get(APPEALS)
    assert code == 200
    assert "Ответить до 17\u00a0сентября" in page or "Ответить до 17 сентября" in page
    assert APPEALED not in page, "the list shows no words of people"
    code, page = await akim.get(f"{APPEALS}/{appealed}")
    assert code == 200
    assert "&lt;b&gt;қараңыз&lt;/b&gt;" in page
    assert "<b>қараңыз" not in page
    assert "<script>alert" not in page
    assert "Двор огорожен." in page


async def test_the_one_who_refused_is_not_let(clerk: SignedInClient, appealed: int, town: Town) -> None:
    """No form for him, and none that he sends by hand is taken [B6] [L1]."""
    code, page = await clerk.get(f"{APPEALS}/{appealed}")
    assert code == 200
    assert 'name="decision"' not in page
    assert "Сіз қатыстыңыз" in page
    code, page = await clerk.post(f"{APPEALS}/{appealed}", UPHELD)
    assert code == 422
    assert "Сіз қатыстыңыз" in page
    assert await status(town, appealed) is ProposalStatus.REFUSED


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": ""},
        {"decision": "maybe"},
        {"reason-kk": " "},
        {"reason-ru": ""},
        {"reason-ru": "я" * 1001},
        {"reason-kk": "990101100000"},
    ],
)
async def test_a_form_that_is_not_whole(
    akim: SignedInClient, appealed: int, town: Town, wrong: dict[str, str]
) -> None:
    """Nothing is decided, what was typed stands there still, and the IIN is not kept [B6] [C3] [P7]."""
    code, page = await akim.post(f"{APPEALS}/{appealed}", {**UPHELD, **wrong})
    assert code == 422
    assert ("Днём двор" in page) is ("reason-ru" not in wrong)
    assert await status(town, appealed) is ProposalStatus.REFUSED


async def test_unknown_and_answered(akim: SignedInClient, appealed: int, refused: int) -> None:
    """Another number, another campaign, no key of the form, a second answer: each is refused [L1] [P9]."""
    for path in (f"{APPEALS}/999", f"{APPEALS}/x", "/office/elsewhere/appeals"):
        assert (await akim.get(path))[0] == 404
    assert (await akim.post(f"{APPEALS}/{appealed}", {**UPHELD, "decision": "dismiss"}))[0] == 200
    code, page = await akim.post(f"{APPEALS}/{refused}", UPHELD)
    assert code == 404
    assert "Отклонена" in page
    bare = {**UPHELD, "form_key": "00"}
    async with akim.site.client.post(
        akim.site.url + f"{APPEALS}/{appealed}", data=bare, headers=akim.headers
    ) as answer:
        assert answer.status == 403


async def test_what_cannot_be_upheld_has_no_button(
    akim: SignedInClient, clerk: SignedInClient, refused: int, town: Town
) -> None:
    """An open ballot leaves dismissing and the page says why; who entered it has no form at all [A4] [B6]."""
    form = {"number": str(refused), "words": APPEALED, "language": "kk"}
    other = await sign_in(akim.site, town, Role.CLERK, login="other", person=2)
    assert (await other.post(f"{APPEALS}/new", form))[0] == 200
    assert "Бұл шағымды Сіз енгіздіңіз" in (await other.get(f"{APPEALS}/{refused}"))[1]
    assert 'value="uphold"' in (await akim.get(f"{APPEALS}/{refused}"))[1]
    town.clock.set_to(OPEN)
    akim = await sign_in(akim.site, town, Role.AKIM, login="later", person=3, language=Language.RUSSIAN)
    page = (await akim.get(f"{APPEALS}/{refused}"))[1]
    assert 'value="uphold"' not in page
    assert 'value="dismiss"' in page
    assert "можно только отклонить" in page
    assert (await akim.post(f"{APPEALS}/{refused}", UPHELD))[0] == 422
    assert await status(town, refused) is ProposalStatus.REFUSED
    assert clerk.actor != other.actor


async def test_the_list_has_pages(
    akim: SignedInClient, appealed: int, monkeypatch: pytest.MonkeyPatch, town: Town, clerk: SignedInClient
) -> None:
    """One line a page: both are reached, what is no page is the first or the last [L2]."""
    monkeypatch.setattr(listing, "APPEAL_PAGE", 1)
    second = await submitted(town, 1)
    await refused_by(town, second, clerk.actor)
    await file_appeal(town.services, CAMPAIGN, account_of(1), second, APPEALED, Language.KAZAKH)
    for query, shown in (("", appealed), ("?page=1", appealed), ("?page=2", second), ("?page=9", second)):
        page = (await akim.get(f"{APPEALS}{query}"))[1]
        assert f'/appeals/{shown}"' in page
        assert f'/appeals/{appealed + second - shown}"' not in page
    assert "?page=2" in (await akim.get(f"{APPEALS}?page=x"))[1]


async def test_an_appeal_from_paper(clerk: SignedInClient, refused: int, town: Town) -> None:
    """The clerk enters it, its author is told; wrong numbers and empty words are told to him [B6] [B9]."""
    for wrong in ({"number": "999"}, {"number": "x"}, {"words": ""}, {"words": "ә" * 1001}):
        form = {"number": str(refused), "words": APPEALED, "language": "kk", **wrong}
        code, page = await clerk.post(f"{APPEALS}/new", form)
        assert code in {404, 422}
        assert ("Қақпа" in page) is ("words" not in wrong)
    form = {"number": str(refused), "words": f"{APPEALED}\r\nҚараңыз.", "language": "ru"}
    assert (await clerk.get(f"{APPEALS}/new?number={refused}"))[0] == 200
    assert (await clerk.post(f"{APPEALS}/new", form))[0] == 200
    appeal = (await my_appeal(town.services, CAMPAIGN, account_of(0), refused)).appeal
    assert appeal is not None
    assert (appeal.text, appeal.language) == (f"{APPEALED}\nҚараңыз.", Language.RUSSIAN)
    assert await told(town, "appeal-entered") == [account_of(0)]


async def test_others_see_no_form(site: Site, town: Town, appealed: int) -> None:
    """A moderator reads and decides nothing; whoever works on no proposals reads nothing [L1]."""
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=2)
    code, page = await moderator.get(f"{APPEALS}/{appealed}")
    assert code == 200
    assert 'name="decision"' not in page
    assert (await moderator.post(f"{APPEALS}/{appealed}", UPHELD))[0] == 403
    assert (await moderator.post(f"{APPEALS}/new", {"number": str(appealed)}))[0] in {403, 422}
    stranger = await sign_in(site, town, Role.SYSTEM_ADMINISTRATOR, login="admin", person=3)
    assert (await stranger.get(APPEALS))[0] == 403


async def _page(chromium: Browser, site: Site, client: SignedInClient, width: int) -> Page:
    context = await chromium.new_context(viewport={"width": width, "height": 800})
    await context.add_cookies([browser_cookie(site, client)])
    return await context.new_page()


@pytest.mark.slow
async def test_others_decide_in_a_browser(
    site: Site,
    town: Town,
    chromium: Browser,
    clerk: SignedInClient,
    akim: SignedInClient,
    appealed: int,
    tmp_path: Path,
) -> None:
    """One appeals, who refused is not let, another decides by keyboard, the author hears [B6] [C3] [L4]."""
    page = await _page(chromium, site, clerk, 1280)
    await page.goto(f"{site.url}{APPEALS}")
    await page.locator("main td a").first.click()
    assert await page.locator("input[name=decision]").count() == 0
    await page.context.close()
    page = await _page(chromium, site, akim, 360)
    await page.goto(f"{site.url}{APPEALS}")
    await page.screenshot(path=tmp_path / "appeals.png", full_page=True)
    await page.locator("main td a").first.click()
    await page.locator("input[value=uphold]").focus()
    await page.keyboard.press("Space")
    await page.locator("#reason-kk").fill(ANSWER.kk)
    await page.locator("#reason-ru").fill(ANSWER.ru)
    await page.screenshot(path=tmp_path / "appeal.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await page.locator("#reason-ru").press("Tab")
    await page.keyboard.press("Enter")
    await page.locator("[role=status]").wait_for()
    assert "Удовлетворена" in await page.inner_text("main")
    await page.context.close()
    assert await status(town, appealed) is ProposalStatus.REGISTERED
    notices = [each for each in await claim(town.services, 20) if each.account_id == account_of(0)]
    rendered = await render(town.services, strict_locales(), notices[-1])
    assert rendered is not None
    assert ANSWER.kk in plain(rendered.text)
