"""Forms that come after their session has ended: kept for their sender, shown to nobody else (L1, P1)."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from core.identity.keys import office_key
from core.model.proposal import ProposalStatus
from core.model.staff import Role
from core.store.keeping import kept_form
from core.store.staff import staff_session
from core.usecases.office.keeping import KEPT_FOR
from core.usecases.office.sessions import hash_of
from core.usecases.retention.cleaning import clean
from core.usecases.review.proposals import open_proposal
from tests.support.office import SignedInClient, sign_in
from tests.support.proposals import submitted
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.office.test_review import ALL_YES, FOLDER, ONE_NO

IDLE = timedelta(minutes=31)
IIN = "990101100000"
SEND = "Қайта жіберу</button>"
EVIL = {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}


async def kept(town: Town) -> int:
    """Return how many forms are kept."""
    async with town.services.database.read() as connection:
        return (await connection.execute(select(func.count()).select_from(kept_form))).scalar_one()


async def again(town: Town, client: SignedInClient) -> SignedInClient:
    """Return the same login with a new session, as after signing in again; the old one is over."""
    token, form_key = "ab" * 32, bytes(31) + b"\x01"
    now = town.services.real_clock.now()
    row = {
        "akimat_id": client.actor.akimat,
        "staff_id": client.actor.staff_id,
        "token_hash": hash_of(token),
        "form_key": form_key,
        "begun_at": now,
        "seen_at": now,
    }
    async with town.services.database.write() as connection:
        await connection.execute(staff_session.insert().values(**row))
    return replace(client, token=token, form_key=form_key.hex())


async def test_a_form_waits_for_its_sender_alone(site: Site, town: Town) -> None:
    """Who signs in again as the same login is shown the form; another login sees nothing of it [L1] [C1]."""
    number = await submitted(town, 0)
    path = f"{FOLDER}/proposals/{number}/check"
    clerk = await sign_in(site, town, Role.CLERK)
    town.clock.advance(IDLE)
    status, page = await clerk.post(path, {**ONE_NO, "act": "return"})
    assert (status, 'name="password"' in page) == (200, True)
    assert "жарты сағат сақталады" in page
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    assert "Екі объект аталған" not in (await other.get("/office/kept"))[1]
    back = await again(town, clerk)
    _, page = await back.get("/office/kept")
    assert SEND in page
    assert "Екі объект аталған." in page
    assert f'action="semey-demo/proposals/{number}/check"' in page
    status, page = await back.post(path, {**ONE_NO, "act": "return", "kept_form": "yes"})
    assert status == 200
    dossier = await open_proposal(town.services, clerk.actor, CAMPAIGN, number)
    assert dossier.proposal.status is ProposalStatus.RETURNED
    assert await kept(town) == 0
    assert SEND not in (await back.get("/office/kept"))[1]


async def test_a_refused_form_is_kept_until_it_is_done(site: Site, town: Town) -> None:
    """What is refused when it is sent again waits on; «discard» forgets it [L1] [P7]."""
    number = await submitted(town, 0)
    clerk = await sign_in(site, town, Role.CLERK)
    town.clock.advance(IDLE)
    await clerk.post(f"{FOLDER}/proposals/{number}/check", {"act": "return", "reason-kk": "сөз"})
    back = await again(town, clerk)
    form = {"act": "return", "reason-kk": "сөз", "kept_form": "yes"}
    assert (await back.post(f"{FOLDER}/proposals/{number}/check", form))[0] == 422
    assert await kept(town) == 1
    assert "Сақталды" in (await back.post("/office/kept/discard"))[1]
    assert await kept(town) == 0


async def test_a_page_of_an_earlier_session_leads_to_the_form_at_once(site: Site, town: Town) -> None:
    """Signed in at another page meanwhile, one sends an old page: the form is shown at once [L1]."""
    number = await submitted(town, 0)
    path = f"{FOLDER}/proposals/{number}/check"
    clerk = await sign_in(site, town, Role.CLERK)
    back = await again(town, clerk)
    stale = replace(back, form_key=clerk.form_key)
    status, page = await stale.post(path, {**ALL_YES, "act": "register", "reason-kk": "екі сөз"})
    assert (status, SEND in page) == (200, True)
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    mixed = replace(other, form_key=clerk.form_key)
    status, page = await mixed.post(path, {**ALL_YES, "act": "register", "reason-kk": "бөтен сөз"})
    assert (status, SEND in page) == (403, False), "the page was another login's"
    assert await kept(town) == 1


async def test_secrets_are_never_kept(site: Site, town: Town) -> None:
    """Passwords, pages of staff and codes, IINs and files are not kept; what is kept is sealed [L1] [P1]."""
    clerk = await sign_in(site, town, Role.CLERK, Role.SYSTEM_ADMINISTRATOR)
    town.clock.advance(IDLE)
    for path in ("password", "staff/new", "semey-demo/codes", "own/remind", "sign-out"):
        await clerk.post(f"/office/{path}", {"name": "Бір сөз", "old": "құпия сөз"})
        assert await kept(town) == 0, path
    # One of two people's counts: a dump together with the office's key would tell it.
    counts = {"slips/ortalyq": {"slips": "1\n2"}, "elsewhere/protocols/ortalyq": {"votes-5": "120"}}
    for path, typed in counts.items():
        await clerk.post(f"{FOLDER}/{path}", typed)
        assert await kept(town) == 0, path
    form = {"note": f"Үй 5, {IIN[:6]} {IIN[6:]}", "iin": IIN, "password": "құпия сөз", "title": "Екі сөз"}
    await clerk.post(f"{FOLDER}/paper/0123456789ab", form, files={"pictures": ("a.png", b"SECRET FILE")})
    assert await kept(town) == 1
    async with town.services.database.read() as connection:
        sealed = (await connection.execute(select(kept_form.c.sealed))).scalar_one()
    for part in (IIN, "Екі сөз", "SECRET FILE"):
        assert part.encode() not in sealed
    _, page = await (await again(town, clerk)).get("/office/kept")
    assert "Екі сөз" in page
    for part in (IIN, f"{IIN[:6]} {IIN[6:]}", "құпия сөз", "SECRET FILE"):
        assert part not in page


async def test_what_nobody_of_ours_sent_is_not_kept(site: Site, town: Town) -> None:
    """Other sites, unknown cookies, made-up keys, a blocked login, no office key: nothing is kept [L1]."""
    clerk = await sign_in(site, town, Role.CLERK)
    town.clock.advance(IDLE)
    path, form = f"{FOLDER}/paper/0123456789ab", {"text": "екі сөз"}
    for key in ("00", "not a key", "00" * 32, ""):
        await replace(clerk, form_key=key).post(path, form)
    await replace(clerk, token="cd" * 32).post(path, form)
    whole = {**form, "form_key": clerk.form_key}
    async with site.client.post(site.url + path, data=whole, headers=clerk.headers | EVIL):
        assert await kept(town) == 0
    town.services.keys.destroy(office_key(CAMPAIGN.akimat))
    assert 'name="password"' in (await clerk.post(path, form))[1]
    assert await kept(town) == 0


async def test_a_kept_form_ends_with_its_half_hour(site: Site, town: Town) -> None:
    """After half an hour it is shown no more, and the night's cleaning deletes it [L1] [M2]."""
    clerk = await sign_in(site, town, Role.CLERK)
    town.clock.advance(IDLE)
    await clerk.post(f"{FOLDER}/paper/0123456789ab", {"title": "Екі сөз"})
    town.clock.advance(KEPT_FOR)
    assert (await clean(town.services))["kept-forms"] == 0
    assert SEND in (await (await again(town, clerk)).get("/office/kept"))[1]
    town.clock.advance(timedelta(seconds=1))
    back = replace(clerk, token="ab" * 32)
    assert SEND not in (await back.get("/office/kept"))[1]
    assert (await clean(town.services))["kept-forms"] == 1
    assert await kept(town) == 0
