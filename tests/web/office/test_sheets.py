"""Sheets and slips over HTTP: typed twice, counted twice, no number of a person on any page (E8, L1, P1)."""

import logging
from dataclasses import dataclass

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.usecases.outcome.closing import close_territory
from tests.core.documents.reading import pdf_text
from tests.support.office import SignedInClient, sign_in, sign_in_again
from tests.support.paper_votes import WHERE
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, Town
from tests.web.conftest import Site

SHEETS = "/office/semey-demo/sheets"
SLIPS = "/office/semey-demo/slips"


@dataclass(frozen=True, slots=True)
class Desks:
    """Two clerks and an observer before their screens."""

    site: Site
    town: Town
    first: SignedInClient
    second: SignedInClient
    observer: SignedInClient

    async def later(self) -> "Desks":
        """Return the same people after the clock has gone on."""
        people = (self.first, self.second, self.observer)
        first, second, observer = [await sign_in_again(self.site, self.town, each.actor) for each in people]
        return Desks(site=self.site, town=self.town, first=first, second=second, observer=observer)

    async def open(self, connection: str) -> str:
        """Open a sheet and return its path."""
        status, page = await self.first.post(SHEETS, {"territory": WHERE, "connection": connection})
        assert status == 200, page
        _, listed = await self.first.get(SHEETS)
        return f"{SHEETS}/{last_sheet(listed)}"


def last_sheet(page: str) -> int:
    """Return the highest number of a sheet in the list."""
    found = [part.split('"')[0] for part in page.split("semey-demo/sheets/")[1:]]
    return max(int(each) for each in found if each.isdigit())


@pytest.fixture
async def desks(site: Site, town: Town) -> Desks:
    """Three people while voting is open."""
    town.clock.set_to(OPEN)
    return Desks(
        site=site,
        town=town,
        first=await sign_in(site, town, Role.CLERK, login="aigul", person=0, language=Language.RUSSIAN),
        second=await sign_in(site, town, Role.CLERK, login="bolat", person=1),
        observer=await sign_in(site, town, Role.OBSERVER, login="ob", person=2, language=Language.RUSSIAN),
    )


async def test_a_line_is_answered_at_once(desks: Desks, caplog: pytest.LogCaptureFixture) -> None:
    """Accepted: hand out a slip; refused: why; a reload says it again, the number never [E8] [P1]."""
    caplog.set_level(logging.DEBUG)
    path = await desks.open("yes")
    pages = []
    for line, (iin, said) in enumerate(
        ((IINS[0], "Строка 1 принята. Выдайте бюллетень."), (IINS[0], "Строка 2 не принята: уже есть")), 1
    ):
        status, page = await desks.first.post(f"{path}/line", {"line": str(line), "iin": iin})
        assert (status, said in page) == (200, True), page
        pages.append(page)
    _, again = await desks.first.get(f"{path}?line=1")
    assert "Строка 1 принята." in again
    for typed in ("990101300009", IINS[1][:-1], "abc"):
        status, page = await desks.first.post(f"{path}/line", {"line": "3", "iin": typed})
        assert (status, "это не ИИН" in page) == (422, True)
        assert typed not in page
    status, page = await desks.first.post(f"{path}/line", {"line": "1", "iin": IINS[2]})
    assert "уже стоит другой человек" in page
    _, listed = await desks.observer.get(SHEETS)
    _, refused = await desks.observer.get(f"{path}/refused")
    assert "уже есть в принятой строке" in refused
    pages += [page, listed, refused, again]
    written = "".join(record.getMessage() for record in caplog.records)
    assert not [iin for iin in IINS if iin in written or any(iin in each for each in pages)]


async def test_two_people_type_a_sheet(desks: Desks) -> None:
    """Kept lines are said without numbers, a wrong one is named alone, differences by line [E8] [L1]."""
    path = await desks.open("no")
    typed = {"iin-1": IINS[0], "iin-2": IINS[1], "iin-3": "12345", "iin-4": "-", "do": "finish"}
    status, page = await desks.first.post(f"{path}/typing", typed)
    assert status == 422
    assert "Строка 3: это не ИИН" in page
    # The others are kept, and with a wrong line nothing is handed on.
    assert page.count(">внесена<") == 2
    assert page.count(">не разобрать<") == 1
    assert not [value for value in (*IINS, "12345") if value in page]
    await desks.first.post(f"{path}/typing", {"iin-3": IINS[2], "do": "finish"})
    _, waiting = await desks.first.get(path)
    assert "Теперь их ещё раз вносит второй человек" in waiting
    _, blind = await desks.second.get(path)
    assert ">енгізілді<" not in blind
    assert "қабылданды" not in blind
    status, page = await desks.first.post(f"{path}/again", {"iin-1": IINS[0], "do": "compare"})
    assert status == 422
    again = {"iin-1": IINS[0], "iin-2": IINS[3], "iin-3": IINS[2], "iin-4": "-", "do": "compare"}
    _, page = await desks.second.post(f"{path}/again", again)
    assert "екі түрлі оқыған: 2." in page
    assert 'name="iin-2"' in page
    assert 'name="iin-1"' not in page
    _, page = await desks.first.get(path)
    assert 'name="iin-2"' in page
    _, page = await desks.second.post(f"{path}/again", {"iin-2": IINS[1], "do": "compare"})
    assert "жабылды" in page
    _, page = await desks.observer.get(f"{path}/refused")
    assert "номер на листе не разобрать" in page
    assert "остаются закрытыми" in page


