"""One person by telephone, code and two sheets at once, and a clerk's process that is killed (E3, E8)."""

import asyncio
from pathlib import Path

from core.model.paper_vote import LineState
from core.store import ledger, voting
from tests.core.usecases.test_races import run, set_clock, sound_iins, start
from tests.support.paper_votes import WHERE, paper_desk
from tests.support.town import CAMPAIGN, IINS, OPEN, Town, row

RACER = "tests.support.paper_racer"


async def test_one_vote_by_every_way(town: Town, tmp_path: Path) -> None:
    """Telephone, code, paper and paper from four processes: one entry, one participation [E3] [E8] [P3]."""
    set_clock(tmp_path, OPEN)
    desk = await paper_desk(town)
    sheets = [await desk.open(is_connected=True) for _ in range(2)]
    await town.settle(7001)
    await town.settle(7002)
    await town.by_phone(7001, 0)
    await town.issue(0)
    session = await town.by_code(7002, 0)
    clerks = (desk.first.staff_id, desk.second.staff_id)
    racers = [
        await start(town, tmp_path, "same", "7001", "", "20"),
        await start(town, tmp_path, "same", "7002", session, "20"),
        *[
            await start(town, tmp_path, str(clerk), str(sheet), IINS[0], module=RACER)
            for clerk, sheet in zip(clerks, sheets, strict=True)
        ],
    ]
    by_phone, by_code, *by_paper = await run(*racers)
    # Whoever voted in the bot hears his receipt, whichever way won.
    assert set(by_phone + by_code) == {"0"}
    lines = [(await desk.lines(sheet))[1] for sheet in sheets]
    # A line keeps its first answer, however often it is typed.
    for told, line in zip(by_paper, lines, strict=True):
        assert set(told) == {line.state.value}
    async with town.services.database.read() as connection:
        assert await voting.count_participations(connection, CAMPAIGN) == 1
        (entry,) = (await connection.execute(ledger.roll.select())).mappings()
    accepted = [line for line in lines if line.state is LineState.ACCEPTED]
    assert len(accepted) == (1 if entry["channel"] == "paper" else 0)


async def test_what_was_answered_outlives_a_kill(town: Town, tmp_path: Path) -> None:
    """Killed in the middle, a process has lost no line that it answered; typed again it stands [E8]."""
    set_clock(tmp_path, OPEN)
    iins = sound_iins(40)
    people = (row(0).replace(IINS[0], iin) for iin in iins)
    await town.register(*people)
    desk = await paper_desk(town)
    sheet = await desk.open(is_connected=True)
    racer = await start(town, tmp_path, str(desk.first.staff_id), str(sheet), *iins[:19], module=RACER)
    assert racer.stdin is not None
    assert racer.stdout is not None
    racer.stdin.write(b"\n")
    told = [(await racer.stdout.readline()).decode().split() for _ in range(5)]
    racer.kill()
    rest, _ = await asyncio.gather(racer.stdout.read(), racer.wait())
    told += [line.split() for line in rest.decode().splitlines() if line.endswith("accepted")]
    assert {state for _, state in told} == {"accepted"}
    lines = await desk.lines(sheet)
    assert {int(line) for line, _ in told} <= set(lines)
    # An answer that nobody heard is heard by typing the line again; the next one goes on.
    for line, iin in enumerate(iins[: len(lines) + 1], start=1):
        assert (await desk.line(sheet, line, iin)).state is LineState.ACCEPTED
    async with town.services.database.read() as connection:
        assert await ledger.count_roll(connection, CAMPAIGN, WHERE) == len(lines) + 1
        assert await voting.count_participations(connection, CAMPAIGN) == len(lines) + 1
