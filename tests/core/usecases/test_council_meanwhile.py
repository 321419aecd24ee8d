"""What changes while the council decides: costs, ballots, counts, a second secretary; and one's own."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, event

from core.identity.keys import read_akimat_keys
from core.model.council import Choice, Dropped
from core.model.refusals import Refusal
from core.store import merging, staff
from core.store import proposal as proposals
from core.usecases.campaign.rulebook import take_rulebook
from core.usecases.council.concluding import Read
from core.usecases.council.late import count_unpublished
from core.usecases.council.publishing import Published, publish_sitting
from core.usecases.council.reading import list_waiting, view_item, view_sitting
from core.usecases.council.sittings import close_sitting
from tests.support.council import APART, NO, REFUSED, TRANSLATED, YES, Table, ready, seated
from tests.support.office import of_another_akimat
from tests.support.papers import refusals
from tests.support.proposals import INTAKE
from tests.support.town import CAMPAIGN, IINS, RULEBOOK, Town

EARLY = """[stage_overrides.ortalyq.review]
opens = 2026-10-11T00:00:00
closes = 2026-10-20T00:00:00
act = "choice"

[stage_overrides.ortalyq.voting]
opens = 2026-10-20T00:00:00
closes = 2026-10-30T00:00:00
act = "choice"

[limits]"""
"""Voting in one of the territories while the others are still reviewed."""


@pytest.fixture
async def table(town: Town) -> Table:
    """A council of three while proposals are taken."""
    town.clock.set_to(INTAKE)
    return await seated(town)


async def become(town: Town, table: Table, person: int) -> Table:
    """Let the first member be that person of the town."""
    person_key = read_akimat_keys(town.services.keys, CAMPAIGN.akimat).person(IINS[person])
    first, *others = table.members
    async with town.services.database.write() as connection:
        await staff.change_staff(connection, CAMPAIGN.akimat, first.staff_id, person_key=person_key)
    return replace(table, members=(replace(first, person_key=person_key), *others))


@pytest.mark.parametrize("is_co_author", [False, True])
async def test_one_s_own_proposal(town: Town, table: Table, *, is_co_author: bool) -> None:
    """An author or co-author in the council only declares a conflict of interest [C2] [L1]."""
    number, other = await ready(town, 0), await ready(town, 1)
    sitting = await table.open()
    table = await become(town, table, 2 if is_co_author else 0)
    if is_co_author:
        async with town.services.database.write() as connection:
            key = table.members[0].person_key
            await merging.add_co_author(connection, CAMPAIGN, number, key, None)
    for said in (YES, NO):
        found = await refusals(table.say(sitting, number, said))
        assert found == [(Refusal.OWN_PROPOSAL, {"what": "opinion", "number": number})]
    await table.say(sitting, number, APART)
    await table.say(sitting, other, YES)
    seen = [
        await view_item(town.services, table.members[0], CAMPAIGN, sitting, each) for each in (number, other)
    ]
    assert [each.is_author for each in seen] == [True, False]
    assert [each.own.choice for each in seen if each.own] == [Choice.CONFLICT, Choice.ADMIT]


async def concluded(town: Town, table: Table, *numbers: int) -> int:
    """Return a closed sitting that has admitted these."""
    sitting = await table.open(*numbers)
    for number in numbers:
        await table.say(sitting, number, YES, YES, YES)
        await table.conclude(sitting, number)
    await close_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    return sitting


async def test_another_cost_drops_out(town: Town, table: Table) -> None:
    """What costs another sum than the council decided on is not published, the rest is [C3] [C4]."""
    gone, stays = await ready(town, 0), await ready(town, 1)
    sitting = await concluded(town, table, gone, stays)
    async with town.services.database.write() as connection:
        await proposals.change_proposal(connection, CAMPAIGN, gone, cost=1)
    published = await publish_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert published == Published(admitted=(stays,), refused=(), dropped=(gone,))
    assert (await table.item(sitting, gone)).dropped is Dropped.COST


async def test_one_open_ballot_stops_no_other(town: Town, table: Table) -> None:
    """Where voting is open already a decision drops out visibly, elsewhere it is published [C3] [A4]."""
    frozen, free = await ready(town, 0), await ready(town, 1, territory="samal")
    sitting = await concluded(town, table, frozen, free)
    book = RULEBOOK.replace("[limits]", EARLY, 1)
    await take_rulebook(town.services, book, "own.toml", takes_changes=True)
    town.clock.set_to(datetime(2026, 10, 21, 6, tzinfo=UTC))
    published = await publish_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert published == Published(admitted=(free,), refused=(), dropped=(frozen,))
    seen = await view_sitting(town.services, table.secretary, CAMPAIGN, sitting)
    assert [each.dropped for each in seen.agenda] == [Dropped.FROZEN, None]


async def test_what_is_closed_waits_for_its_publication(town: Town, table: Table) -> None:
    """The office's first page counts closed sittings for the secretary, for nobody else [C3] [P9]."""
    number = await ready(town, 0)
    sitting = await concluded(town, table, number)
    services, secretary = town.services, table.secretary
    readers = (secretary, table.members[0], of_another_akimat(secretary))
    assert [await count_unpublished(services, each, CAMPAIGN) for each in readers] == [1, 0, 0]
    await publish_sitting(services, secretary, CAMPAIGN, sitting)
    assert await count_unpublished(services, secretary, CAMPAIGN) == 0


