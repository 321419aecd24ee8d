"""Pages of amendments and of the freeze: forms by two people, hashes, acts, the public page (A2, A4)."""

import json
from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.async_api import Browser

from core.identity.keys import signing_key
from core.ledger.receipt import is_signed, verifying_half
from core.model.amendment import AmendmentKind
from core.model.language import Language
from core.model.staff import Role
from core.store import freeze
from tests.support.amending import WHY, before_voting, pair_of
from tests.support.axe import serious_findings
from tests.support.office import SignedInClient, browser_cookie, sign_in
from tests.support.town import CAMPAIGN, OPEN, Town, build_town, row
from tests.web.conftest import Site

AMENDMENTS = "/office/semey-demo/amendments"
FREEZE = "/office/semey-demo/freeze"
PUBLIC = "/c/semey-demo/freeze/"
REASON = {"reason-kk": WHY.kk, "reason-ru": WHY.ru}


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample campaign while voting is open."""
    built = await build_town(sqlite_url, tmp_path)
    built.clock.set_to(OPEN)
    yield built
    await built.services.database.dispose()


async def people(site: Site, town: Town) -> tuple[SignedInClient, SignedInClient]:
    """Return the browsers of a secretary and of the akim."""
    secretary = await sign_in(
        site, town, Role.SECRETARY, login="secretary", person=3, language=Language.RUSSIAN
    )
    akim = await sign_in(site, town, Role.AKIM, login="akim", person=4, language=Language.RUSSIAN)
    return secretary, akim


def plain(page: str) -> str:
    """Return the page with plain spaces."""
    return page.replace("\u00a0", " ").replace("\u202f", " ")


async def test_an_extension_from_form_to_act(site: Site, town: Town) -> None:
    """Wrong dates keep what was typed; two people; both dates in office and public [A2] [L1] [P7]."""
    secretary, akim = await people(site, town)
    form = {"stage": "voting", "territory": "", "day": "2026-11-29", "hour": "", **REASON}
    status, page = await secretary.post(f"{AMENDMENTS}/stage-extended", form)
    assert status == 422
    assert "Этап можно только продлить" in page
    assert WHY.ru in page
    assert 'value="2026-11-29"' in page
    status, page = await secretary.post(f"{AMENDMENTS}/stage-extended", {**form, "day": "завтра"})
    assert status == 422
    assert "Дата или час не поняты" in page
    status, page = await secretary.post(f"{AMENDMENTS}/stage-extended", {**form, "day": "2026-12-02"})
    assert status == 200
    assert "Прежний срок: 29 ноября 2026 года включительно. Новый срок: 2 декабря 2026 года" in plain(page)
    assert "ждёт подтверждения" not in page
    # Somebody who proposes and approves is one person, whichever page he sends it from.
    status, page = await secretary.post(AMENDMENTS, {"act": "approve", "number": "1"})
    assert status == 422
    status, page = await akim.post(AMENDMENTS, {"act": "approve", "number": "1"})
    assert status == 200
    assert "действует" in page
    assert "Подписанный акт №" in plain(page)
    status, page = await akim.post(AMENDMENTS, {"act": "reject", "number": "1"})
    assert status == 422
    assert "уже решено" in page
    for language, said in (
        ("ru", "продлено: раньше было до 29 ноября 2026 года включительно"),
        ("kk", "ұзартылды: бұрын 2026 жылғы 29 қарашаға дейін (қоса алғанда) еді"),
    ):
        for path in ("/c/semey-demo/", PUBLIC):
            status, page = await site.get(f"{path}?lang={language}")
            assert status == 200
            assert path == PUBLIC or said in plain(page)
    assert (await site.get("/c/semey-demo/data/campaign.json"))[1].count("first_closes") > 0


@pytest.mark.parametrize("kind", list(AmendmentKind))
async def test_every_form(site: Site, town: Town, kind: AmendmentKind) -> None:
    """Each form opens in both languages, tells what is missing, shows what was typed [A4] [P6] [P7]."""
    readers = [
        await sign_in(site, town, Role.SECRETARY, login=f"secretary-{each}", person=3, language=each)
        for each in Language
    ]
    for reader in readers:
        status, page = await reader.get(f"{AMENDMENTS}/{kind}")
        assert status == 200
        assert 'name="reason-kk"' in page
    reader = readers[0]
    status, page = await reader.post(f"{AMENDMENTS}/{kind}", {"reason-kk": "Себеп", "reason-ru": ""})
    assert status == 422
    assert "Себеп</textarea>" in page
    assert (await reader.get(f"{AMENDMENTS}/{kind}x"))[0] == 404


async def test_forms_of_projects_and_territories(site: Site, town: Town) -> None:
    """A stop, a typing error, a merger and an early freeze are proposed by their forms [A4] [K1]."""
    secretary, akim = await people(site, town)
    stop = {"number": "2", **REASON}
    assert (await secretary.post(f"{AMENDMENTS}/project-stopped", stop))[0] == 200
    mend = {"number": "1", "field": "title", "new-kk": "Қайың", "new-ru": "<b>Берёза</b>", **REASON}
    status, page = await secretary.post(f"{AMENDMENTS}/typing-error", mend)
    assert status == 200
    assert "Стало: «&lt;b&gt;Берёза&lt;/b&gt;»" in page
    await before_voting(town)
    merge = [("territories", "ortalyq"), ("territories", "samal"), *REASON.items()]
    assert (await secretary.post(f"{AMENDMENTS}/territories-merged", merge))[0] == 200
    early = {"territory": "zhagalau", **REASON}
    assert (await secretary.post(f"{AMENDMENTS}/frozen-early", early))[0] == 200
    for number in ("3", "4"):
        assert (await akim.post(AMENDMENTS, {"act": "approve", "number": number}))[0] == 200
    status, page = await secretary.post(AMENDMENTS, {"act": "withdraw", "number": "1"})
    assert status == 200
    assert "отозвано" in page
    assert (await akim.post(AMENDMENTS, {"act": "approve", "number": "99"}))[0] == 404
    assert (await akim.post(AMENDMENTS, {"act": "burn", "number": "2"}))[0] == 400
    status, page = await site.get(f"{PUBLIC}?lang=kk")
    assert "Аумақтар бір тізіммен бірге дауыс береді" in page


async def test_what_would_be_frozen(site: Site, town: Town) -> None:
    """Before: numbers, a warning under fifty with the way to merge, and what it would be [A4] [K1]."""
    await before_voting(town)
    await town.register(row(0))
    secretary, _ = await people(site, town)
    status, page = await secretary.get(FREEZE)
    assert status == 200
    assert "вправе голосовать 1 человек" in plain(page)
    assert "amendments/territories-merged" in page
    status, page = await secretary.get(f"{FREEZE}/ortalyq")
    assert status == 200
    assert "Ещё не зафиксировано" in page
    assert "120 000 000 ₸" in plain(page)
    assert (await secretary.get(f"{FREEZE}/eski-qala"))[0] == 404
    status, page = await site.get(f"{PUBLIC}?lang=ru")
    assert "Пока ничего не зафиксировано" in page
    assert (await site.get(f"{PUBLIC}of/ortalyq.json"))[0] == 404


async def test_what_is_frozen(site: Site, town: Town) -> None:
    """The observer sees hashes and acts; anybody recomputes the hash and verifies signatures [A4] [P4]."""
    pair = await pair_of(town)
    await pair.done(pair.stop(2))
    observer = await sign_in(site, town, Role.OBSERVER, person=2, language=Language.KAZAKH)
    async with town.services.database.read() as connection:
        frozen = await freeze.get_freeze(connection, CAMPAIGN, "ortalyq")
    assert frozen is not None
    status, page = await observer.get(FREEZE)
    assert status == 200
    assert frozen.digest in page
    assert "№ 2 жоба тоқтатылды" in plain(page)
    assert (await observer.get(AMENDMENTS))[0] == 403
    status, content, headers = await observer.download(f"{FREEZE}/ortalyq/contents.json")
    assert (status, sha256(content).hexdigest()) == (200, frozen.digest)
    assert "attachment" in headers["Content-Disposition"]
    _, contents = await site.get(f"{PUBLIC}of/ortalyq.json")
    assert sha256(contents.encode()).hexdigest() == frozen.digest
    acts = json.loads((await site.get(f"{PUBLIC}acts.json"))[1])
    key = verifying_half(town.services.keys.read(signing_key(CAMPAIGN.akimat, CAMPAIGN.campaign)))
    assert acts["public_key"] == key.hex()
    assert len(acts["acts"]) == 5
    for act in acts["acts"]:
        assert is_signed(key, act["entry"], bytes.fromhex(act["signature"]))
    status, page = await site.get(f"{PUBLIC}?lang=ru")
    assert frozen.digest in page
    assert len(page.encode()) < 50_000
    status, page = await site.get("/c/semey-demo/projects/2?lang=ru")
    assert WHY.ru in page


async def test_by_keyboard_and_axe(site: Site, town: Town, chromium: Browser) -> None:
    """Lists, forms and hashes are readable in Chromium, on a phone too, and a form goes by keyboard [L4]."""
    secretary, _ = await people(site, town)
    context = await chromium.new_context(viewport={"width": 360, "height": 740})
    await context.add_cookies([browser_cookie(site, secretary)])
    page = await context.new_page()
    await page.goto(f"{site.url}{AMENDMENTS}/project-stopped")
    await page.locator("#number").focus()
    await page.keyboard.type("2")
    for text in (WHY.kk, WHY.ru):
        await page.keyboard.press("Tab")
        await page.keyboard.type(text)
    assert await serious_findings(page) == []
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/amendments?done=1")
    for path in (AMENDMENTS, FREEZE, f"{FREEZE}/ortalyq", PUBLIC):
        await page.goto(site.url + path)
        assert await serious_findings(page) == [], path
        wide = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wide, path
    await context.close()
