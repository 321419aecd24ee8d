"""Pages of results: called, said, concluded, published, printed, and every wrong step on the way (F2)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.dialogs.browsing.texts import card_text
from core.model.council import Choice
from core.model.language import Language
from core.model.staff import Role
from core.store import staff
from core.usecases.browsing.card import card
from core.usecases.publishing.data import list_rows
from core.usecases.result.deciding import publish_results
from tests.core.documents.reading import bare, docx_text, pdf_text
from tests.support.axe import serious_findings
from tests.support.front import strict_locales
from tests.support.office import SignedInClient, browser_cookie, sign_in, sign_in_again
from tests.support.results import LOSER, WHERE, WINNER, Results, voted
from tests.support.town import CAMPAIGN, Town, build_town
from tests.web.conftest import Site

if TYPE_CHECKING:
    from playwright.async_api import Browser

RESULTS = "/office/semey-demo/results"
SITTING = f"{RESULTS}/{WHERE}"
CALL = {
    "held": "2026-12-05",
    "place-kk": "Мәжіліс залы",
    "place-ru": "Зал <заседаний>",
    "term": "2026-12-04",
}
BECAUSE = {"reason-kk": "Жер телімі дауда.", "reason-ru": "Участок <в> споре."}
MARK = "Отличается от подсчёта"


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while its voting is open."""
    built = await build_town(sqlite_url, tmp_path)
    yield built
    await built.services.database.dispose()


@dataclass(frozen=True, slots=True)
class Hall:
    """Browsers of the secretary and of three members."""

    secretary: SignedInClient
    members: tuple[SignedInClient, ...]

    async def say(self, number: int, choice: str, comment: str = "") -> None:
        """Let every member say so."""
        for member in self.members:
            form = {"choice": choice, "comment": comment}
            status, _ = await member.post(f"{SITTING}/{number}/opinion", form)
            assert status == 200


@pytest.fixture
async def counted(town: Town) -> Results:
    """A counted territory with a council."""
    return await voted(town)


@pytest.fixture
async def hall(site: Site, town: Town, counted: Results) -> Hall:
    """Its people before their screens."""
    table = counted.table
    async with town.services.database.write() as connection:
        changed = {"language": Language.RUSSIAN.value}
        await staff.change_staff(connection, CAMPAIGN.akimat, table.secretary.staff_id, **changed)
    secretary = await sign_in_again(site, town, table.secretary)
    return Hall(secretary, tuple([await sign_in_again(site, town, each) for each in table.members]))


async def test_the_whole_way(hall: Hall, counted: Results) -> None:
    """Called, said, concluded with a difference, looked over, published, printed twice alike [F2]."""
    status, page = await hall.secretary.get(RESULTS)
    assert status == 200
    assert "можно открыть заседание" in page
    status, page = await hall.secretary.post(SITTING, CALL)
    assert status == 200
    assert "Голосов: 6, 1-е место" in page
    assert "Зал &lt;заседаний&gt;" in page
    _, page = await hall.members[0].get(SITTING)
    assert f"{WHERE}/1" in page
    assert "жоба күтіп тұр" in page
    await hall.say(WINNER, "refuse", "Жер <дауда>.")
    status, page = await hall.secretary.get(f"{SITTING}/{WINNER}")
    assert "по голосам жителей этот проект победил" in page
    assert "Жер &lt;дауда&gt;." in page
    status, page = await hall.secretary.post(f"{SITTING}/{WINNER}/conclude", {"count": "declined", **BECAUSE})
    assert status == 200
    assert MARK in page
    status, page = await hall.secretary.post(f"{SITTING}/publish")
    assert status == 422
    for number in await counted.numbers():
        if number != WINNER:
            await counted.say(number, *[Choice.REFUSE] * 3)
            await counted.conclude(number)
    _, draft, _ = await hall.secretary.download(f"{SITTING}/protocol.pdf")
    assert "ПРОЕКТПРОТОКОЛА" in pdf_text(draft)
    status, page = await hall.secretary.get(f"{SITTING}/publish")
    assert status == 200
    assert "решение отличается от подсчёта: 1" in page
    assert "Участок &lt;в&gt; споре." in page
    status, page = await hall.secretary.post(f"{SITTING}/publish")
    assert status == 200
    assert "Решение опубликовано" in page
    files = [await hall.members[0].download(f"{SITTING}/protocol.{kind}") for kind in ("pdf", "pdf", "docx")]
    assert files[0][1] == files[1][1]
    for text in (pdf_text(files[0][1]), docx_text(files[2][1])):
        assert bare("Отличается от подсчёта: по числу голосов проект победил.") in text
        assert "ПРОЕКТПРОТОКОЛА" not in text.upper()
    assert 'filename="results-semey-demo-ortalyq.docx"' in files[2][2]["Content-Disposition"]


