"""The pages of register, codes and yards over HTTP: what is shown, refused, given once (E2, B3, L3)."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from core.identity.codes import normalise
from core.model.language import Language
from core.model.staff import Role
from core.store import audit, issuing, register, staging, verification
from core.store import yards as yard_store
from tests.support.office import SignedInClient, sign_in
from tests.support.registers import workbook
from tests.support.town import CAMPAIGN, HEADING, IINS, OPEN, Town, row
from tests.web.conftest import Site, serving
from web.limits import Limits
from web.office.codes import SHOWN_FOR

REGISTER = "/office/semey-demo/register"
CODES = "/office/semey-demo/codes"
YARDS = "/office/semey-demo/yards"
BAD = row(2).replace("eski-qala", "<script>moon")


def csv(*lines: str) -> bytes:
    """Return a register as a file."""
    return "\n".join((HEADING, *lines)).encode()


async def load(client: SignedInClient, content: bytes, name: str = "тізілім.csv") -> tuple[int, str]:
    """Load a register and return where that leads."""
    return await client.post(REGISTER, files={"table": (name, content)})


async def newest(town: Town) -> int:
    """Return the number of the import that was begun last."""
    async with town.services.database.read() as connection:
        return int((await staging.list_imports(connection, CAMPAIGN, limit=1))[0]["import_id"])


async def test_load_look_and_approve(site: Site, town: Town) -> None:
    """The clerk sees every bad line and no button to approve; another person approves [L3] [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    akim = await sign_in(site, town, Role.AKIM, login="akim", person=1, language=Language.RUSSIAN)
    lines = (row(0), row(1).replace(IINS[1], "3.1E+11"), BAD, row(3).replace(IINS[3], "99123150000"))
    status, page = await load(clerk, csv(*lines))
    assert status == 200
    assert "екінші қызметкерді күтіп тұр" in page
    assert "Бұл файлды Сіз жүктедіңіз" in page
    assert "Тізілімді бекіту" not in page
    assert "науқан ережесінде мұндай аумақ белгісі жоқ" in page
    assert "moon" not in page
    assert "991231" not in page
    number = await newest(town)
    status, page = await akim.get(f"{REGISTER}/{number}")
    assert (status, "Утвердить реестр" in page) == (200, True)
    assert "Исчезнет больше десятой части" in page
    status, page = await clerk.post(f"{REGISTER}/{number}/approve")
    assert (status, "екі адам керек" in page) == (422, True)
    status, page = await akim.post(f"{REGISTER}/{number}/approve")
    assert (status, "утверждён" in page, "Утвердить реестр" in page) == (200, True, False)
    async with town.services.database.read() as connection:
        assert len(await register.list_residents(connection, CAMPAIGN.akimat)) == 1
    status, page = await akim.post(f"{REGISTER}/{number}/reject")
    assert (status, "уже решён" in page) == (422, True)


async def test_every_note_is_downloaded(site: Site, town: Town) -> None:
    """The notes of a register come as a table in the reader's language, with no field of it [L3] [P1]."""
    clerk = await sign_in(site, town, Role.CLERK, language=Language.RUSSIAN)
    await load(clerk, csv(row(0), *[f"{row(1)};=1+1" for _ in range(130)]))
    number = await newest(town)
    status, body, headers = await clerk.download(f"{REGISTER}/{number}/notes.csv")
    assert (status, headers["Content-Disposition"].startswith("attachment")) == (200, True)
    lines = body.decode("utf-8-sig").splitlines()
    assert lines[:2] == [
        "Строка,Столбец,Замечание",
        '3,line,"число столбцов не как в заголовке, или кавычки не закрыты"',
    ]
    assert len(lines) == 131
    _, page = await clerk.get(f"{REGISTER}/{number}?after=100")
    assert '<td class="number">132</td>' in page
    assert 'rel="next"' not in page
    assert (await clerk.get(f"{REGISTER}/999/notes.csv"))[0] == 404
    assert (await clerk.get(f"{REGISTER}/x"))[0] == 404


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "ол бос"),
        (b"%PDF-1.7", "бұл кесте емес"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "ескі пішімі"),
        (workbook([("iin",)])[:-50], "толық емес немесе бүлінген"),
    ],
)
async def test_what_is_no_table_is_said_on_the_page(
    site: Site, town: Town, content: bytes, told: str
) -> None:
    """A file that cannot be read leads back to the form, with why [L3] [P7]."""
    clerk = await sign_in(site, town, Role.CLERK)
    status, page = await load(clerk, content)
    assert (status, told in page) == (422, True)
    assert 'name="table"' in page


