"""Votes on paper, with a connection and without, on SQLite and PostgreSQL (E8, E3)."""

from collections.abc import Coroutine
from pathlib import Path

import pytest
from sqlalchemy import text

from core.model.paper_vote import LineReason, LineState, SheetState
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.model.vote import Channel
from core.store import audit, ledger, paper_vote, voting
from core.store.base import metadata
from core.usecases.outcome.closing import close_territory
from core.usecases.paper_vote.confirming import close_late_sheet, confirm_sheet
from core.usecases.paper_vote.counted import paper_of
from core.usecases.paper_vote.entering import enter_line, keep_lines
from core.usecases.paper_vote.reading import Turn, list_sheets, view_sheet
from core.usecases.paper_vote.sheets import finish_sheet, open_sheet
from core.usecases.voting.casting import cast_vote
from core.usecases.voting.facts import campaign_keys
from tests.support.office import actor, of_another_akimat
from tests.support.paper_votes import WHERE, PaperDesk, paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, RULEBOOK, Town, build_town, row

NOBODY = "990101300003"
"""A number that checks and that stands in no register."""


@pytest.fixture
async def desk(town: Town) -> PaperDesk:
    """Two clerks of the town."""
    return await paper_desk(town)


async def roll_of(town: Town) -> list[tuple[str, int]]:
    """Return channel and place of everybody in the roll."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(ledger.roll.select().order_by(ledger.roll.c.number))
        return [(each.channel, each.number) for each in rows]


async def test_a_line_before_the_slip(desk: PaperDesk) -> None:
    """With a connection each line is answered at once; the same again is the same answer [E8] [E3]."""
    sheet = await desk.open(is_connected=True)
    assert (await desk.line(sheet, 1, 0)).state is LineState.ACCEPTED
    assert (await desk.line(sheet, 1, 0)).state is LineState.ACCEPTED
    twice = await desk.line(sheet, 2, 0)
    assert (twice.state, twice.reasons) == (LineState.REFUSED, (LineReason.TWICE,))
    assert await refusal_of(desk.line(sheet, 1, 1)) is Refusal.LINE_TAKEN
    assert await roll_of(desk.town) == [(Channel.PAPER.value, 0)]
    async with desk.town.services.database.read() as connection:
        assert await voting.count_participations(connection, CAMPAIGN) == 1
        accesses = await audit.list_accesses(connection, CAMPAIGN.akimat, limit=9)
    assert [(each["what"], each["subject"]) for each in accesses] == [("paper-line", f"{sheet}/2")]


async def test_every_reason_against_a_line(desk: PaperDesk) -> None:
    """Has voted, unknown, under age, elsewhere registered: the envelope stays closed [E8] [E1]."""
    town = desk.town
    voters = [row(each, phone=f"7700000{each:04d}") for each in range(2)]
    minor = row(2, born="2015-01-01")
    await town.register(*voters, minor, row(3, "samal"))
    await town.settle(7001)
    await town.by_phone(7001, 0)
    await cast_vote(town.services, CAMPAIGN, 7001, number=1, session=None)
    sheet = await desk.open(is_connected=True)
    people: tuple[int | str, ...] = (0, NOBODY, 2, 3)
    found = [(await desk.line(sheet, line, who)).reasons for line, who in enumerate(people, 1)]
    assert found == [
        (LineReason.VOTED_ALREADY,),
        (LineReason.NOT_REGISTERED,),
        (LineReason.UNDER_AGE,),
        (LineReason.OTHER_TERRITORY,),
    ]
    assert (await desk.line(sheet, 5, 1)).state is LineState.ACCEPTED
    view = await view_sheet(town.services, desk.first, CAMPAIGN, sheet)
    assert [line.line for line in view.refused] == [1, 2, 3, 4]
    assert await roll_of(town) == [("bot", 0), ("paper", 1)]


async def test_who_signed_on_paper_has_voted(desk: PaperDesk) -> None:
    """The bot answers with the receipt, never with a second vote, and tells the linked account [E3] [E10]."""
    town = desk.town
    await town.settle(7001)
    await town.by_phone(7001, 0)
    sheet = await desk.open(is_connected=True)
    await desk.line(sheet, 1, 0)
    receipt = await cast_vote(town.services, CAMPAIGN, 7001, number=1, session=None)
    assert receipt.entry.channel is Channel.PAPER
    assert len(await roll_of(town)) == 1
    async with town.services.database.read() as connection:
        told = await connection.execute(
            text("SELECT kind, account_id FROM outbox WHERE kind = 'vote-counted'")
        )
        assert [tuple(each) for each in told] == [("vote-counted", 7001)]


async def test_lines_are_typed_twice(desk: PaperDesk) -> None:
    """Without a connection nothing counts before a second person has read the same [E8] [L1]."""
    sheet = await desk.open(is_connected=False)
    assert await desk.type(sheet, 0, 1, "-", 3, "12345") == (5,)
    assert await roll_of(desk.town) == []
    assert await refusal_of(desk.type(sheet, 0, again=True)) is Refusal.SHEET_UNFINISHED
    await desk.finish(sheet)
    same = keep_lines(desk.town.services, desk.first, CAMPAIGN, sheet, {1: IINS[0]}, again=True)
    assert await refusal_of(same) is Refusal.OFFICE_SAME_PERSON
    await desk.type(sheet, 0, 2, "-", "", "", 5, again=True)
    compared = await desk.confirm(sheet)
    assert (compared.differing, compared.is_settled) == ((2, 4, 6), False)
    assert len(await roll_of(desk.town)) == 1
    # Each looks at the paper again: the first had misread line 2, the second had missed line 4.
    await keep_lines(desk.town.services, desk.first, CAMPAIGN, sheet, {2: IINS[2]}, again=False)
    await keep_lines(desk.town.services, desk.second, CAMPAIGN, sheet, {4: IINS[3], 6: "0"}, again=True)
    compared = await desk.confirm(sheet)
    assert (compared.differing, compared.is_settled) == ((), True)
    lines = await desk.lines(sheet)
    assert {number: each.state for number, each in lines.items()} == {
        1: LineState.ACCEPTED,
        2: LineState.ACCEPTED,
        3: LineState.REFUSED,
        4: LineState.ACCEPTED,
    }
    assert lines[3].reasons == (LineReason.UNREADABLE,)
    assert await refusal_of(desk.type(sheet, 7)) is Refusal.SHEET_SETTLED


async def test_the_order_of_lines_is_not_that_of_the_roll(desk: PaperDesk) -> None:
    """Lines of a sheet without connection enter the roll by their tokens [E8] [ledger 9]."""
    await desk.settled(*range(10), is_connected=False)
    keys = campaign_keys(desk.town.services, CAMPAIGN)
    async with desk.town.services.database.read() as connection:
        rows = await connection.execute(ledger.roll.select().order_by(ledger.roll.c.number))
        tokens = [each.token for each in rows]
        lines = await paper_vote.list_lines(connection, CAMPAIGN, 1)
    assert len(tokens) == 10
    assert tokens == sorted(tokens)
    assert tokens != [keys.token(each.first_key) for each in lines.values() if each.first_key]


async def test_once_on_any_sheet(desk: PaperDesk) -> None:
    """A person twice on one sheet and on another has one vote, by the first line [E8] [E3]."""
    await desk.settled(0, 1, 0, is_connected=False)
    second = await desk.settled(1, 2, is_connected=False)
    lines = await desk.lines(second)
    assert lines[1].reasons == (LineReason.TWICE,)
    assert lines[2].state is LineState.ACCEPTED
    assert len(await roll_of(desk.town)) == 3


async def test_lines_that_stay_different_stay_closed(desk: PaperDesk) -> None:
    """Whoever settles the sheet refuses them; with a connection the vote stands, all is kept [E8] [E10]."""
    sheet = await desk.open(is_connected=False)
    await desk.type(sheet, 0, 1)
    await desk.finish(sheet)
    await desk.type(sheet, 0, 2, again=True)
    assert (await desk.confirm(sheet, leaves=True)).is_settled
    assert (await desk.lines(sheet))[2].reasons == (LineReason.DIFFERS,)
    connected = await desk.open(is_connected=True)
    await desk.line(connected, 1, 3)
    await desk.line(connected, 2, 0)
    await desk.finish(connected)
    await desk.type(connected, 4, "", 5, again=True)
    assert (await desk.confirm(connected)).differing == (1, 3)
    assert (await desk.confirm(connected, leaves=True)).is_settled
    lines = await desk.lines(connected)
    assert [lines[each].state for each in (1, 2, 3)] == [
        LineState.ACCEPTED,
        LineState.REFUSED,
        LineState.REFUSED,
    ]
    observer = await actor(desk.town, Role.OBSERVER, login="observer", person=3)
    view = await view_sheet(desk.town.services, observer, CAMPAIGN, connected)
    assert list(view.differing) == [1, 3]
    assert len(await roll_of(desk.town)) == 2


async def test_hours(desk: PaperDesk) -> None:
    """A connection counts until the close, sheets without one until the printed hour, then they end [E8]."""
    town = desk.town
    connected, remote, late = (
        await desk.open(is_connected=True),
        await desk.open(is_connected=False),
        await desk.open(is_connected=False),
    )
    town.clock.set_to(CLOSED)
    assert await close_territory(town.services, CAMPAIGN, WHERE)
    assert await refusal_of(desk.line(connected, 1, 0)) is Refusal.PAPER_CLOSED
    assert await refusal_of(desk.open(is_connected=False)) is Refusal.PAPER_CLOSED
    await desk.type(remote, 0)
    await desk.finish(remote)
    await desk.type(remote, 0, again=True)
    assert (await desk.confirm(remote)).is_settled
    await desk.type(late, 1)
    early = close_late_sheet(town.services, desk.second, CAMPAIGN, late)
    assert await refusal_of(early) is Refusal.SHEET_UNFINISHED
    town.wait(hours=12)
    assert await refusal_of(desk.type(late, 2)) is Refusal.PAPER_CLOSED
    await close_late_sheet(town.services, desk.second, CAMPAIGN, late)
    assert (await desk.lines(late))[1].reasons == (LineReason.LATE,)
    # The one with a connection is compared with its paper after the close too.
    await desk.finish(connected)
    assert (await desk.confirm(connected)).is_settled
    assert await roll_of(town) == [("paper", 0)]


async def test_what_paper_brings(desk: PaperDesk) -> None:
    """Lines, hour and whether all is settled, for whoever opens the box [E8] [ledger 9]."""
    town = desk.town
    async with town.services.database.read() as connection:
        rulebook = await town.services.rulebooks.require(connection, CAMPAIGN)
        count = await paper_of(connection, CAMPAIGN, rulebook, WHERE)
    assert (count.lines, dict(count.slips), count.is_settled, count.lines_until) == (0, {}, True, None)
    sheet = await desk.open(is_connected=False)
    async with town.services.database.read() as connection:
        count = await paper_of(connection, CAMPAIGN, rulebook, WHERE)
    assert not count.is_settled
    assert count.lines_until is not None
    assert (count.lines_until - CLOSED).total_seconds() == 12 * 3600
    await desk.type(sheet, 0)
    await desk.finish(sheet)
    await desk.type(sheet, 0, again=True)
    await desk.confirm(sheet)
    async with town.services.database.read() as connection:
        count = await paper_of(connection, CAMPAIGN, rulebook, WHERE)
    # Its slip is not counted yet.
    assert (count.lines, count.is_settled) == (1, False)


async def test_who_may(desk: PaperDesk) -> None:
    """Rights, other akimats, unknown sheets and lines, what is no IIN [E8] [L1] [P9]."""
    town, sheet = desk.town, await desk.open(is_connected=True)
    services = town.services
    observer = await actor(town, Role.OBSERVER, login="observer", person=3)
    stranger = of_another_akimat(desk.first)

    def opened(who: Actor) -> Coroutine[object, object, int]:
        return open_sheet(services, who, CAMPAIGN, territory=WHERE, is_connected=True)

    assert await refusal_of(opened(observer)) is Refusal.OFFICE_FORBIDDEN
    assert await refusal_of(opened(stranger)) is Refusal.CAMPAIGN_UNKNOWN
    elsewhere = desk.open(is_connected=True, territory="eski-qala")
    assert await refusal_of(elsewhere) is Refusal.PAPER_NOT_HERE
    for text_ in ("", "-", "123", "990101100001", "3.1E+11"):
        assert await refusal_of(desk.line(sheet, 1, text_)) is Refusal.LINE_WRONG
    assert await refusal_of(desk.line(sheet, 21, 0)) is Refusal.LINE_UNKNOWN
    assert await refusal_of(desk.line(sheet, 0, 0)) is Refusal.LINE_UNKNOWN
    assert await refusal_of(desk.line(99, 1, 0)) is Refusal.SHEET_UNKNOWN
    assert await refusal_of(desk.type(sheet, 0)) is Refusal.SHEET_SETTLED
    remote = await desk.open(is_connected=False)
    assert await refusal_of(desk.line(remote, 1, 0)) is Refusal.SHEET_SETTLED
    assert await refusal_of(finish_sheet(services, observer, CAMPAIGN, sheet)) is Refusal.OFFICE_FORBIDDEN
    await desk.finish(sheet)
    assert await refusal_of(desk.finish(sheet)) is Refusal.SHEET_SETTLED
    again = confirm_sheet(services, desk.first, CAMPAIGN, sheet, leaves_differing=False)
    assert await refusal_of(again) is Refusal.OFFICE_SAME_PERSON
    handed = await actor(town, Role.CLERK, login="third", person=0)
    twice = confirm_sheet(services, handed, CAMPAIGN, sheet, leaves_differing=False)
    assert await refusal_of(twice) is Refusal.OFFICE_SAME_PERSON


async def test_before_the_opening(desk: PaperDesk) -> None:
    """Before the opening and before the freeze there is no sheet [E8]."""
    town = desk.town
    await town.thaw()
    assert await refusal_of(desk.open(is_connected=True)) is Refusal.VOTING_OPENING
    town.clock.set_to(OPEN.replace(day=10))
    assert await refusal_of(desk.open(is_connected=True)) is Refusal.OFFICE_STAGE


async def test_whose_turn_it_is(desk: PaperDesk) -> None:
    """The page offers the first typing, then the second one to another person alone [E8] [L1]."""
    town, sheet = desk.town, await desk.open(is_connected=False)

    async def turns() -> tuple[Turn, Turn]:
        one = await view_sheet(town.services, desk.first, CAMPAIGN, sheet)
        other = await view_sheet(town.services, desk.second, CAMPAIGN, sheet)
        return one.turn, other.turn

    assert await turns() == (Turn.FIRST, Turn.FIRST)
    await desk.type(sheet, 0)
    await desk.finish(sheet)
    assert await turns() == (Turn.FIRST, Turn.SECOND)
    await desk.type(sheet, 0, again=True)
    await desk.confirm(sheet)
    assert await turns() == (Turn.NONE, Turn.NONE)
    connected = await desk.open(is_connected=True)
    view = await view_sheet(town.services, desk.first, CAMPAIGN, connected)
    assert (view.turn, view.next_line, view.sheet.state) == (Turn.LINE, 1, SheetState.OPEN)


async def test_the_observer_counts(desk: PaperDesk) -> None:
    """Counts per clerk and sheet, with the office of who typed and no name [E10] [L1]."""
    await desk.settled(0, 1, 0)
    observer = await actor(desk.town, Role.OBSERVER, login="observer", person=3)
    (found,) = await list_sheets(desk.town.services, observer, CAMPAIGN)
    (counted,) = found.clerks
    assert counted.counts == {LineState.ACCEPTED: 2, LineState.REFUSED: 1}
    assert counted.clerk is not None
    assert counted.clerk.name == ""
    (seen,) = await list_sheets(desk.town.services, desk.second, CAMPAIGN)
    assert seen.clerks[0].clerk is not None
    assert seen.clerks[0].clerk.name == desk.first.name


async def test_no_iin_and_no_hour_beside_a_line(desk: PaperDesk) -> None:
    """No number of a person lies in any table or log, and no instant beside a line [E8] [P1] [ledger 2]."""
    await desk.settled(0, 1, 2)
    await desk.settled(3, 4, is_connected=False)
    assert not {"at", "typed_at", "roll_number"} & set(paper_vote.paper_line.c.keys())
    async with desk.town.services.database.read() as connection:
        for table in metadata.sorted_tables:
            rows = repr([tuple(each) for each in await connection.execute(table.select())])
            assert not [iin for iin in IINS if iin in rows], table.name


async def test_no_paper_no_sheet(database_url: str, tmp_path: Path) -> None:
    """Where the rulebook does not speak of paper there is none [E8] [A1]."""
    without = RULEBOOK.replace("[voting.paper]", "[gone]")
    start = without.index("[gone]")
    without = without[:start] + without[without.index("[voting.code]") :]
    town = await build_town(database_url, tmp_path, rulebook=without)
    desk = await paper_desk(town)
    assert await refusal_of(desk.open(is_connected=True)) is Refusal.PAPER_NOT_HERE
    assert await refusal_of(enter_line(town.services, desk.first, CAMPAIGN, 1, 1, IINS[0])) is (
        Refusal.SHEET_UNKNOWN
    )
    await town.services.database.dispose()