async def test_two_secretaries(town: Town, table: Table) -> None:
    """Who did not see the newer conclusion does not write over it; having seen it he may [C2] [C3]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, YES)
    blank = replace(TRANSLATED, read=Read(concluded_at=None, is_admitted=True))
    await table.conclude(sitting, number, blank)
    late = replace(blank, title="Другое название")
    found = await refusals(table.conclude(sitting, number, late))
    assert found == [(Refusal.CONCLUSION_CHANGED, {"what": "words", "number": number})]
    newer = await table.item(sitting, number)
    assert newer.title.ru == TRANSLATED.title
    seen = Read(concluded_at=newer.concluded_at, is_admitted=True)
    await table.conclude(sitting, number, replace(late, read=seen))
    assert (await table.item(sitting, number)).title.ru == "Другое название"


async def test_a_count_that_flips(town: Town, table: Table) -> None:
    """The secretary read one verdict and a member changed his mind: nothing is written down unseen [C2]."""
    number = await ready(town, 0)
    sitting = await table.open()
    await table.say(sitting, number, YES, YES, NO)
    await table.say(sitting, number, NO)
    admitted = replace(TRANSLATED, read=Read(concluded_at=None, is_admitted=True))
    found = await refusals(table.conclude(sitting, number, admitted))
    assert found == [(Refusal.CONCLUSION_CHANGED, {"what": "count", "number": number})]
    refused = replace(REFUSED, read=Read(concluded_at=None, is_admitted=False))
    assert not await table.conclude(sitting, number, refused)


async def test_an_agenda_by_pages(town: Town, table: Table) -> None:
    """A list comes page by page, each line with its count and one's own choice; what waits is whole [C2]."""
    numbers = [await ready(town, person) for person in range(3)]
    sitting = await table.open()
    await table.say(sitting, numbers[1], NO, YES)
    services, one = town.services, table.members[0]
    first = await view_sitting(services, one, CAMPAIGN, sitting, limit=2)
    assert [(each.number, each.given, each.own) for each in first.agenda] == [
        (numbers[0], 0, None),
        (numbers[1], 2, Choice.REFUSE),
    ]
    last = await view_sitting(services, one, CAMPAIGN, sitting, after=first.next_after, limit=2)
    assert ([each.number for each in last.agenda], last.next_after) == ([numbers[2]], 0)
    assert last.waiting == [numbers[0], numbers[2]]
    assert await list_waiting(services, one, CAMPAIGN, sitting) == last.waiting
    assert [each.count for each in last.late] == [2, 2, 3]
    whole = await view_sitting(services, one, CAMPAIGN, sitting, limit=None)
    assert ([each.number for each in whole.agenda], whole.next_after) == (numbers, 0)


async def test_an_opinion_reads_its_item_alone(town: Town, table: Table) -> None:
    """However long an agenda is, giving an opinion and concluding read one application [C2]."""
    numbers = [await ready(town, person) for person in range(3)]
    sitting = await table.open()
    asked: list[str] = []

    def listen(*facts: object) -> None:
        asked.append(str(facts[2]))

    event.listen(Engine, "before_cursor_execute", listen)
    await table.say(sitting, numbers[0], YES, YES, YES)
    await table.conclude(sitting, numbers[0])
    event.remove(Engine, "before_cursor_execute", listen)
    of_contents = [each for each in asked if "contents" in each and "sitting_item" in each]
    assert of_contents
    assert all("sitting_item.number =" in each for each in of_contents)
