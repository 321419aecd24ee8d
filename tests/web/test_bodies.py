"""Bodies that no browser sends: cut off, slow, nested, endless; each is answered by a page (B7, P7)."""

import asyncio

import pytest
from sqlalchemy import select

from app.logging import configure
from core.files.scanning import Scanner
from core.model.staff import Role
from core.store.paper import paper_draft
from tests.support.office import sign_in
from tests.support.papers import PDF, PROGRAM, kept
from tests.support.town import Town
from tests.web.conftest import Site, link_to, serving
from web.bodies import MOST_PARTS, MOST_TEXT
from web.limits import Limits

FORM = "multipart/form-data; boundary=edge"
PART = b'--edge\r\nContent-Disposition: form-data; name="papers"; filename="a.pdf"\r\n\r\n'
NESTED = (
    b"--edge\r\nContent-Type: multipart/mixed; boundary=inner\r\n\r\n"
    b"--inner\r\n\r\nx\r\n--inner--\r\n--edge--\r\n"
)
OFFICE = "/office/semey-demo"
BROKEN = "Файлдар толық жетпеді"


class Broken:
    """A scanner with a fault of its own."""

    async def scan(self, content: bytes) -> str | None:
        """Fail as a library does that quotes what it was given."""
        raise ZeroDivisionError(content[:20])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b"hello"),
        ("application/x-www-form-urlencoded", b"papers=a"),
        ("multipart/form-data", PART + PDF),
        (FORM, b""),
        (FORM, b"hello"),
        (FORM, PART + PDF),
        (FORM, PART + PDF + b"\r\n--edge"),
        (FORM, NESTED),
        (FORM, PART.replace(b"form-data", b"x" * 9000) + PDF + b"\r\n--edge--\r\n"),
        (FORM, (PART + PDF + b"\r\n") * (MOST_PARTS + 1) + b"--edge--\r\n"),
    ],
    ids=["text", "fields", "no-edge", "empty", "words", "cut", "no-end", "nested", "heading", "parts"],
)
async def test_what_is_no_form(site: Site, town: Town, number: int, kind: str, body: bytes) -> None:
    """Whatever is sent in place of the form, a page says that it came broken; nothing is kept [B7] [P7]."""
    path = await link_to(town, number)
    async with site.client.post(site.url + path, data=body, headers={"Content-Type": kind}) as answer:
        page = await answer.text()
    assert answer.status in {400, 422}
    assert BROKEN in page or "Файл таңдалмаған" in page
    assert await kept(town, number) == []
    assert (await site.send(path, PDF))[0] == 200


async def test_a_body_that_stands_still(town: Town, number: int) -> None:
    """Whoever sends half of a form and then nothing is told so; the place is free again [B7]."""
    path = await link_to(town, number)
    limits = Limits(idle_seconds=0.3, drained=0)
    async with serving(town, limits=limits) as site:
        answer = await _say(site, _head(path, 5000) + PART + PDF[:10])
    assert answer.startswith(b"HTTP/1.1 400")
    assert BROKEN.encode() in answer
    assert await kept(town, number) == []


async def test_a_body_that_drips(town: Town, number: int) -> None:
    """Bytes that come one by one, for ever, end with the time that a body has [B7]."""
    path = await link_to(town, number)
    async with serving(town, limits=Limits(body_seconds=0.5, drained=0)) as site:
        reader, writer = await _connect(site)
        writer.write(_head(path, 5000) + PART)

        async def drip() -> None:
            while not writer.is_closing():
                writer.write(b"x")
                await asyncio.sleep(0.05)

        async with asyncio.TaskGroup() as group:
            dripping = group.create_task(drip())
            answer = await reader.readuntil(b"</html>")
            dripping.cancel()
        writer.close()
    assert answer.startswith(b"HTTP/1.1 400")


async def test_a_head_that_never_ends(town: Town) -> None:
    """A connection that sends no whole request is closed [B7]."""
    async with serving(town, kept_open=0.3) as site:
        assert await _say(site, b"GET /papers/x HTTP/1.1\r\nHost: x\r\n") == b""


