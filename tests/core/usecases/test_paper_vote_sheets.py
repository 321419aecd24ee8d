"""Sheets of votes on paper around their lines: hours, rights, whose turn it is, who counts (E8, L1)."""

from collections.abc import Coroutine
from pathlib import Path

import pytest

from core.model.paper_vote import LineReason, LineState, SheetState
from core.model.refusals import Refusal
from core.model.staff import Actor, Role
from core.model.vote import Channel
from core.store import ledger, retention
from core.usecases.outcome.closing import close_territory
from core.usecases.paper_vote.confirming import close_late_sheet, confirm_sheet
from core.usecases.paper_vote.counted import paper_of
from core.usecases.paper_vote.entering import enter_line
from core.usecases.paper_vote.reading import Turn, list_sheets, view_sheet
from core.usecases.paper_vote.sheets import finish_sheet, open_sheet
from core.usecases.privacy.mydata import my_data
from tests.support.office import actor, of_another_akimat
from tests.support.paper_votes import WHERE, PaperDesk, paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, CLOSED, IINS, OPEN, RULEBOOK, Town, build_town


@pytest.fixture
async def desk(town: Town) -> PaperDesk:
    """Two clerks of the town."""
    return await paper_desk(town)


async def roll_of(town: Town) -> list[tuple[str, int]]:
    """Return channel and place of everybody in the roll."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(ledger.roll.select().order_by(ledger.roll.c.number))
        return [(each.channel, each.number) for each in rows]


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


async def test_what_is_kept_of_who_signed(desk: PaperDesk) -> None:
    """Day and way, and that he signed; when the term of the roll ends no line says who did [M1] [M2]."""
    town = desk.town
    await town.settle(7001)
    await town.by_phone(7001, 0)
    sheet = await desk.settled(0, 1)
    kept = await my_data(town.services, 7001)
    assert kept is not None
    (part,) = kept.took_part
    assert (part.channel, part.verification) == (Channel.PAPER, None)
    async with town.services.database.write() as connection:
        await retention.delete_participations(connection, CAMPAIGN)
    lines = await desk.lines(sheet)
    assert {(each.first_key, each.second_key) for each in lines.values()} == {(None, None)}
    assert {each.state for each in lines.values()} == {LineState.ACCEPTED}
