"""The clerk's and the moderator's pages over HTTP: lists, proposals, forms, files, exports (C1, D6, L2)."""

import re

import pytest
from sqlalchemy import select

from core.model.staff import Role
from core.rulebook.loader import read
from core.rules.formal_check import checklist
from core.rules.review import ReviewAct
from core.store.audit import access_entry, act_entry
from core.usecases.review.queues import PAGE_SIZE
from tests.support.office import SignedInClient, sign_in
from tests.support.proposals import decided, registered, submitted
from tests.support.town import CAMPAIGN, RULEBOOK, Town
from tests.web.conftest import Site

KEYS = [item.key for item in checklist(read(RULEBOOK, "semey-demo"))]
FOLDER = "/office/semey-demo"
MARKUP = '<script>alert(1)</script> & "тырнақша"'
FORMULA = '=HYPERLINK("http://evil.example","бас")'
ALL_YES = {"version": "1", **{f"is-{key}": "yes" for key in KEYS}}
ONE_NO = {
    **ALL_YES,
    "is-criterion-one-object": "no",
    "why-kk-criterion-one-object": "Екі объект аталған.",
    "why-ru-criterion-one-object": "Названы два объекта.",
}


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """A clerk who reads Kazakh."""
    return await sign_in(site, town, Role.CLERK)


async def logged(town: Town, table: object = act_entry) -> list[str]:
    """Return the acts in the log, or the looks at personal data."""
    column = act_entry.c.act if table is act_entry else access_entry.c.what
    async with town.services.database.read() as connection:
        return list((await connection.execute(select(column))).scalars())


async def test_a_list_says_what_is_due_and_nobodys_name(
    site: Site, town: Town, clerk: SignedInClient
) -> None:
    """A queue shows what and until when, and no author [L2] [C1] [P1]."""
    number = await submitted(town, 0, title=MARKUP)
    status, page = await clerk.get(f"{FOLDER}/proposals?queue=check")
    assert status == 200
    assert f'proposals/{number}"' in page
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "14 күн қалды" in page
    assert "Әсел" not in page
    assert "7700" not in page
    town.wait(days=14)
    later = await sign_in(site, town, Role.CLERK, login="later", person=1)
    assert "бүгін соңғы күні" in (await later.get(f"{FOLDER}/proposals?queue=check"))[1]
    town.wait(days=1)
    later = await sign_in(site, town, Role.CLERK, login="last", person=2)
    _, page = await later.get(f"{FOLDER}/proposals?queue=check")
    assert "1 күн кешікті" in page
    assert "Мерзімі өткен: 1" in page


async def test_a_number_leads_straight_to_it_and_words_find(town: Town, clerk: SignedInClient) -> None:
    """A number opens its page, words find as elsewhere, what is not there is said [L2] [D3]."""
    number = await submitted(town, 0)
    _, page = await clerk.get(f"{FOLDER}/proposals?words={number}")
    assert f"№ {number} өтінім</h1>" in page
    for words in ("орындық", "орындыктар", "алан"):
        assert f"proposals/{number}" in (await clerk.get(f"{FOLDER}/proposals?words={words}"))[1]
    for words in ("метро", "999", "%25", "_", "'", '"><b>', "ә" * 5000):
        status, page = await clerk.get(f"{FOLDER}/proposals?words={words}")
        assert status == 200
        assert "ештеңе табылмады" in page


async def test_filters_narrow_and_strange_ones_are_left_out(town: Town, clerk: SignedInClient) -> None:
    """A district has what lies in it; a filter or page that does not exist shows the list [L2]."""
    number = await submitted(town, 0)
    here, there = "territory=ortalyq&direction=rest-and-play&status=submitted", "territory=samal"
    assert f"proposals/{number}" in (await clerk.get(f"{FOLDER}/proposals?{here}"))[1]
    assert f"proposals/{number}" not in (await clerk.get(f"{FOLDER}/proposals?{there}"))[1]
    odd = "queue=no&status=no&territory=no&direction=no&page=99999999999999999999"
    status, page = await clerk.get(f"{FOLDER}/proposals?{odd}")
    assert (status, f"proposals/{number}" in page) == (200, True)


