"""The frame that every page of the office stands in: bar, side, languages, the way out (L1, L4)."""

from core.model.staff import Role
from tests.support.office import sign_in
from tests.support.proposals import submitted
from tests.support.town import Town
from tests.web.conftest import Site


async def test_the_first_page_names_the_reader_and_the_campaign(site: Site, town: Town) -> None:
    """Whoever is signed in sees their name, their campaign, and no page that they may not open [L1] [L4]."""
    clerk = await sign_in(site, town, Role.CLERK)
    status, page = await clerk.get("/office/")
    assert status == 200
    assert "Қызметкер clerk</a>" in page
    assert "Халық қатысатын бюджет (үлгі)" in page
    assert 'href="staff"' not in page
    assert 'href="logs"' not in page


async def test_nobody_comes_in_unsigned(site: Site) -> None:
    """A page of the office leads whoever is not signed in to the sign-in page, and then back [L1]."""
    status, page = await site.get("/office/own")
    assert status == 200
    assert 'name="password"' in page
    assert "next=own" in page


async def test_the_language_is_kept(site: Site, town: Town) -> None:
    """A press in the bar changes the language of every page from then on [L4]."""
    clerk = await sign_in(site, town, Role.CLERK)
    status, page = await clerk.post("/office/language", {"language": "ru", "back": ""})
    assert status == 200
    assert '<html lang="ru">' in page
    assert '<html lang="ru">' in (await clerk.get("/office/"))[1]


async def test_signing_out_ends_the_session(site: Site, town: Town) -> None:
    """After signing out the same cookie opens nothing [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    await clerk.post("/office/sign-out")
    status, page = await clerk.get("/office/")
    assert status == 200
    assert 'name="password"' in page


async def test_no_iin_is_shown_again(site: Site, town: Town) -> None:
    """A refused form comes back with everything typed but the digits of an IIN [P1] [P7]."""
    number = await submitted(town, 0)
    clerk = await sign_in(site, town, Role.CLERK)
    form = {
        "act": "save",
        "version": "1",
        "reason-kk": "ЖСН 990101100000, 5-үй",
        "why-kk-criterion-one-object": "990101 100000 <b>",
    }
    status, page = await clerk.post(f"/office/semey-demo/proposals/{number}/check", form)
    assert status == 422
    assert "990101" not in page
    assert "ЖСН ••••••••••••, 5-үй</textarea>" in page
    assert "•••••• •••••• &lt;b&gt;</textarea>" in page