@pytest.mark.parametrize("language", [Language.KAZAKH, Language.RUSSIAN])
async def test_everybody_reads_it(site: Site, counted: Results, language: Language) -> None:
    """Outcome, project page and open data say decision, difference and reason once it is published [F2]."""
    await counted.open()
    await counted.settle(WINNER)
    folder, asked = "/c/semey-demo", f"?lang={language.value}"
    said = {
        Language.KAZAKH: ("жоба іске асырылмайды", "кеңес басқаша шешті", "Жер телімі дауда."),
        Language.RUSSIAN: ("проект не будет реализован", "совет решил иначе", "Участок в споре."),
    }[language]
    pages = (f"{folder}/outcome/{WHERE}", f"{folder}/projects/{WINNER}")
    for path in pages:
        _, page = await site.get(path + asked)
        assert [each for each in said if each in page] == []
    town = counted.town
    await publish_results(town.services, counted.table.secretary, CAMPAIGN, WHERE)
    for path in pages:
        status, page = await site.get(path + asked)
        assert status == 200
        assert [each for each in said if each not in page] == []
    rows = {row["number"]: row for row in await list_rows(town.services, CAMPAIGN)}
    assert list(rows[WINNER].values())[-4:] == ["declined", "yes", BECAUSE["reason-kk"], "Участок в споре."]
    assert list(rows[LOSER].values())[-4:] == ["declined", "no", None, None]
    status, table = await site.get(f"{folder}/data/projects.csv")
    assert status == 200
    assert "council_differs" in table
    shown = await card(town.services, CAMPAIGN, WINNER)
    text, _ = card_text(strict_locales().words(language), shown, is_whole=False)
    assert [each for each in said if each not in text] == []


async def test_forms_lose_nothing(hall: Hall) -> None:
    """What is refused is said with its reason, and what was typed stays [F2] [P7]."""
    status, page = await hall.secretary.post(SITTING, {**CALL, "term": "2026-11-01", "place-ru": ""})
    assert status == 422
    assert 'value="Мәжіліс залы"' in page
    assert 'value="2026-12-05"' in page
    await hall.secretary.post(SITTING, CALL)
    path = f"{SITTING}/{WINNER}"
    member = hall.members[0]
    for form, kept in (
        ({"choice": "refuse", "comment": ""}, 'value="refuse" required checked'),
        ({"choice": "x", "comment": "Жер дауда"}, "Жер дауда"),
        ({}, 'role="alert"'),
    ):
        status, page = await member.post(f"{path}/opinion", form)
        assert status == 422
        assert kept in page
    status, page = await hall.secretary.post(f"{path}/conclude", BECAUSE)
    assert status == 422
    assert "Участок &lt;в&gt; споре." in page
    await hall.say(WINNER, "refuse", "Жер дауда.")
    half = {"count": "declined", "reason-kk": "Жер дауда", "reason-ru": ""}
    status, page = await hall.secretary.post(f"{path}/conclude", half)
    assert status == 422
    assert "\nЖер дауда</textarea>" in page
    status, page = await hall.secretary.post(f"{path}/conclude", {**BECAUSE, "count": "implemented"})
    assert status == 422
    assert "Пока вы писали" in page
    status, _ = await hall.secretary.post(f"{SITTING}/term", {"term": "вчера"})
    assert status == 422
    status, _ = await hall.secretary.post(f"{SITTING}/term", {"term": "2026-12-20"})
    assert status == 200


async def test_who_may_not_and_what_is_not(hall: Hall, site: Site, town: Town) -> None:
    """Members do not conclude, others do not even read; unknown places and projects are refused [L1] [P7]."""
    await hall.secretary.post(SITTING, CALL)
    member = hall.members[0]
    for path in ("publish", f"{WINNER}/conclude", "term"):
        assert (await member.post(f"{SITTING}/{path}", BECAUSE))[0] == 403
    assert (await hall.secretary.post(f"{SITTING}/{WINNER}/opinion", {"choice": "admit"}))[0] == 403
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=3)
    for path in (RESULTS, SITTING, f"{SITTING}/{WINNER}", f"{SITTING}/protocol.pdf"):
        assert (await moderator.get(path))[0] == 403
    for path in (
        f"{RESULTS}/nowhere",
        f"{SITTING}/999",
        f"{RESULTS}/samal/5",
        f"{RESULTS}/samal/protocol.pdf",
    ):
        assert (await hall.secretary.get(path))[0] in {404, 422}, path
    assert (await hall.secretary.get(f"{RESULTS}/samal"))[0] == 200


@pytest.mark.slow
async def test_pages_in_chromium(site: Site, hall: Hall, counted: Results, chromium: "Browser") -> None:
    """A member and the secretary work by keyboard; pages fit a phone and axe finds nothing serious [F2]."""
    await hall.secretary.post(SITTING, CALL)
    pages = []
    for client in (hall.members[0], hall.secretary):
        context = await chromium.new_context(viewport={"width": 360, "height": 740})
        await context.add_cookies([browser_cookie(site, client)])
        pages.append(await context.new_page())
    member, secretary = pages
    await member.goto(f"{site.url}{SITTING}/{WINNER}")
    await member.focus('input[name="choice"][value="admit"]')
    await member.keyboard.press("Space")
    await member.focus("section form button")
    await member.keyboard.press("Enter")
    await member.wait_for_url("**done=1")
    await counted.say(WINNER, None, Choice.REFUSE, Choice.REFUSE)
    await secretary.goto(f"{site.url}{SITTING}/{WINNER}")
    await secretary.fill('textarea[name="reason-kk"]', BECAUSE["reason-kk"])
    await secretary.fill('textarea[name="reason-ru"]', BECAUSE["reason-ru"])
    await secretary.click('form[action$="/conclude"] button')
    await secretary.wait_for_url(f"**/{WHERE}?done=1")
    await secretary.get_by_text(MARK).first.wait_for()
    for number in await counted.numbers():
        if number != WINNER:
            await counted.say(number, *[Choice.REFUSE] * 3)
            await counted.conclude(number)
    for page in pages:
        for path in (RESULTS, SITTING, f"{SITTING}/{WINNER}", f"{SITTING}/publish", f"{RESULTS}/samal"):
            await page.goto(site.url + path)
            assert await page.evaluate("document.documentElement.scrollWidth") <= 360, path
            assert await serious_findings(page, schemes=("light",)) == [], path
        await page.context.close()
