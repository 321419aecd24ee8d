"""Site, cost, files, questions and exports over HTTP (B7, C4, C5, D6, L2)."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from core.model.language import Language
from core.model.staff import Role
from core.store.audit import access_entry
from core.usecases.discussion.questions import answer, ask
from tests.support.office import SignedInClient, sign_in
from tests.support.proposals import account_of, author, registered, submitted
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.office.test_review import FOLDER, MARKUP, logged

FORMULA = '=HYPERLINK("http://evil.example","бас")'


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """A clerk who reads Kazakh."""
    return await sign_in(site, town, Role.CLERK)


async def test_a_site_check_is_recorded(town: Town, clerk: SignedInClient) -> None:
    """Who, when, whose land; what is left out is named and the rest stays typed [C5] [P7]."""
    number = await registered(town, 0)
    wrong = {"day": "2026-99-01", "who": "Ә. Серікқызы", "land": "clear", "found-kk": "Бос"}
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/site", wrong)
    assert status == 422
    for said in ("қараған күн әлі келмеген", "кімнің балансында екені", "орнында не анықталғаны"):
        assert said in page
    assert 'value="Ә. Серікқызы"' in page
    assert ">\nБос</textarea>" in page
    right = {**wrong, "day": "2026-09-09", "holder": "Бөлім", "networks": "blocked", "found-ru": "Свободно"}
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/site", right)
    assert status == 200
    assert "желі кедергі" in page
    assert "Салуға" not in page
    queue = (await clerk.get(f"{FOLDER}/proposals?queue=site"))[1]
    assert f"proposals/{number}" not in queue


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1,200,000", "бүтін теңгемен"),
        ("1.2", "бүтін теңгемен"),
        ("-5", "бүтін теңгемен"),
        ("", "бүтін теңгемен"),
        ("0", "бүтін теңгемен"),
        ("340000", "Құны бұрынғыдай"),
        ("999 999 999", "мөлшерінен аспауы"),
        ("9" * 40, "бүтін теңгемен"),
    ],
)
async def test_a_cost_is_never_guessed(town: Town, clerk: SignedInClient, typed: str, said: str) -> None:
    """A sum that could be read in two ways is not read at all [C4] [P7]."""
    number = await registered(town, 0)
    fields = {"known": "340000", "cost": typed, "reason-kk": "Нақтыланды", "reason-ru": "Уточнено"}
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/cost", fields)
    assert status == 422
    assert said in page
    assert f'value="{typed}"' in page


async def test_a_cost_changes_with_its_history(town: Town, clerk: SignedInClient) -> None:
    """The exact cost, the former one and why stand on the page [C4]."""
    number = await registered(town, 0)
    fields = {"known": "340000", "cost": "1 250 000 ₸", "reason-kk": "Нақтыланды", "reason-ru": "Уточнено"}
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/cost", fields)
    assert status == 200
    plain = page.replace("\u00a0", " ")
    assert "340 000 ₸ → 1 250 000 ₸" in plain
    assert "Нақтыланды" in page
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/cost", fields)
    assert status == 422
    assert 'name="known" value="1250000"' in page


async def test_files_are_kept_from_running(site: Site, town: Town, clerk: SignedInClient) -> None:
    """Thumbnails are shown, originals only kept; neither may run [B7] [L2]."""
    number = await submitted(town, 0)
    _, page = await clerk.get(f"{FOLDER}/proposals/{number}")
    links = re.findall(rf"semey-demo/proposals/{number}/files/[0-9a-f]+", page)
    assert len(links) == 3
    shown = {}
    for link in links:
        status, content, headers = await clerk.download(f"/office/{link}")
        assert status == 200
        assert content.startswith(b"\xff\xd8\xff")
        assert "sandbox" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        shown[link] = headers["Content-Disposition"].split(";")[0]
    assert sorted(shown.values()) == ["attachment", "inline", "inline"]
    assert await logged(town, access_entry) == ["view-file"]
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=1)
    original = next(link for link, manner in shown.items() if manner == "attachment")
    assert (await moderator.get(f"/office/{original}"))[0] == 403
    assert (await clerk.get(f"{FOLDER}/proposals/{number}/files/{'0' * 64}"))[0] == 404
    assert (await clerk.get(f"{FOLDER}/proposals/{number}/files/..%2f..%2fkeys"))[0] == 404
    async with site.client.get(f"{site.url}/office/{original}", allow_redirects=False) as answered:
        assert answered.status == 303


async def test_questions_are_read_before_they_are_shown(site: Site, town: Town) -> None:
    """The moderator shows, or hides with a reason in both languages; a replaced answer waits [D6]."""
    number = await registered(town, 0)
    asker = await author(town, 1)
    question = await ask(town.services, CAMPAIGN, asker, number, text=MARKUP, language=Language.KAZAKH)
    moderator = await sign_in(site, town, Role.MODERATOR)
    page = (await moderator.get(f"{FOLDER}/discussion"))[1]
    assert "&lt;script&gt;" in page
    hide = {"question": str(question.question_id), "about": "question", "act": "hide", "reason-kk": "Жарнама"}
    status, page = await moderator.post(f"{FOLDER}/discussion", hide)
    assert status == 422
    assert ">\nЖарнама</textarea>" in page
    show = {"question": str(question.question_id), "about": "question", "act": "show"}
    assert (await moderator.post(f"{FOLDER}/discussion", show))[0] == 200
    await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Бірінші жауап")
    _, page = await moderator.get(f"{FOLDER}/discussion")
    version = re.findall(r'name="version" value="([0-9a-f]+)"', page)[-1]
    await answer(town.services, CAMPAIGN, account_of(0), question.question_id, text="Екінші жауап")
    stale = {**show, "about": "answer", "version": version}
    status, page = await moderator.post(f"{FOLDER}/discussion", stale)
    assert status == 422
    assert "Екінші жауап" in page
    assert await logged(town) == ["register", "show-question"]
    for odd in ({"question": "999"}, {"question": "x"}, {"question": "999", "about": "answer"}):
        assert (await moderator.post(f"{FOLDER}/discussion", {**show, **odd}))[0] == 422


async def test_a_clerk_moderates_nothing(clerk: SignedInClient) -> None:
    """Questions are the moderator's alone [L1] [D6]."""
    assert (await clerk.get(f"{FOLDER}/discussion"))[0] == 403
    assert (await clerk.post(f"{FOLDER}/discussion", {"question": "1", "act": "show"}))[0] == 403


async def test_the_export_holds_no_person_and_nothing_that_runs(
    site: Site, town: Town, clerk: SignedInClient
) -> None:
    """XLSX and CSV have what the list has, formulas are texts, and each export is in the log [L2] [P1]."""
    number = await submitted(town, 0, title=FORMULA, landmark="+7 көше")
    status, content, headers = await clerk.download(f"{FOLDER}/export/proposals.xlsx")
    assert status == 200
    assert "attachment" in headers["Content-Disposition"]
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[1][:2] == [number, FORMULA]
    with ZipFile(BytesIO(content)) as parts:
        texts = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    assert "<f>" not in texts
    assert "hyperlink" not in texts
    status, content, _ = await clerk.download(f"{FOLDER}/export/proposals.csv")
    assert status == 200
    _, row = csv.reader(StringIO(content.decode("utf-8-sig")))
    assert row[1] == f"'{FORMULA}"
    assert row[4] == "'+7 көше"
    assert "Әсел" not in texts + content.decode()
    assert await logged(town) == ["export", "export"]
    assert (await clerk.get(f"{FOLDER}/export/proposals.exe"))[0] == 404
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=1)
    assert (await moderator.get(f"{FOLDER}/export/proposals.csv"))[0] == 403
