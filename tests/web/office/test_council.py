"""The council's pages by forms: both languages, what stays hidden, and every wrong form."""

import pytest

from core.model.language import Language
from core.model.staff import Role
from core.store import staff
from tests.support.office import sign_in
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.office.hall import CALL, DECISION, SITTINGS, Hall, gathered


@pytest.fixture
async def hall(site: Site, town: Town) -> Hall:
    """A council at work."""
    return await gathered(site, town)


@pytest.mark.parametrize("language", Language)
async def test_every_page_in_both_languages(town: Town, hall: Hall, language: Language) -> None:
    """Each page stands whole in either language, and no title becomes markup [C2] [P6]."""
    path = await hall.open()
    async with town.services.database.write() as connection:
        for client in (hall.secretary, hall.members[0]):
            values = {"language": language.value}
            await staff.change_staff(connection, CAMPAIGN.akimat, client.actor.staff_id, **values)
    for place in ("council", "sittings", "sittings/1", f"sittings/1/{hall.first}"):
        for client in (hall.secretary, hall.members[0]):
            status, text = await client.get(f"/office/semey-demo/{place}")
            assert status == 200
            assert f'lang="{language}"' in text
            assert "<script>alert" not in text
    for place in ("sittings/new", "exclusive", "sittings/1/publish"):
        status, _ = await hall.secretary.get(f"/office/semey-demo/{place}")
        assert status == 200
    assert path.endswith("/1")


async def test_wrong_forms(site: Site, town: Town, hall: Hall) -> None:
    """Each wrong form is answered with its reason and what was typed [C2] [P7] [L1]."""
    member, secretary = hall.members[0], hall.secretary
    status, text = await secretary.post(SITTINGS, {**CALL, "place-ru": "", "held": "31.02.2026"})
    assert (status, "Мәжіліс залы" in text) == (422, True)
    status, _ = await member.post(SITTINGS, CALL)
    assert status == 403
    path = await hall.open()
    item = f"{path}/{hall.first}"
    status, text = await member.post(f"{item}/opinion", {"choice": "refuse", "comment": "Тым қымбат"})
    assert (status, "Тым қымбат" in text) == (422, True)
    for choice in ("", "maybe"):
        assert (await member.post(f"{item}/opinion", {"choice": choice}))[0] == 422
    stranger = await sign_in(site, town, Role.COUNCIL_MEMBER, login="stranger", person=3)
    assert (await stranger.post(f"{item}/opinion", {"choice": "admit"}))[0] == 422
    assert (await secretary.post(f"{item}/opinion", {"choice": "admit"}))[0] == 403
    assert (await secretary.post(f"{item}/conclude", DECISION))[0] == 422
    assert (await secretary.post(f"{path}/close"))[0] == 422
    assert (await secretary.post(f"{path}/publish"))[0] == 422
    assert (await secretary.post(f"{path}/term", {"term": "2026-09-01"}))[0] == 422
    for missing in (f"{SITTINGS}/7", f"{path}/999", f"{SITTINGS}/x", f"{SITTINGS}/99999999999"):
        assert (await secretary.get(missing))[0] == 404
    clerk = await sign_in(site, town, Role.CLERK, login="clerk", person=3)
    for place in (path, item, f"{path}/protocol.pdf", SITTINGS):
        assert (await clerk.get(place))[0] == 403


async def test_others_opinions_stay_hidden(hall: Hall) -> None:
    """No page shows another's opinion before one's own, neither does the draft of the protocol [C2]."""
    path = await hall.open()
    one, two, _ = hall.members
    await one.post(f"{path}/{hall.first}/opinion", {"choice": "conflict", "comment": "Құпия себеп"})
    for client in (two, hall.secretary):
        for place in (path, f"{path}/{hall.first}"):
            _, text = await client.get(place)
            assert "Құпия себеп" not in text
    _, text = await one.get(f"{path}/{hall.first}")
    assert "Құпия себеп" in text
    await two.post(f"{path}/{hall.first}/opinion", {"choice": "admit"})
    _, text = await two.get(f"{path}/{hall.first}")
    assert "Құпия себеп" in text


async def test_members_by_forms(site: Site, town: Town, hall: Hall) -> None:
    """The secretary appoints, names a chair, lets somebody leave; one person is no two members [C2] [L1]."""
    council, secretary = "/office/semey-demo/council", hall.secretary
    fourth = await sign_in(site, town, Role.COUNCIL_MEMBER, login="fourth", person=3)
    twin = await sign_in(site, town, Role.COUNCIL_MEMBER, login="twin", person=0)
    form = {"act": "appoint", "staff": str(fourth.actor.staff_id), "chair": "yes"}
    status, text = await secretary.post(council, form)
    assert (status, "Қызметкер fourth" in text) == (200, True)
    status, text = await secretary.post(council, {"act": "appoint", "staff": str(twin.actor.staff_id)})
    assert (status, "один голос" in text) == (422, True)
    one = str(hall.members[1].actor.staff_id)
    assert (await secretary.post(council, {"act": "chair", "staff": one}))[0] == 200
    assert (await secretary.post(council, {"act": "dismiss", "staff": one}))[0] == 200
    assert (await secretary.post(council, {"act": "dismiss", "staff": one}))[0] == 422
    assert (await secretary.post(council, {"act": "appoint", "staff": "x"}))[0] == 404
    assert (await hall.members[0].post(council, form))[0] == 403


async def test_exclusive_by_forms(hall: Hall) -> None:
    """A pair is added and taken away, nonsense is refused [C3]."""
    exclusive, secretary = "/office/semey-demo/exclusive", hall.secretary
    pair = {"act": "add", "first": str(hall.second), "second": "1"}
    status, text = await secretary.post(exclusive, pair)
    assert (status, 'value="remove"' in text) == (200, True)
    for first, second in (("1", "1"), ("x", "1"), ("999", "1")):
        assert (await secretary.post(exclusive, {"first": first, "second": second}))[0] == 422
    status, text = await secretary.post(exclusive, {**pair, "act": "remove"})
    assert (status, 'value="remove"' in text) == (200, False)
    assert (await hall.members[0].get(exclusive))[0] == 403
