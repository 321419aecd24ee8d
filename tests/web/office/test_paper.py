"""The clerk's pages for proposals on paper, over HTTP: what no browser sends, and what people type."""

import re

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.rules.review import ReviewAct
from tests.support.office import SignedInClient, actor, sign_in
from tests.support.paper import FORM, entered
from tests.support.papers import PROGRAM
from tests.support.proposals import decided, picture
from tests.support.town import IINS, OPEN, Town
from tests.web.conftest import Site

PAPER = "/office/semey-demo/paper"
TITLE = '<script>alert(1)</script> & "тырнақша"'


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """A clerk who reads Russian."""
    return await sign_in(site, town, Role.CLERK, language=Language.RUSSIAN)


async def begun(clerk: SignedInClient) -> str:
    """Return the path of an empty form."""
    _, page = await clerk.post(PAPER)
    found = re.search(r'enctype="multipart/form-data" action="([0-9a-f]{12})"', page)
    assert found is not None
    return f"{PAPER}/{found[1]}"


async def send(
    clerk: SignedInClient, path: str, *, do: str = "check", iin: str = "", **changes: str
) -> tuple[int, str]:
    """Send the form without a picture."""
    return await clerk.post(path, {**FORM, "iin": iin, "do": do, **changes})


async def with_picture(clerk: SignedInClient, path: str, name: str, content: bytes) -> tuple[int, str]:
    """Send the form with a picture."""
    return await clerk.post(path, {**FORM, "iin": IINS[0]}, files={"pictures": (name, content)})


async def test_a_sheet_becomes_a_number_and_a_slip(site: Site, clerk: SignedInClient) -> None:
    """Typed, read back, entered, and the slip printed once: the code stands nowhere else [B9]."""
    path = await begun(clerk)
    status, page = await with_picture(clerk, path, "үй.jpg", picture(1))
    assert status == 200
    assert "340\xa0000" in page
    assert IINS[0] not in page
    status, page = await send(clerk, path, do="enter")
    number = re.search(r"Заявка № (\d+)", page)
    assert (status, number is not None) == (200, True)
    assert number is not None
    status, again = await send(clerk, path, do="enter")
    assert f"Заявка № {number[1]}" in again
    form = {"issue": "0", "form_key": clerk.form_key}
    answer = await site.client.post(
        f"{site.url}{PAPER}/entered/{number[1]}/slip", data=form, headers=clerk.headers
    )
    assert (answer.status, answer.content_type) == (200, "application/pdf")
    assert (await answer.read()).startswith(b"%PDF")
    status, page = await clerk.post(f"{PAPER}/entered/{number[1]}/slip", {"issue": "0"})
    assert (status, "Талон напечатан" in page) == (200, True)
    assert 'name="issue" value="1"' in page


async def test_what_changed_is_read_back_first(clerk: SignedInClient) -> None:
    """A form that says something else than what was read back is not entered by the same press [B3] [B9]."""
    path = await begun(clerk)
    await with_picture(clerk, path, "1.jpg", picture(1))
    status, page = await send(clerk, path, do="enter", sum="9 млн")
    assert status == 200
    assert "9\xa0000\xa0000" in page
    assert 'value="enter"' in page


async def test_every_fault_at_once_and_nothing_lost(clerk: SignedInClient) -> None:
    """Wrong number, sum, day and picture: all is said, all else stays, as text [B3] [B9] [P5]."""
    path = await begun(clerk)
    wrong = {"iin": "990101200008", "sum": "көп", "received_on": "2030-01-01", "title": TITLE}
    status, page = await clerk.post(path, {**FORM, **wrong}, files={"pictures": ("<b>жоба.exe", PROGRAM)})
    assert status == 422
    for said in ("Это не ИИН", "Сумму можно понять", "ещё не наступил", "это не изображение"):
        assert said in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    assert "<b>жоба" not in page
    assert "990101200008" not in page
    for kept in (FORM["description"], "көп", "2030-01-01"):
        assert kept in page
    status, page = await clerk.get(path)
    assert "Сумму можно понять" in page