async def test_nothing_chosen_and_a_bomb(site: Site, town: Town) -> None:
    """A form without its file, and a gigabyte of zeros in a megabyte, are refused at once [L3]."""
    clerk = await sign_in(site, town, Role.CLERK)
    status, page = await clerk.post(REGISTER)
    assert (status, "ол бос" in page) == (422, True)
    bomb = BytesIO(workbook([("iin",)]))
    with ZipFile(bomb, "a", ZIP_DEFLATED) as archive, archive.open("xl/worksheets/x.xml", "w") as part:
        for _ in range(1030):
            part.write(bytes(1024 * 1024))
    status, page = await load(clerk, bomb.getvalue(), "бомба.xlsx")
    assert (status, "тым үлкен" in page) == (422, True)


async def test_a_file_that_is_too_heavy_is_said(town: Town) -> None:
    """A register beyond the limit of its form is a page that says the limits, not a broken line [L3] [P7]."""
    async with serving(town, limits=Limits(body=1000, table=2000)) as small:
        clerk = await sign_in(small, town, Role.CLERK)
        status, page = await load(clerk, csv(*[row(0)] * 100))
        assert (status, "256 мегабайттан" in page) == (422, True)
        status, _ = await load(clerk, csv(*[row(0)] * 15))
        assert status == 200


async def test_while_people_vote_the_page_says_why(site: Site, town: Town) -> None:
    """Once voting is open there is no form, but its reason, and a form sent all the same is refused [E1]."""
    town.clock.set_to(OPEN)
    clerk = await sign_in(site, town, Role.CLERK)
    status, page = await clerk.get(REGISTER)
    assert (status, "Тізілімді қазір ауыстыруға болмайды" in page) == (200, True)
    assert 'name="table"' not in page
    status, page = await load(clerk, csv(row(0)))
    assert (status, "Тізілімді қазір ауыстыруға болмайды" in page) == (422, True)


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.OBSERVER, Role.SYSTEM_ADMINISTRATOR])
async def test_others_find_no_door(site: Site, town: Town, role: Role) -> None:
    """Whoever has another role is refused on each page and sees no link to it [L1]."""
    other = await sign_in(site, town, role)
    for path in (REGISTER, f"{REGISTER}/1", f"{REGISTER}/1/notes.csv", CODES, YARDS):
        status, _ = await other.get(path)
        assert status == 403
    for path in (REGISTER, f"{REGISTER}/1/approve", f"{REGISTER}/1/reject", CODES, f"{CODES}/listed", YARDS):
        status, _ = await other.post(path)
        assert status == 403
    _, page = await other.get("/office/")
    assert "/register" not in page


async def test_codes_are_shown_once_and_only_here(site: Site, town: Town) -> None:
    """A household's codes stand on a page and a PDF for ten minutes, for nobody else, then no more [E2]."""
    clerk = await sign_in(site, town, Role.CLERK)
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    status, page = await clerk.post(CODES, {"iins": f"\n{IINS[0]}\n{IINS[1][:6]} {IINS[1][6:]}\n"})
    assert status == 200
    assert f"…{IINS[0][-4:]}" in page
    assert IINS[0] not in page
    path = CODES + "/" + page.partition('/codes.pdf"')[0].rpartition("/")[2]
    status, body, _ = await clerk.download(f"{path}/codes.pdf")
    text = "".join(each.extract_text() for each in PdfReader(BytesIO(body)).pages)
    codes = [each.partition("</code>")[0] for each in page.split("<code>")[1:]]
    assert (status, len(codes)) == (200, 2)
    assert all(code in text for code in codes)
    assert IINS[0] not in text
    assert (await other.get(path))[0] == 410
    town.clock.advance(SHOWN_FOR)
    assert (await clerk.get(path))[0] == 410
    assert (await clerk.get(f"{path}/codes.pdf"))[0] == 410
    async with town.services.database.read() as connection:
        kept = [repr(each) for each in await connection.execute(select(verification.code))]
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=5)
        looks = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=5)
    assert not any(str(normalise(code)) in each for code in codes for each in kept)
    assert [(each["act"], each["subject"], each["after"]["codes"]) for each in acts] == [
        ("issue-codes", "1–2", 2)
    ]
    assert [(each["what"], each["subject"]) for each in looks] == [("codes", "1–2")]
    assert not any(iin in repr([*acts, *looks]) for iin in IINS)