async def test_each_role_sees_its_own_queues(site: Site, town: Town) -> None:
    """A moderator reads proposals without the clerk's queues, who makes posters reads none [L1] [L2]."""
    await submitted(town, 0)
    moderator = await sign_in(site, town, Role.MODERATOR)
    status, page = await moderator.get(f"{FOLDER}/proposals")
    assert status == 200
    assert "queue=check" not in page
    assert "Тексеруді күтеді" not in page
    other = await sign_in(site, town, Role.COMMUNICATIONS, login="press", person=1)
    assert (await other.get(f"{FOLDER}/proposals"))[0] == 403
    assert (await other.get(f"{FOLDER}/proposals/13"))[0] == 403


async def test_the_author_is_a_click_away(site: Site, town: Town, clerk: SignedInClient) -> None:
    """Name and telephone have a page of their own, which only a clerk opens and which is logged [L2] [P1]."""
    number = await submitted(town, 0)
    _, page = await clerk.get(f"{FOLDER}/proposals/{number}")
    assert "Әсел" not in page
    assert await logged(town, access_entry) == []
    _, page = await clerk.get(f"{FOLDER}/proposals/{number}/author")
    assert "Әсел Серікқызы" in page
    assert "+77000000000" in page
    assert await logged(town, access_entry) == ["view-author"]
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=1)
    status, page = await moderator.get(f"{FOLDER}/proposals/{number}/author")
    assert status == 403
    assert "Әсел" not in page


async def test_a_check_registers(town: Town, clerk: SignedInClient) -> None:
    """All yes and one press: registered, and the page says so [C1] [L4]."""
    number = await submitted(town, 0)
    _, form = await clerk.get(f"{FOLDER}/proposals/{number}/check")
    assert form.count('type="radio"') == 2 * len(KEYS)
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/check", {**ALL_YES, "act": "register"})
    assert status == 200
    assert "<dd>тіркелді" in page
    assert await logged(town) == ["register"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"version": "1", "act": "register"}, "Жауабы жоқ тармақтар"),
        ({**ONE_NO, "act": "register"}, "Барлық талапқа сай өтінімді ғана"),
        ({**ONE_NO, "act": "refuse"}, "мұндай себебі жоқ"),
        ({**ONE_NO, "act": "refuse", "ground": "no-such"}, "мұндай себебі жоқ"),
        ({**ALL_YES, "act": "return"}, "қайтаруға негіз жоқ"),
        ({**ONE_NO, "act": "return", "reason-kk": "ә" * 1001, "reason-ru": "я"}, "таңбаға дейін"),
        ({**ONE_NO, "act": "return", "reason-kk": "991231100000", "reason-ru": "я"}, "12 цифр"),
        ({**ONE_NO, "act": "return", "reason-kk": "Тек қазақша"}, "негіздемесіз"),
    ],
)
async def test_a_refused_check_keeps_what_was_typed(
    town: Town, clerk: SignedInClient, fields: dict[str, str], said: str
) -> None:
    """Each wrong form comes back with every reason above and everything typed in its place [C1] [P7]."""
    number = await submitted(town, 0)
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/check", fields)
    assert status == 422
    assert said in page
    for name, value in fields.items():
        if name.startswith(("why", "reason")):
            # An IIN alone is hidden even from whoever typed it (P1).
            assert (value in page) == (not value.isdecimal())
    assert page.count(" checked>") == sum(name.startswith("is-") for name in fields)
    assert "<dd>әкімдіктің тексеруінде" in (await clerk.get(f"{FOLDER}/proposals/{number}"))[1]


async def test_a_check_is_kept_for_later(town: Town, clerk: SignedInClient) -> None:
    """Half a check is there when the page is opened again; an act that nobody knows decides nothing [C1]."""
    number = await submitted(town, 0)
    half = {
        "version": "1",
        "is-requirement-1": "yes",
        "reason-kk": "Әлі бітпеді",
        "is-requirement-2": "maybe",
    }
    for act in ("save", "admit", ""):
        status, page = await clerk.post(f"{FOLDER}/proposals/{number}/check", {**half, "act": act})
        assert status == 200
        assert "Әлі бітпеді" in page
        assert page.count(" checked>") == 1


