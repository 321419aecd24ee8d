"""Addresses that hold what may not stand in one: somebody's number, signs that nobody types (P1, P7)."""

from urllib.parse import quote

import pytest

from core.model.staff import Role
from tests.support.office import sign_in
from tests.support.town import Town
from tests.web.conftest import Site
from tests.web.public.conftest import HOME, published

__all__ = ["published"]

IINS = ("990101100000", "990101 100000", "990101-100000", "не 990101100000 ли", "999999999999")


async def led_to(site: Site, path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
    """Return status and way of an answer that is not followed."""
    async with site.client.get(site.url + path, headers=headers, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Location", "")


@pytest.mark.parametrize("typed", IINS)
async def test_no_iin_stays_in_an_address(site: Site, town: Town, typed: str) -> None:
    """Twelve digits in a search lead to the page without them, in public and in the office [P1] [D3]."""
    clerk = await sign_in(site, town, Role.CLERK)
    asked = f"?words={quote(typed)}&status=submitted"
    for path, headers in (("/office/semey-demo/proposals", clerk.headers), (f"{HOME}projects", None)):
        assert await led_to(site, path + asked, headers) == (303, "?status=submitted&hidden=1"), path
    _, page = await clerk.get(f"/office/semey-demo/proposals{asked}")
    assert "ЖСН-ге ұқсас он екі цифр алынды" in page
    assert typed not in page
    _, page = await site.get(f"/office/sign-in?next={quote('semey-demo/proposals?words=990101100000')}")
    assert "990101100000" not in page


@pytest.mark.usefixtures("published")
async def test_what_is_no_iin_stays(site: Site) -> None:
    """A telephone, a number, a sum and a day are looked for as they were typed [P1] [D3]."""
    for typed in ("8 701 234 56 78", "12", "1 200 000", "2026-09-10", "орындық"):
        assert (await led_to(site, f"{HOME}projects?words={quote(typed)}"))[0] == 200, typed


@pytest.mark.usefixtures("published")
async def test_control_characters(site: Site, town: Town) -> None:
    """NUL and its like are dropped from what is looked for; a path or a name with them is no page [P7]."""
    assert await led_to(site, f"{HOME}projects?words=%00a%07b%0A") == (303, "?words=ab%0A")
    assert (await site.get(f"{HOME}projects?words=%00"))[0] == 200
    clerk = await sign_in(site, town, Role.CLERK)
    for path in ("/office/semey%00demo/proposals", "/office/semey-demo/proposals?a%00b=1"):
        assert (await clerk.get(path))[0] == 404
        assert (await clerk.post(path))[0] == 404
    assert (await clerk.post("/office/language?next=%00", {"language": "ru", "back": ""}))[0] == 400


async def test_the_sheet_comes_small(site: Site) -> None:
    """The stylesheet goes compressed to a browser that takes it, plain to one that does not [P5]."""
    url = f"{site.url}/style.css"
    async with site.client.get(url, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Vary"] == "Accept-Encoding"
        whole = await answer.text()
    async with site.client.get(url, headers={"Accept-Encoding": "identity"}) as answer:
        assert "Content-Encoding" not in answer.headers
        assert await answer.text() == whole