async def test_bad_lines_of_a_list_are_said_by_number(site: Site, town: Town) -> None:
    """Each bad line is said at once and by its place; nothing is issued, nothing is shown back [E2] [P1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    typed = "\n".join((IINS[0], "991231100001", IINS[0], "3.1E+11", "991212000000", "0"))
    status, page = await clerk.post(CODES, {"iins": typed})
    assert status == 422
    for told in ("2-жол", "3-жол", "4-жол", "5-жол", "6-жол", "тұрғындар тізілімінде жоқ"):
        assert told in page
    assert "991231" not in page
    assert (await clerk.post(CODES, {"iins": ""}))[0] == 422
    async with town.services.database.read() as connection:
        assert await issuing.count_codes(connection, CAMPAIGN) == (0, 0)


async def test_codes_for_a_list_from_a_file(site: Site, town: Town) -> None:
    """A table with a column of IINs, whatever stands beside, gives a list; one without it is refused [E2]."""
    clerk = await sign_in(site, town, Role.CLERK)
    rows = [("name", "iin"), *(("Тұрғын", float(iin)) for iin in IINS[:4])]
    status, page = await clerk.post(f"{CODES}/listed", files={"table": ("тізім.xlsx", workbook(rows))})
    assert (status, page.count("<code>")) == (200, 4)
    assert "Тұрғын<" not in page
    status, page = await clerk.post(f"{CODES}/listed", files={"table": ("тізім.csv", b"name\nx")})
    assert (status, "iin деген баған жоқ" in page) == (422, True)
    many = "\n".join(("iin", *("1" for _ in range(501)))).encode()
    status, page = await clerk.post(f"{CODES}/listed", files={"table": ("тізім.csv", many)})
    assert (status, "500 адамнан көп" in page) == (422, True)


async def test_yards_are_replaced_as_a_whole(site: Site, town: Town) -> None:
    """A sound list replaces the former one and is logged; one bad line leaves it and is said [B3] [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    text = "territory;address;improved_on\nsamal;Абай, <b>5</b>;2024-05-31\n"
    status, page = await clerk.post(YARDS, files={"table": ("аулалар.csv", text.encode())})
    assert (status, "Абай, &lt;b&gt;5&lt;/b&gt;" in page) == (200, True)
    bad = text + "moon;;x\n"
    status, page = await clerk.post(YARDS, files={"table": ("аулалар.csv", bad.encode())})
    assert (status, "мекенжайы жоқ" in page, "күні түсініксіз" in page) == (422, True, True)
    status, page = await clerk.post(YARDS, files={"table": ("a.csv", b"%PDF-")})
    assert (status, "бұл кесте емес" in page) == (422, True)
    async with town.services.database.read() as connection:
        assert len(await yard_store.list_yards(connection, CAMPAIGN.akimat)) == 1
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=5)
    assert [(each["act"], each["before"], each["after"]) for each in acts] == [
        ("take-yards", {"yards": 0}, {"yards": 1})
    ]


async def test_a_form_of_another_page_does_nothing(site: Site, town: Town) -> None:
    """Without the form's key nothing is loaded, approved or issued [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    for path in (REGISTER, f"{REGISTER}/1/approve", CODES, YARDS):
        async with site.client.post(site.url + path, data={"iins": IINS[0]}, headers=clerk.headers) as answer:
            assert answer.status == 403
