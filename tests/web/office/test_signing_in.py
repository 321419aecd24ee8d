"""The door of the office over HTTP: cookies, keys of forms, origins, guards, and what the page tells (L1)."""

import re

import pytest
from aiohttp import FormData

from core.model.staff import Role
from core.store import staff as store
from tests.support.office import COOKIE, SignedInClient, sign_in
from tests.support.signing import Member, employ
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from web.office.doorway import ENTRY_COOKIE, Doorway
from web.pages import GUARDS

PATHS = ("", "own", "password", "staff", "staff/new", "staff/1", "staff/x", "logs", "logs/access", "nothing")


@pytest.fixture
async def member(town: Town) -> Member:
    """Somebody with a phone who has not signed in."""
    return await employ(town, person=1)


@pytest.fixture
async def admin(site: Site, town: Town) -> SignedInClient:
    """The administrator's browser."""
    return await sign_in(site, town, Role.SYSTEM_ADMINISTRATOR, login="admin")


class Door:
    """A browser in front of the sign-in page."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}
        self.cookie_lines: list[str] = []

    async def open(self, query: str = "") -> str:
        """Open the page; return the key of its form."""
        async with self.site.client.get(self.site.url + "/office/sign-in" + query) as answer:
            self._keep(answer.headers.getall("Set-Cookie", []))
            found = re.search(r'name="form_key" value="(\w+)"', await answer.text())
        assert found
        return found[1]

    async def send(
        self, key: str, fields: dict[str, str], query: str = "", **headers: str
    ) -> tuple[int, str, str]:
        """Send the form; return status, where it leads, and the page."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.site.client.post(
            self.site.url + "/office/sign-in" + query,
            data={"form_key": key, **fields},
            headers={"Cookie": cookies, **named},
            allow_redirects=False,
        ) as answer:
            self._keep(answer.headers.getall("Set-Cookie", []))
            return answer.status, answer.headers.get("Location", ""), await answer.text()

    def _keep(self, lines: list[str]) -> None:
        self.cookie_lines += lines
        for line in lines:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value


def typed(member: Member, **other: str) -> dict[str, str]:
    """Return what is right, or something else."""
    right = {"login": member.made.login, "password": member.made.password, "code": member.code()}
    return right | other


async def test_the_door_opens(site: Site, member: Member) -> None:
    """Login, password and code lead to the page that was asked for, with a guarded cookie [L1]."""
    door = Door(site)
    key = await door.open()
    status, location, _ = await door.send(key, typed(member), "?next=staff/new")
    assert (status, location) == (303, "staff/new")
    (line,) = [each for each in door.cookie_lines if each.startswith(f"{COOKIE}=")]
    for flag in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/office"):
        assert flag in line
    assert "Max-Age" not in line
    assert "expires" not in line
    assert re.fullmatch(r"[0-9a-f]{64}", door.cookies[COOKIE])


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "../papers/x",
        "/evil",
        "x\r\nSet-Cookie: a=b",
        "%2f%2fevil",
        "",
    ],
)
async def test_signing_in_leads_nowhere_else(site: Site, member: Member, wanted: str) -> None:
    """An address of another site behind `next` leads to the office's own first page [L1]."""
    door = Door(site)
    key = await door.open()
    async with site.client.post(
        f"{site.url}/office/sign-in",
        params={"next": wanted},
        data={"form_key": key, **typed(member)},
        headers={"Cookie": f"{ENTRY_COOKIE}={key}"},
        allow_redirects=False,
    ) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "./")


async def test_what_is_wrong_reads_alike(site: Site, member: Member) -> None:
    """An unknown login, a wrong password and a wrong code get the same page, without what was typed [L1]."""
    pages = set()
    for wrong in (
        {"login": "nobody"},
        {"password": "hunter2-hunter2"},
        {"code": "000000"},
        {"login": "<script>"},
    ):
        door = Door(site)
        status, _, page = await door.send(await door.open(), typed(member, **wrong))
        assert status == 403
        assert "hunter2" not in page
        assert "<script>" not in page
        page = re.sub(r'name="(form_key|login)" value="[^"]*"', "", page)
        pages.add(page)
    assert len(pages) == 1
    assert "Логин, құпиясөз немесе код дұрыс емес." in pages.pop()


async def test_a_lock_says_until_when(site: Site, member: Member) -> None:
    """After five wrong ones the page says when to come back, for a login that nobody has too [L1] [P7]."""
    for login in (member.made.login, "nobody"):
        door = Door(site)
        for _ in range(5):
            assert (await door.send(await door.open(), typed(member, login=login, code="0")))[0] == 403
        status, _, page = await door.send(await door.open("?lang=ru"), typed(member, login=login), "?lang=ru")
        assert status == 429
        assert "Попробуйте снова: 10 сентября 2026" in page.replace("\N{NO-BREAK SPACE}", " "), page


async def test_no_other_site_signs_anybody_in(site: Site, member: Member) -> None:
    """Without the key of the page's own form, with another one, or from another origin nothing opens [L1]."""
    door = Door(site)
    key = await door.open()
    foreign = {"Sec_Fetch_Site": "cross-site"}
    for given, headers in (
        ("", {}),
        ("0" * 64, {}),
        (key, foreign),
        (key, {"Sec_Fetch_Site": "same-site"}),
        (key, {"Origin": "https://evil.example"}),
        (key, {"Origin": "null"}),
    ):
        door.cookies[ENTRY_COOKIE] = key
        status, location, page = await door.send(given, typed(member), **headers)
        assert (status, location) == (403, ""), (given, headers)
        assert "Бет тым ұзақ ашық тұрыпты" in page
    assert COOKIE not in door.cookies