async def test_what_is_no_request(site: Site) -> None:
    """A line that is no HTTP is answered as such, and the next request as ever [B7]."""
    answer = await _say(site, b"\x16\x03\x01 hello\r\n\r\n")
    assert b" 400 " in answer.splitlines()[0]
    assert (await site.get("/healthz"))[0] == 200


async def test_a_sender_who_goes_away(site: Site, town: Town, number: int) -> None:
    """A connection that breaks in the middle leaves nothing behind, and the link stays good [B7]."""
    path = await link_to(town, number)
    _, writer = await _connect(site)
    writer.write(_head(path, 5000) + PART + PDF)
    await writer.drain()
    writer.transport.abort()
    assert (await site.send(path, PDF))[0] == 200
    assert len(await kept(town, number)) == 1


@pytest.mark.parametrize("kind", ["fields", "parts"])
async def test_signs_that_nobody_types(town: Town, kind: str) -> None:
    """NUL and other control characters are dropped from texts, lines and tabs stay, no 500 comes [P7]."""
    async with serving(town) as site:
        clerk = await sign_in(site, town, Role.CLERK)
        files = {"pictures": ("a.pdf", PDF)} if kind == "parts" else None
        await clerk.post(f"{OFFICE}/paper", follow=False)
        async with town.services.database.read() as connection:
            draft = (await connection.execute(select(paper_draft.c.draft_id))).scalar_one()
        form = {"title": "бір\0екі\x07 үш\x85", "description": "а\tб\r\nв"}
        status, page = await clerk.post(f"{OFFICE}/paper/{draft}", form, files=files)
    assert status < 500
    assert "біекі үш" not in page
    assert 'value="бірекі үш"' in page
    assert "а\tб\nв</textarea>" in page.replace("\r", "")


async def test_a_text_without_end(site: Site, town: Town) -> None:
    """A field longer than any text of ours is refused before it has been kept whole [B7] [P5]."""
    clerk = await sign_in(site, town, Role.CLERK)
    form, files = {"login": "x" * (MOST_TEXT + 1)}, {"file": ("a.pdf", PDF)}
    for sent in (files, None):
        status, page = await clerk.post("/office/language", form, files=sent)
        assert status == 400
        assert "Нысан толық жетпеді" in page or "толық" in page
    form = {"language": "ru", "back": "", "login": "x" * (MOST_TEXT - 100)}
    assert (await clerk.post("/office/language", form))[0] == 200


async def test_an_iin_as_the_name_of_a_file(town: Town) -> None:
    """A file called by somebody's number is called otherwise wherever its name is repeated [P1]."""
    iin = "990101100000"
    async with serving(town) as site:
        clerk = await sign_in(site, town, Role.CLERK)
        await clerk.post(f"{OFFICE}/paper", follow=False)
        async with town.services.database.read() as connection:
            draft = (await connection.execute(select(paper_draft.c.draft_id))).scalar_one()
        files = {"pictures": (f"{iin}.exe", PROGRAM)}
        _, page = await clerk.post(f"{OFFICE}/paper/{draft}", {"title": iin}, files=files)
    assert iin not in page
    assert "••••••••••••.exe" in page


async def test_our_own_fault_is_a_page(town: Town, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    """What breaks inside is answered by a page; the log knows where, and neither address nor content [P1]."""
    configure("DEBUG", "json")
    path = await link_to(town, number)
    scanner: Scanner = Broken()
    async with serving(town, scanner=scanner) as site:
        status, page = await site.send(path, PDF)
    assert status == 500
    assert "<h1>Бет ашылмады</h1>" in page
    logged = capsys.readouterr().err
    assert "page_broken" in logged
    assert "ZeroDivisionError" in logged
    assert path.rpartition("/")[2] not in logged
    assert "PDF" not in logged
    assert await kept(town, number) == []


def _head(path: str, length: int) -> bytes:
    lines = (f"POST {path} HTTP/1.1", "Host: x", f"Content-Type: {FORM}", f"Content-Length: {length}")
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


async def _connect(site: Site) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, _, port = site.url.removeprefix("http://").partition(":")
    return await asyncio.open_connection(host, int(port))


async def _say(site: Site, request: bytes) -> bytes:
    """Send these bytes and nothing more, and return everything that comes until the server closes."""
    reader, writer = await _connect(site)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer
