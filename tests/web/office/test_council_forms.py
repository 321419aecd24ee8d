"""Long agendas and forms of the council that come too late: nothing typed is lost, nothing unread is kept."""

import pytest
from sqlalchemy import insert

from core.store import council
from core.store.council import sitting_item
from core.usecases.council.reading import AGENDA_PAGE
from tests.support.council import ready
from tests.support.town import CAMPAIGN, Town
from tests.web.conftest import Site
from tests.web.office.hall import CALL, DECISION, REFUSAL, SITTINGS, Hall, gathered
from web.bodies import MOST_FIELDS


@pytest.fixture
async def hall(site: Site, town: Town) -> Hall:
    """A council at work."""
    return await gathered(site, town)


async def agree(hall: Hall, item: str, *choices: str) -> None:
    """Let the members choose so in their order."""
    for member, choice in zip(hall.members, choices, strict=False):
        status, _ = await member.post(f"{item}/opinion", {"choice": choice})
        assert status == 200


async def test_a_long_agenda(hall: Hall) -> None:
    """One field asks for all that is ready; thousands ticked by hand come through, more are named so [C2]."""
    everything = [*CALL.items(), ("scope", "chosen")]
    status, text = await hall.secretary.post(SITTINGS, everything)
    assert (status, "в повестку нечего включить" in text) == (422, True)
    many = [*everything, *(("number", str(hall.first)) for _ in range(1_000))]
    status, text = await hall.secretary.post(SITTINGS, many)
    assert (status, f"№ {hall.first}." in text, f"№ {hall.second}." in text) == (200, True, False)
    too_many = [*everything, *(("number", "1") for _ in range(MOST_FIELDS))]
    status, text = await hall.secretary.post(SITTINGS, too_many)
    assert (status, "слишком много" in text, "связь прервалась" in text) == (422, True, False)
    status, text = await hall.secretary.post(SITTINGS, {**CALL, "scope": "all"})
    assert (status, f"№ {hall.second}." in text) == (200, True)


async def test_an_agenda_has_pages(town: Town, hall: Hall) -> None:
    """What does not fit one page stands on the next, with a way there and back [C2]."""
    await hall.open()
    rows = [
        {"akimat_id": CAMPAIGN.akimat, "campaign_id": CAMPAIGN.campaign, "sitting": 1, "version": 1}
        | {"number": number}
        for number in [await ready(town, person) for person in range(2, 5)]
    ]
    async with town.services.database.write() as connection:
        await connection.execute(insert(sitting_item), rows)
    last = rows[-1]["number"]
    status, text = await hall.secretary.get(f"{SITTINGS}/1")
    assert (status, f"№ {last}." in text, "after=" in text) == (200, True, False)
    assert len(rows) + 2 <= AGENDA_PAGE
    status, text = await hall.secretary.get(f"{SITTINGS}/1?after={hall.second}")
    assert (status, f"№ {hall.first}." in text, f"№ {last}." in text) == (200, False, True)
    assert "К началу повестки" in text
    for nonsense in ("x", "-1", "9" * 40):
        assert (await hall.secretary.get(f"{SITTINGS}/1?after={nonsense}"))[0] == 200


async def test_a_comment_after_the_term(town: Town, hall: Hall) -> None:
    """Whoever sends an opinion too late finds what he typed below the refusal [C2] [P7]."""
    path = await hall.open()
    async with town.services.database.write() as connection:
        await council.change_sitting(connection, CAMPAIGN, 1, decide_by=town.clock.now())
    form = {"choice": "conflict", "comment": "Ұзақ жазылған түсінік"}
    status, text = await hall.members[0].post(f"{path}/{hall.first}/opinion", form)
    assert (status, "Ұзақ жазылған түсінік" in text, "сақталған жоқ" in text) == (422, True, True)
    status, text = await hall.members[0].get(f"{path}/{hall.first}")
    assert (status, "сақталған жоқ" in text) == (200, False)


async def test_a_conclusion_that_somebody_else_wrote(hall: Hall) -> None:
    """The newer one is shown with what was typed; sent again with its instant it is taken [C2] [C3]."""
    item = f"{await hall.open()}/{hall.first}"
    await agree(hall, item, "admit", "admit", "admit")
    read = {"concluded": "", "count": "admitted"}
    assert (await hall.secretary.post(f"{item}/conclude", {**DECISION, **read}))[0] == 200
    late = {**DECISION, **read, "title": "Совсем другое"}
    status, text = await hall.secretary.post(f"{item}/conclude", late)
    assert (status, "записал другой сотрудник" in text, "Скамьи &lt;b&gt;" in text) == (422, True, True)
    assert 'value="Совсем другое"' in text
    fresh = text.partition('name="concluded" value="')[2].partition('"')[0]
    for nonsense in ("x", "2026-13-40", fresh[:-1]):
        status, _ = await hall.secretary.post(f"{item}/conclude", {**late, "concluded": nonsense})
        assert status == 422
    assert (await hall.secretary.post(f"{item}/conclude", {**late, "concluded": fresh}))[0] == 200


async def test_a_count_that_flipped(hall: Hall) -> None:
    """The form of an admission writes down no refusal: the new count is shown with what was typed [C2]."""
    item = f"{await hall.open()}/{hall.first}"
    await agree(hall, item, "admit", "admit", "conflict")
    _, page = await hall.secretary.get(item)
    assert 'name="count" value="admitted"' in page
    await hall.members[0].post(
        f"{item}/opinion", {"choice": "refuse", "ground": REFUSAL["final-ground"], "comment": "Жоқ."}
    )
    typed = {**DECISION, "title": "Долго писали", "concluded": "", "count": "admitted"}
    status, text = await hall.secretary.post(f"{item}/conclude", typed)
    assert (status, "изменили мнение" in text, 'value="Долго писали"' in text) == (422, True, True)
    assert ('name="count" value="refused"' in text, "За отказ: 1" in text) == (True, True)