async def test_somebody_else_decided_meanwhile(site: Site, town: Town, clerk: SignedInClient) -> None:
    """Who comes second sees what the first has decided, and the author's newer version [C1] [P7]."""
    number = await submitted(town, 0)
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    await other.post(f"{FOLDER}/proposals/{number}/check", {**ALL_YES, "act": "register"})
    status, page = await clerk.post(f"{FOLDER}/proposals/{number}/check", {**ONE_NO, "act": "return"})
    assert status == 422
    assert "<dd>тіркелді" in page
    assert "Қызметкер other" in page
    assert await logged(town) == ["register"]


async def test_an_older_version_is_not_decided_on(town: Town, clerk: SignedInClient) -> None:
    """A form about a version that is no more comes back about the one that counts [C1] [B6]."""
    number = await submitted(town, 0)
    for version in ("2", "0", "x", ""):
        fields = {**ALL_YES, "version": version, "act": "register"}
        status, page = await clerk.post(f"{FOLDER}/proposals/{number}/check", fields)
        assert status == 422
        assert 'name="version" value="1"' in page
    assert await logged(town) == []


async def test_addresses_of_nothing(site: Site, town: Town, clerk: SignedInClient) -> None:
    """What is no number, another campaign's, and a form without its key are refused [P9] [L1]."""
    number = await submitted(town, 0)
    for path in ("proposals/999", "proposals/0", "proposals/abc", "proposals/999/check", "proposals/1e9"):
        assert (await clerk.get(f"{FOLDER}/{path}"))[0] == 404
    assert (await clerk.get(f"/office/other/proposals/{number}"))[0] == 404
    assert (await clerk.post(f"{FOLDER}/proposals/999/check", {**ALL_YES, "act": "register"}))[0] == 404
    url, headers = f"{site.url}{FOLDER}/proposals/{number}/check", clerk.headers
    async with site.client.post(url, data={**ALL_YES, "act": "register"}, headers=headers) as answered:
        assert answered.status == 403
    async with site.client.get(url, allow_redirects=False) as answered:
        assert answered.status == 303


async def test_pages_of_a_long_list(town: Town, clerk: SignedInClient) -> None:
    """More than a page is cut by the database, and the pager leads on with its filter [L2]."""
    from core.store.proposal import add_proposal  # noqa: PLC0415  (rows without ten pictures each)
    from tests.support.proposals import COMPLETE  # noqa: PLC0415

    async with town.services.database.write() as connection:
        for number in range(100, 100 + PAGE_SIZE + 1):
            await add_proposal(
                connection,
                CAMPAIGN,
                number,
                COMPLETE,
                person_key=bytes([number]) * 32,
                account_id=None,
                slot=1,
                folded="орындық",
                papers_due_at=None,
                now=town.clock.now(),
            )
    _, first = await clerk.get(f"{FOLDER}/proposals?queue=check&words=орындық")
    assert len(re.findall(r'<td class="number" data-label="№">', first)) == PAGE_SIZE
    assert "page=2" in first
    _, second = await clerk.get(f"{FOLDER}/proposals?queue=check&words=орындық&page=2")
    assert len(re.findall(r'<td class="number" data-label="№">', second)) == 1
    assert "page=1" in second


async def test_what_was_decided_stands_in_the_history(town: Town, clerk: SignedInClient) -> None:
    """Ground and reasons in both languages, and no button that would do nothing [B6] [C1]."""
    number = await registered(town, 0)
    await decided(town, number, ReviewAct.REFUSE)
    _, page = await clerk.get(f"{FOLDER}/proposals/{number}")
    assert "Двор огорожен." in page
    assert "Аула қоршалған." in page
    assert f"proposals/{number}/check" not in page
    assert f"proposals/{number}/site" not in page
    assert "Қазір тексеретін ештеңе жоқ" in (await clerk.get(f"{FOLDER}/proposals/{number}/check"))[1]
