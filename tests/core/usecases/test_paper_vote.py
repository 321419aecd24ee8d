"""Votes on paper, with a connection and without, on SQLite and PostgreSQL (E8, E3)."""

import pytest
from sqlalchemy import text

from core.model.paper_vote import LineReason, LineState
from core.model.refusals import Refusal
from core.model.staff import Role
from core.model.vote import Channel
from core.store import audit, ledger, paper_vote, voting
from core.store.base import metadata
from core.usecases.paper_vote.entering import keep_lines
from core.usecases.paper_vote.reading import view_sheet
from core.usecases.voting.casting import cast_vote
from core.usecases.voting.facts import campaign_keys
from tests.support.office import actor
from tests.support.paper_votes import PaperDesk, paper_desk
from tests.support.proposals import refusal_of
from tests.support.town import CAMPAIGN, IINS, Town, row

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
    press = desk.confirm(connected, leaves=True)
    assert await refusal_of(press) is Refusal.SHEET_UNFINISHED
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


async def test_no_iin_and_no_hour_beside_a_line(desk: PaperDesk) -> None:
    """No number of a person lies in any table or log, and no instant beside a line [E8] [P1] [ledger 2]."""
    await desk.settled(0, 1, 2)
    await desk.settled(3, 4, is_connected=False)
    assert not {"at", "typed_at", "roll_number"} & set(paper_vote.paper_line.c.keys())
    async with desk.town.services.database.read() as connection:
        for table in metadata.sorted_tables:
            rows = repr([tuple(each) for each in await connection.execute(table.select())])
            assert not [iin for iin in IINS if iin in rows], table.name
