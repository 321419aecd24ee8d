"""Two people at one application: nothing that either of them typed is lost or done twice (C1, C4, C5, P5)."""

import re

import pytest

from core.model.staff import Role
from core.rules.review import ReviewAct
from tests.support.office import SignedInClient, sign_in
from tests.support.proposals import decided, registered, submitted
from tests.support.town import Town
from tests.web.conftest import Site
from tests.web.office.test_review import ALL_YES, FOLDER, ONE_NO, logged

TYPED = "Екі объект аталған."
SITE = {
    "day": "2026-09-09",
    "who": "Ә. Серікқызы",
    "holder": "Көркейту бөлімі",
    "land": "clear",
    "networks": "clear",
    "found-kk": "Жер бос.",
    "found-ru": "Земля свободна.",
    "seen": "0",
}
COST = {"known": "340000", "cost": "380000", "reason-kk": "Нақтыланды", "reason-ru": "Уточнено"}


@pytest.fixture
async def clerk(site: Site, town: Town) -> SignedInClient:
    """A clerk who reads Kazakh."""
    return await sign_in(site, town, Role.CLERK)


async def test_a_colleagues_check_is_shown_before_it_is_replaced(
    site: Site, town: Town, clerk: SignedInClient
) -> None:
    """What a colleague saved meanwhile stands above one's own, and the next press goes by it [C1] [P7]."""
    number = await submitted(town, 0)
    path = f"{FOLDER}/proposals/{number}/check"
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    await other.post(path, {**ALL_YES, "act": "save", "seen": ""})
    page = ""
    for wrong in ("", "yesterday", "2026-09-10"):
        status, page = await clerk.post(path, {**ONE_NO, "act": "return", "seen": wrong})
        assert (status, "басқа тексеру сақталып қойды" in page) == (422, True)
        assert "Басқа тексеру, сақталған уақыты" in page
        assert TYPED in page
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen is not None
    status, page = await clerk.post(path, {**ONE_NO, "act": "return", "seen": seen[1]})
    assert status == 200
    assert await logged(town) == ["save-check", "return"]


async def test_what_came_too_late_can_be_copied(site: Site, town: Town, clerk: SignedInClient) -> None:
    """When a colleague has decided, check, site and cost show what was typed, to be read alone [C1] [P5]."""
    number = await submitted(town, 0)
    path = f"{FOLDER}/proposals/{number}"
    other = await sign_in(site, town, Role.CLERK, login="other", person=1)
    await other.post(f"{path}/check", {**ALL_YES, "act": "register"})
    status, page = await clerk.post(f"{path}/check", {**ONE_NO, "act": "return"})
    assert status == 422
    assert re.search(rf"<textarea[^>]* readonly[^>]*>\s*{TYPED}", page)
    await decided(town, number, ReviewAct.REFUSE)
    status, page = await clerk.post(f"{path}/site", SITE)
    assert status == 422
    assert re.search(r"<textarea[^>]* readonly[^>]*>\s*Жер бос\.", page)


async def test_a_second_press_changes_nothing(town: Town, clerk: SignedInClient) -> None:
    """The same form of a site check twice is one check; another one from the same page is refused [C5]."""
    number = await registered(town, 0)
    path = f"{FOLDER}/proposals/{number}/site"
    assert 'name="seen" value="0"' in (await clerk.get(path))[1]
    for _ in range(2):
        assert (await clerk.post(path, SITE))[0] == 200
    assert await logged(town) == ["register", "site-check"]
    status, page = await clerk.post(path, {**SITE, "land": "blocked"})
    assert (status, "орнын қарау нәтижесі жазылып қойды" in page) == (422, True)
    assert 'name="seen" value="1"' in page


async def test_a_long_sum_is_known_too(town: Town, clerk: SignedInClient) -> None:
    """The cost that the form has read may have as many digits as one that is typed [C4]."""
    number = await registered(town, 0)
    fields = {**COST, "known": "0000340000"}
    assert (await clerk.post(f"{FOLDER}/proposals/{number}/cost", fields))[0] == 200


async def test_an_observer_reads_no_name(site: Site, town: Town, clerk: SignedInClient) -> None:
    """An observer sees in which office a step was taken, a colleague also by whom [L1] [L2]."""
    number = await submitted(town, 0)
    path = f"{FOLDER}/proposals/{number}"
    await clerk.post(f"{path}/check", {**ALL_YES, "act": "register"})
    observer = await sign_in(site, town, Role.OBSERVER, login="observer", person=1)
    _, page = await observer.get(path)
    assert "Қызметкер clerk" not in page
    assert "маман" in page
    assert "Қызметкер clerk" in (await clerk.get(path))[1]
