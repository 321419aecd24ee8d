"""Slips of a territory: mixed, counted by two people apart from each other, compared by totals (E8)."""

import pytest
from sqlalchemy import select

from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.model.stage import Stage
from core.rules.permissions import stages_now
from core.store import audit, slips
from core.usecases.outcome.closing import close_territory
from core.usecases.outcome.opening import open_territory
from core.usecases.outcome.reading import get_outcome
from core.usecases.paper_vote.counted import paper_of
from core.usecases.paper_vote.slips import Count, count_slips, list_slips
from tests.support.office import actor, of_another_akimat
from tests.support.paper_votes import WHERE, PaperDesk, paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, Town


@pytest.fixture
async def desk(town: Town) -> PaperDesk:
    """Two clerks after the close, with five accepted lines of two sheets."""
    built = await paper_desk(town)
    await built.settled(0, 1, 2)
    await built.settled(3, 4, is_connected=False)
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, WHERE)
    return built


async def count(desk: PaperDesk, who: Actor, *lines: str) -> Count:
    """Take a count."""
    return await count_slips(desk.town.services, who, CAMPAIGN, WHERE, "\n".join(lines))


async def test_two_equal_counts_stand(desk: PaperDesk) -> None:
    """Two people, in any order of slips; invalid and missing ones are told apart from votes [E8]."""
    assert await count(desk, desk.first, "1", "2", " 1 ", "0") is Count.FIRST
    assert await count(desk, desk.second, "1", "-", "", "1", "2") is Count.EQUAL
    async with desk.town.services.database.read() as connection:
        rulebook = await desk.town.services.rulebooks.require(connection, CAMPAIGN)
        found = await paper_of(connection, CAMPAIGN, rulebook, WHERE)
    assert dict(found.slips) == {1: 2, 2: 1, None: 1}
    assert (found.lines, found.is_settled) == (5, True)
    assert await refusal_of(count(desk, desk.first, "1")) is Refusal.SLIPS_COUNTED


async def test_counts_that_differ(desk: PaperDesk) -> None:
    """The later one waits in the place of the first until somebody else counts the same [E8] [L1]."""
    assert await count(desk, desk.first, "1", "1", "2") is Count.FIRST
    assert await refusal_of(count(desk, desk.first, "1", "2")) is Refusal.OFFICE_SAME_PERSON
    assert await count(desk, desk.second, "1", "2", "2") is Count.DIFFERS
    assert await refusal_of(count(desk, desk.second, "1", "2", "2")) is Refusal.OFFICE_SAME_PERSON
    assert await count(desk, desk.first, "2", "1", "2") is Count.EQUAL
    async with desk.town.services.database.read() as connection:
        acts = await audit.list_acts(connection, CAMPAIGN.akimat, limit=3)
    assert [each["after"]["count"] for each in acts] == ["equal", "differs", "first"]
    # The log says how many slips, never for what.
    assert {key for each in acts for key in each["after"]} == {"slips", "count"}


async def test_no_slip_at_all(desk: PaperDesk) -> None:
    """Where every voter took the slip home two people say so, and all lines become invalid votes [E8]."""
    services = desk.town.services
    for who, made in ((desk.first, Count.FIRST), (desk.second, Count.EQUAL)):
        assert await count_slips(services, who, CAMPAIGN, WHERE, "", has_none=True) is made
    desk.town.wait(hours=12)
    opened = await open_territory(services, CAMPAIGN, WHERE)
    assert opened is not None
    assert opened.votes == 5
    counted = await get_outcome(services, CAMPAIGN, WHERE)
    assert counted is not None
    assert counted.invalid == 5


async def test_counted_late(desk: PaperDesk) -> None:
    """What was not done while results were awaited is done later: no territory stays uncounted [E8] [L1]."""
    async with desk.town.services.database.read() as connection:
        rulebook = await desk.town.services.rulebooks.require(connection, CAMPAIGN)
    late = rulebook.stages[Stage.IMPLEMENTATION].opens
    desk.town.clock.set_to(late)
    assert Stage.RESULTS not in stages_now(rulebook, late)
    assert await count(desk, desk.first, "1") is Count.FIRST
    assert await count(desk, desk.second, "1") is Count.EQUAL


async def test_nobody_reads_the_first_count(desk: PaperDesk) -> None:
    """What waits is a hash under the campaign's key; the page tells nothing of it [E8] [P4]."""
    await count(desk, desk.first, "1", "1", "2")
    async with desk.town.services.database.read() as connection:
        (row,) = (await connection.execute(select(slips.paper_slips))).mappings()
    assert row["totals"] is None
    assert len(row["first_hash"]) == 32
    (found,) = [
        each
        for each in await list_slips(desk.town.services, desk.second, CAMPAIGN)
        if each.territory == WHERE
    ]
    assert (found.lines, found.counted, found.can_count, found.first_by) == (
        5,
        None,
        True,
        desk.first.staff_id,
    )
    await count(desk, desk.second, "1", "1", "2")
    async with desk.town.services.database.read() as connection:
        (kept,) = (await connection.execute(select(slips.paper_slips))).mappings()
    assert kept["totals"] == {"1": 2, "2": 1}
    # Neither sheet nor line nor hour of a slip stands there.
    assert set(kept) == {
        *("akimat_id", "campaign_id", "territory", "attempts", "totals", "confirmed_at"),
        *("first_by", "first_person", "first_hash", "second_by"),
    }


async def test_what_stops_a_count(desk: PaperDesk) -> None:
    """More slips than lines, projects that are not on the ballot, nothing at all [E8] [ledger 9]."""
    assert await refusal_of(count(desk, desk.first, *["1"] * 6)) is Refusal.SLIPS_TOO_MANY
    for lines in (("1", "9999"), ("1", "abc"), ("",), ("1;2",), ("-1",)):
        assert await refusal_of(count(desk, desk.first, *lines)) is Refusal.SLIPS_UNREADABLE
    assert await count(desk, desk.first, *["1"] * 5) is Count.FIRST
    observer = await actor(desk.town, Role.OBSERVER, login="observer", person=3)
    assert await refusal_of(count(desk, observer, "1")) is Refusal.OFFICE_FORBIDDEN
    stranger = of_another_akimat(desk.first)
    assert await refusal_of(count(desk, stranger, "1")) is Refusal.CAMPAIGN_UNKNOWN
    elsewhere = count_slips(desk.town.services, desk.first, CAMPAIGN, "eski-qala", "1")
    assert await refusal_of(elsewhere) is Refusal.PAPER_NOT_HERE


async def test_not_before_the_close(town: Town) -> None:
    """While people vote, and while a sheet is open, no slip is counted [E8]."""
    desk = await paper_desk(town)
    await desk.settled(0, 1)
    assert await refusal_of(count(desk, desk.first, "1")) is Refusal.SLIPS_TOO_EARLY
    remote = await desk.open(is_connected=False)
    town.clock.set_to(CLOSED)
    await close_territory(town.services, CAMPAIGN, WHERE)
    assert await refusal_of(count(desk, desk.first, "1")) is Refusal.SHEETS_OPEN
    await desk.finish(remote)
    assert (await desk.confirm(remote)).is_settled
    assert await count(desk, desk.first, "1") is Count.FIRST
