"""Addresses that nobody should have typed: each gets a page that says so, and none breaks (P7)."""

from urllib.parse import quote

import pytest

from core.store import browsing
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.public.conftest import HOME

MISSING = "Мұндай бет жоқ"


NOWHERE = (
    "/c/nope/",
    "/c/nope/projects",
    "/c/nope/data/projects.csv",
    "/c/%2F%2Fevil.example/",
    "/c/%2F%2Fevil.example",
    f"{HOME}projects/0",
    f"{HOME}projects/1000000000",
    f"{HOME}projects/99999999999999999999999",
    f"{HOME}projects/-1",
    f"{HOME}projects/%D9%A1",
    f"{HOME}projects/5%27%3B--",
    f"{HOME}outcome/nowhere",
    f"{HOME}outcome/semey",
    f"{HOME}nothing",
    "/c/" + "x" * 3000 + "/",
)

ASKED = (
    ("page=-1", 400, "Мекенжайдағы бір шарт танылмады"),
    ("page=0", 400, "Мекенжайдағы бір шарт танылмады"),
    ("page=x", 400, "Мекенжайдағы бір шарт танылмады"),
    ("page=999999999", 404, "Тізімде мұндай бет жоқ"),
    ("page=9999999999999999", 400, "Мекенжайдағы бір шарт танылмады"),
    ("territory=nowhere", 400, "Мекенжайдағы бір шарт танылмады"),
    ("direction=flying", 400, "Мекенжайдағы бір шарт танылмады"),
    ("status=merged", 400, "Мекенжайдағы бір шарт танылмады"),
    ("order=%00", 200, "Табылғаны"),
    ("cost=арзан", 400, "соманы таба алмадық"),
    ("cost=1;drop", 400, "Бұл жазудан соманы таба алмадық"),
    ("cost=-5", 400, "нөлден үлкен"),
    ("cost=5%20млн", 200, "көп дегенде 5"),
    ("seed=x", 200, "Табылғаны"),
    ("lang=xx", 200, "Табылғаны"),
    ("words=%3Cscript%3Ealert(1)%3C/script%3E&cost=1", 200, "&lt;script&gt;"),
    ("words=%22%20OR%20%22", 200, "OR"),
    ("words='", 200, "&#39;"),
    ("words=%00", 200, "Табылғаны"),
    ("words=%F0%9F%98%80", 200, "ештеңе табылмады"),
    ("words=zzzz*%20NOT%20(", 200, "ештеңе табылмады"),
)


@pytest.mark.usefixtures("published")
async def test_what_is_not_there(site: Site) -> None:
    """Unknown campaigns, numbers and territories are 404 with a way on, never an error [P7] [P9]."""
    for path in NOWHERE:
        status, text = await site.get(path)
        assert (status, MISSING in text) == (404, True), path


@pytest.mark.usefixtures("published")
async def test_lists_asked_for_wrongly(site: Site) -> None:
    """What makes no sense is said, the rest of the address counts, and nothing typed is markup [P7] [D3]."""
    for asked, status, said in ASKED:
        found, text = await site.get(f"{HOME}projects?{asked}")
        assert found == status, asked
        assert said in text.replace("\N{NO-BREAK SPACE}", " "), asked
        assert "<script" not in text, asked


@pytest.mark.parametrize("letters", [101, 10_000])
async def test_an_endless_search(site: Site, letters: int) -> None:
    """Ten thousand letters are cut to a hundred, and the page says so [P7] [D3]."""
    status, text = await site.get(f"{HOME}projects?words={quote('ә' * letters)}")
    assert status == 400
    assert "алғашқы 100 әрпі ғана ескерілді" in text
    assert len(text.encode()) < 50_000


async def test_a_campaign_without_projects(site: Site, town: Town) -> None:
    """Before anything is published the list says so, and open data is an empty table [P7] [C3]."""
    async with town.services.database.write() as connection:
        await browsing.replace_projects(connection, CAMPAIGN, [])
    status, text = await site.get(f"{HOME}projects")
    assert status == 200
    assert "Жобалар тізімі әлі жарияланған жоқ" in text
    assert (await site.get(f"{HOME}data/projects.json"))[1] == "[]"


async def test_other_methods(site: Site) -> None:
    """A public page takes no form: there is nothing to send [L1]."""
    async with site.client.post(f"{site.url}{HOME}", data={"a": "b"}) as answer:
        assert answer.status == 405
    async with site.client.head(f"{site.url}{HOME}") as answer:
        assert answer.status == 200
