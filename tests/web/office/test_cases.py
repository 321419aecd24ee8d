"""The observer's cases and the desk's question, over HTTP and in a browser (E9, E10, L1, L4)."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.async_api import Browser

from core.model.concern import ReportKind
from core.model.language import Language
from core.model.staff import Role
from core.usecases.concern.disputing import dispute
from core.usecases.concern.reporting import report
from core.usecases.voting.casting import cast_vote
from tests.support.axe import serious_findings
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.town import CAMPAIGN, IINS, OPEN, Town
from tests.web.conftest import TITLE, Site

CASES, ASK = "/office/semey-demo/cases", "/office/semey-demo/ask"


@pytest.fixture
async def voting(town: Town) -> Town:
    """The town with a vote that its person disputes, and a report that holds what a page must not run."""
    town.clock.set_to(OPEN)
    await town.settle(1001)
    await town.by_phone(1001, 0)
    await town.settle(1002)
    await town.issue(0)
    session = await town.by_code(1002, 0)
    await cast_vote(town.services, CAMPAIGN, 1002, number=12, session=session)
    await dispute(town.services, CAMPAIGN, 1001)
    await report(town.services, CAMPAIGN, ReportKind.BOUGHT, f"=1+1 {TITLE}")
    return town


@pytest.fixture
async def observer(site: Site, voting: Town) -> SignedInClient:
    """An observer's browser, in Russian."""
    return await sign_in(site, voting, Role.OBSERVER, language=Language.RUSSIAN)


async def test_the_observers_list(observer: SignedInClient) -> None:
    """Case, report and counts stand there; no IIN, no account, and nothing of a report runs [E9] [E10]."""
    status, page = await observer.get(CASES)
    assert (status, "Дело № 1" in page, "Сообщение № 1" in page) == (200, True, True)
    assert "<script>" not in page
    assert not any(each in page for each in (IINS[0], "1001", "1002"))
    status, page = await observer.get(f"{CASES}/1")
    assert (status, "27 ноября" in page, "команда оператора" in page) == (200, True, True)


async def test_a_case_is_noted_and_closed(observer: SignedInClient) -> None:
    """Refused words stay in the form; the note is kept; closed, the case shows what was said [E10] [P7]."""
    status, page = await observer.post(f"{CASES}/1", {"act": "close", "answer-kk": "", "answer-ru": "Слова"})
    assert (status, "Слова" in page) == (422, True)
    status, page = await observer.post(f"{CASES}/1", {"act": "note", "note": f"ИИН {IINS[0]}"})
    assert (status, IINS[0] in page) == (422, False)
    status, page = await observer.post(f"{CASES}/1", {"act": "note", "note": "Лист 3"})
    assert (status, "Лист 3" in page, "рассматривается" in page) == (200, True, True)
    answer = {"act": "close", "answer-kk": "Жауап", "answer-ru": "Ответ"}
    status, page = await observer.post(f"{CASES}/1", answer)
    assert (status, "Человеку сообщено" in page) == (200, True)
    assert (await observer.post(f"{CASES}/1", answer))[0] in {409, 422}
    assert (await observer.get(f"{CASES}/99"))[0] == 404


async def test_a_report_is_kept_and_given_out(observer: SignedInClient) -> None:
    """The note and the end of a report; the file for the outside contacts runs nothing [E9] [L2]."""
    status, page = await observer.post(f"{CASES}/reports/1", {"act": "close", "note": "Передано"})
    assert (status, "Передано" in page, "закрыто" in page) == (200, True, True)
    status, content, headers = await observer.download(f"{CASES}/reports.xlsx")
    assert (status, "attachment" in headers["Content-Disposition"]) == (200, True)
    with ZipFile(BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert "=1+1 &lt;script&gt;" in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("roles", [(Role.CLERK,), (Role.CLERK, Role.OBSERVER), (Role.SYSTEM_ADMINISTRATOR,)])
async def test_who_may_not_read(site: Site, voting: Town, roles: tuple[Role, ...]) -> None:
    """A clerk, also one who observes, sees neither list nor file [E9] [L1]."""
    someone = await sign_in(site, voting, *roles)
    for path in (CASES, f"{CASES}/1", f"{CASES}/reports/1", f"{CASES}/reports.xlsx"):
        status, page = await someone.get(path)
        assert (status, "сатып алу" in page) == (403, False)


@pytest.mark.parametrize(
    ("person", "said"), [(0, "Иә, дауыс есепке алынған"), (1, "Жоқ, дауыс есепке алынбаған")]
)
async def test_the_desk_answers(site: Site, voting: Town, person: int, said: str) -> None:
    """Yes with day and way, or no with its signature; what was typed is not shown again [E10] [P1]."""
    clerk = await sign_in(site, voting, Role.CLERK)
    status, page = await clerk.get(ASK)
    assert (status, said in page) == (200, False)
    status, page = await clerk.post(ASK, {"iin": IINS[person]})
    assert (status, said in page, IINS[person] in page) == (200, True, False)
    assert ("20 қараша" in page, "type&#34;:&#34;none" in page) == (person == 0, person == 1)
    for wrong in ("123", "", IINS[0][:-1] + "1"):
        status, page = await clerk.post(ASK, {"iin": wrong})
        assert (status, wrong in page if wrong else False) == (422, False)


async def test_who_may_not_ask(site: Site, voting: Town) -> None:
    """An observer asks no one's question [E10] [L1]."""
    someone = await sign_in(site, voting, Role.OBSERVER)
    assert (await someone.get(ASK))[0] == 403
    assert (await someone.post(ASK, {"iin": IINS[0]}))[0] == 403


@pytest.mark.slow
async def test_the_pages_in_a_browser(observer: SignedInClient, site: Site, chromium: Browser) -> None:
    """Nothing is wider than a phone, and axe finds nothing serious on list, case and report [L4]."""
    context = await chromium.new_context(viewport={"width": 360, "height": 740})
    await context.add_cookies([browser_cookie(site, observer)])
    page = await context.new_page()
    for path in (CASES, f"{CASES}/1", f"{CASES}/reports/1"):
        await page.goto(site.url + path)
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert await serious_findings(page) == []
    await context.close()