async def test_what_does_not_agree_can_be_left(desks: Desks) -> None:
    """The second person settles a sheet with a difference; its line is refused [E8]."""
    path = await desks.open("no")
    await desks.first.post(f"{path}/typing", {"iin-1": IINS[0], "iin-2": IINS[1], "do": "finish"})
    await desks.second.post(f"{path}/again", {"iin-1": IINS[0], "do": "compare"})
    status, page = await desks.second.post(f"{path}/again", {"do": "settle"})
    assert status == 422, "nobody has read the second line again"
    _, page = await desks.second.post(f"{path}/again", {"iin-2": "-", "do": "settle"})
    assert "екі адам жолды екі түрлі оқыған" in page
    status, _ = await desks.second.post(f"{path}/again", {"do": "compare"})
    assert status == 422


async def test_late_sheets_are_closed(desks: Desks, town: Town) -> None:
    """After the printed hour nothing is taken, and whoever may confirm closes the sheet [E8]."""
    path = await desks.open("no")
    await desks.first.post(f"{path}/typing", {"iin-1": IINS[0], "do": "keep"})
    town.clock.set_to(CLOSED)
    desks = await desks.later()
    status, _ = await desks.second.post(f"{path}/close")
    assert status == 422
    town.wait(hours=12)
    desks = await desks.later()
    status, page = await desks.first.post(f"{path}/typing", {"iin-2": IINS[1], "do": "keep"})
    assert status == 422
    assert IINS[1] not in page
    _, page = await desks.second.post(f"{path}/close")
    assert "белгіленген сағатқа дейін салыстырылмаған" in page


async def test_slips_are_counted_by_two(desks: Desks, town: Town) -> None:
    """Before the close nothing is shown; the first count is hidden; equal totals stand [E8] [P4]."""
    path = await desks.open("yes")
    for line in range(1, 4):
        await desks.first.post(f"{path}/line", {"line": str(line), "iin": IINS[line]})
    _, page = await desks.first.get(SLIPS)
    assert "голосуют" in page
    assert f"slips/{WHERE}" not in page
    status, _ = await desks.first.post(f"{SLIPS}/{WHERE}", {"slips": "1"})
    assert status == 422
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    desks = await desks.later()
    await desks.first.post(f"{path}/typing", {"do": "finish"})
    again = {f"iin-{line}": IINS[line] for line in range(1, 4)}
    await desks.second.post(f"{path}/again", again | {"do": "compare"})
    status, page = await desks.first.post(f"{SLIPS}/{WHERE}", {"slips": "1\n77777\n2"})
    assert (status, "77777" in page) == (422, True)
    assert "Строка 2 – не номер проекта" in page
    status, page = await desks.first.post(f"{SLIPS}/{WHERE}", {"slips": "1\n1\n1\n2"})
    assert "бюллетеней внесено 4" in page
    _, page = await desks.first.post(f"{SLIPS}/{WHERE}", {"slips": "1\n1\n2"})
    assert "Ваш подсчёт записан и скрыт" in page
    assert "<textarea" not in page
    _, page = await desks.second.get(f"{SLIPS}/{WHERE}")
    assert "Бірінші санақ жазылды" in page
    _, page = await desks.second.post(f"{SLIPS}/{WHERE}", {"slips": "1\n2\n2"})
    assert "Екі санақ сәйкес келмеді" in page
    _, page = await desks.first.post(f"{SLIPS}/{WHERE}", {"slips": "2\n1\n2"})
    assert "посчитано 3 бюллетеня" in page or "посчитаны 3 бюллетеня" in page
    status, _ = await desks.observer.get(SLIPS)
    assert status == 200


async def test_what_is_printed(desks: Desks) -> None:
    """Sheet and slip come as PDF; who may not see sheets gets none [E8] [L1]."""
    path = await desks.open("no")
    status, body, headers = await desks.first.download(f"{path}/sheet.pdf")
    assert (status, headers["Content-Type"]) == (200, "application/pdf")
    assert "№" in pdf_text(body)
    status, body, _ = await desks.observer.download(f"{SHEETS}/ballots/{WHERE}.pdf")
    assert status == 200
    assert "Бюллетень" in pdf_text(body)
    status, _ = await desks.first.get(f"{SHEETS}/ballots/eski-qala.pdf")
    assert status != 200
    status, _ = await desks.first.get(f"{SHEETS}/99")
    assert status == 404


async def test_who_may_not(site: Site, town: Town, desks: Desks) -> None:
    """A moderator sees no sheet; an observer opens none and counts no slip [L1] [E10]."""
    moderator = await sign_in(site, town, Role.MODERATOR, login="moderator", person=3)
    for path in (SHEETS, SLIPS):
        status, _ = await moderator.get(path)
        assert status == 403
    status, page = await desks.observer.get(SHEETS)
    assert status == 200
    assert "Открыть лист" not in page
    status, _ = await desks.observer.post(SHEETS, {"territory": WHERE, "connection": "yes"})
    assert status == 403
    status, page = await desks.first.post(SHEETS, {"territory": "eski-qala", "connection": "yes"})
    assert "на бумаге не голосуют" in page