async def test_an_iin_in_a_text_is_shown_to_nobody(clerk: SignedInClient) -> None:
    """Digits like an IIN are taken out before anything is kept or shown [B9] [P1]."""
    path = await begun(clerk)
    status, page = await send(clerk, path, iin=IINS[0], description=f"Мен {IINS[1]}, тұрғынмын")
    assert (status, "убрали цифры" in page) == (422, True)
    assert IINS[1] not in page
    assert IINS[1] not in (await clerk.get(path))[1]


async def test_a_form_from_elsewhere_is_none(site: Site, clerk: SignedInClient) -> None:
    """Without the key of the session nothing is kept, without a session nothing is shown [B9] [L1]."""
    path = await begun(clerk)
    async with site.client.post(
        site.url + path, data={**FORM, "form_key": "00"}, headers=clerk.headers
    ) as answer:
        assert answer.status == 403
    async with site.client.get(site.url + path, allow_redirects=False) as answer:
        assert answer.status == 303


async def test_a_stranger_sees_nothing(site: Site, town: Town, clerk: SignedInClient) -> None:
    """Colleagues, other roles, wrong numbers and pictures lead to no form of somebody else's [L1] [L2]."""
    path = await begun(clerk)
    await with_picture(clerk, path, "1.jpg", picture(1))
    _, page = await clerk.get(path)
    thumbnail = re.search(r'src="([^"]+)"', page)
    assert thumbnail is not None
    status, content, headers = await clerk.download(f"{PAPER}/{thumbnail[1]}")
    assert (status, headers["Content-Type"], content[:2]) == (200, "image/jpeg", b"\xff\xd8")
    colleague = await sign_in(site, town, Role.CLERK, login="second", person=1)
    _, other = await colleague.get(path)
    assert FORM["title"] not in other
    assert (await colleague.download(f"{PAPER}/{thumbnail[1]}"))[0] != 200
    observer = await sign_in(site, town, Role.OBSERVER, login="observer", person=2)
    assert (await observer.get(PAPER))[0] == 403
    for unknown in ("entered/999", "entered/x", "abcdefabcdef/pictures/00"):
        assert (await clerk.get(f"{PAPER}/{unknown}"))[0] in {404, 422}


async def test_a_returned_one_is_mended_at_the_desk(town: Town, clerk: SignedInClient) -> None:
    """The form begins with what was submitted, without the number of anybody [B6] [B9]."""
    number = await entered(town, clerk.actor, 0)
    await decided(town, number, ReviewAct.RETURN)
    status, page = await clerk.post(f"{PAPER}/find", {"number": str(number)})
    assert "Ввести исправленную заявку" in page
    status, page = await clerk.post(f"{PAPER}/entered/{number}/rework")
    assert (status, f"Исправление заявки № {number}" in page) == (200, True)
    assert FORM["description"] in page
    assert 'name="iin"' not in page


async def test_a_blank_form_stands_in_the_list(clerk: SignedInClient) -> None:
    """What was begun and not filled in yet is listed like all else [B9]."""
    path = await begun(clerk)
    status, page = await clerk.get(PAPER)
    assert (status, path.rpartition("/")[2] in page) == (200, True)


async def test_while_people_vote_only_slips_are_left(site: Site, town: Town) -> None:
    """The page says so, and a form that is begun all the same is refused [B9] [A2]."""
    number = await entered(town, await actor(town, Role.CLERK), 0)
    town.clock.set_to(OPEN)
    clerk = await sign_in(site, town, Role.CLERK, login="later", language=Language.RUSSIAN)
    status, page = await clerk.get(PAPER)
    assert (status, "до начала голосования" in page) == (200, True)
    assert (await clerk.post(PAPER))[0] == 409
    assert (await clerk.get(f"{PAPER}/entered/{number}"))[0] == 200