@pytest.mark.parametrize("method", ["multipart", "text"])
async def test_what_is_no_form_opens_nothing(site: Site, method: str) -> None:
    """A body that is no form of ours is answered with the form [L1]."""
    kinds = {"multipart": "multipart/form-data; boundary=x", "text": "text/plain"}
    async with site.client.post(
        f"{site.url}/office/sign-in", data=b"login=x", headers={"Content-Type": kinds[method]}
    ) as answer:
        assert answer.status == 400
        assert 'name="password"' in await answer.text()


async def test_forms_are_refused_without_their_key(admin: SignedInClient, site: Site) -> None:
    """No form of the office works without its key, with another session's, or sent from elsewhere [L1]."""
    headers = admin.headers
    for data, further in (
        ({}, {}),
        ({"form_key": "0" * 64}, {}),
        ({"form_key": "ы"}, {}),
        ({"form_key": admin.form_key}, {"Sec-Fetch-Site": "cross-site"}),
        ({"form_key": admin.form_key}, {"Origin": "https://evil.example"}),
        ({"form_key": admin.form_key}, {"Origin": "null"}),
    ):
        for path in ("language", "staff/new", "staff/1/block", "sign-out"):
            async with site.client.post(
                f"{site.url}/office/{path}", data=data, headers={**headers, **further}
            ) as answer:
                assert answer.status == 403, (path, data, further)
    assert (await admin.get("/office/staff"))[0] == 200, "and nobody was signed out"
    origin = {"Origin": site.url, "Sec-Fetch-Site": "same-origin"}
    data = {"form_key": admin.form_key, "language": "ru", "back": ""}
    async with site.client.post(
        f"{site.url}/office/language", data=data, headers={**headers, **origin}
    ) as answer:
        assert answer.status == 200


async def test_every_answer_of_the_office_is_guarded(admin: SignedInClient, site: Site) -> None:
    """No page of the office is kept, framed or scripted, whatever it answers and to whom [L1]."""
    for headers in ({}, admin.headers):
        for path in PATHS:
            for method in ("GET", "POST", "PUT"):
                async with site.client.request(
                    method, f"{site.url}/office/{path}", headers=headers, allow_redirects=False
                ) as answer:
                    expected = {**GUARDS, "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}
                    assert {name: answer.headers.get(name) for name in expected} == expected, (method, path)
                    assert answer.status < 500, (method, path)


async def test_blocked_while_signed_in(admin: SignedInClient, site: Site, town: Town) -> None:
    """Whoever is blocked finds the sign-in page at the next step [L1]."""
    clerk = await sign_in(site, town, Role.CLERK, person=1)
    assert "Қызметкер clerk" in (await clerk.get("/office/own"))[1]
    await admin.post(f"/office/staff/{clerk.actor.staff_id}/block", {"blocked": "yes"})
    for answer in (await clerk.get("/office/own"), await clerk.post("/office/password", {"old": "x"})):
        assert 'name="code"' in answer[1]


async def test_the_first_password_is_changed_first(site: Site, town: Town) -> None:
    """Until the password that was handed out is changed, every page leads to that form [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    async with town.services.database.write() as connection:
        values = {"must_change_password": True}
        await store.change_staff(connection, CAMPAIGN.akimat, clerk.actor.staff_id, **values)
    for path in ("/office/", "/office/own", "/office/semey-demo/proposals"):
        assert 'name="again"' in (await clerk.get(path))[1]
    status, page = await clerk.post("/office/language", {"language": "ru", "back": ""})
    assert (status, '<html lang="ru">' in page) == (200, True), "the form is read in one's own language"


async def test_a_link_from_elsewhere_finds_the_session(site: Site) -> None:
    """A strict cookie stays away when another site links here: the page asks for itself once more [L1]."""
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with site.client.get(f"{site.url}/office/own", headers=headers, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Refresh"]) == (200, "0")
        assert await answer.text() == ""


@pytest.mark.parametrize(
    ("web_url", "is_secure", "path", "guards"),
    [
        ("", True, "/office", {}),
        ("http://127.0.0.1:8082", False, "/office", {}),
        ("https://bnu.semey.kz", True, "/office", {"Strict-Transport-Security": "max-age=31536000"}),
        ("https://semey.kz/bnu/", True, "/bnu/office", {"Strict-Transport-Security": "max-age=31536000"}),
    ],
)
def test_what_the_address_decides(
    web_url: str, path: str, guards: dict[str, str], *, is_secure: bool
) -> None:
    """Cookies go over TLS alone but on one's own machine; their folder is that of the proxy [L1]."""
    doorway = Doorway(web_url)
    assert (doorway.is_secure, doorway.path, doorway.guards()) == (is_secure, path, guards)


@pytest.mark.parametrize(
    "body", [FormData({"login": "x" * 100_000}), FormData({"login": "x"}, default_to_multipart=True)]
)
async def test_a_stranger_gets_no_room(site: Site, body: FormData) -> None:
    """What is longer than a login, or comes with files, is dropped and not repeated on the page [L1]."""
    async with site.client.post(f"{site.url}/office/sign-in", data=body) as answer:
        page = await answer.text()
    assert (answer.status, len(page) < 10_000) == (400, True)
