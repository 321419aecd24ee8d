"""Votes that collide, from processes of their own on one database (E3, ledger 2)."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from datetime import UTC, datetime
from pathlib import Path

from core.rules.iin import control_digit
from core.store import box, ledger, voting
from tests.support.town import CAMPAIGN, CLOSED, OPEN, Town

FIRST = 7000


async def start(town: Town, folder: Path, *job: str, module: str = "tests.support.racer") -> Process:
    """Start a racer; it waits for a line before it begins."""
    url = town.services.database.url
    command = (sys.executable, "-m", module, url, str(folder), *job)
    return await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)


async def run(*racers: Process) -> list[list[str]]:
    """Let all racers go at once and return what each of them was told."""
    answers = await asyncio.gather(*(racer.communicate(b"\n") for racer in racers))
    return [json.loads(output) for output, _ in answers]


def offset_to(instant: datetime) -> float:
    """Return by how many seconds real time must be moved to stand at ``instant``."""
    return (instant - datetime.now(UTC)).total_seconds()  # noqa: TID251  (processes have the real clock)


def set_clock(folder: Path, instant: datetime) -> None:
    """Move the processes' clock."""
    (folder / "clock.json").write_text(json.dumps({"offset": offset_to(instant)}))


async def test_one_person_two_hundred_attempts(town: Town, tmp_path: Path) -> None:
    """By telephone and by code, from four processes at once, one person has one vote [E3] [P3]."""
    set_clock(tmp_path, OPEN)
    await town.settle(7001)
    await town.settle(7002)
    await town.by_phone(7001, 0)
    await town.issue(0)
    session = await town.by_code(7002, 0)
    racers = [
        await start(town, tmp_path, "same", "7001", "", "50"),
        await start(town, tmp_path, "same", "7001", "", "50"),
        await start(town, tmp_path, "same", "7002", session, "50"),
        await start(town, tmp_path, "same", "7002", session, "50"),
    ]
    told = [answer for answers in await run(*racers) for answer in answers]
    assert told == ["0"] * 200
    async with town.services.database.read() as connection:
        assert await voting.count_participations(connection, CAMPAIGN) == 1
        assert await ledger.count_roll(connection, CAMPAIGN, "ortalyq") == 1
        assert len(await box.list_waiting(connection, CAMPAIGN, "ortalyq")) == 1


async def test_close_in_the_middle_leaves_nothing_behind(town: Town, tmp_path: Path) -> None:
    """A worker closes, opens and counts while votes come in: each receipt is in the box [E3] [A2]."""
    set_clock(tmp_path, OPEN)
    await settle_people(town, 60)
    racers = [await start(town, tmp_path, "many", str(FIRST + 20 * part), "20") for part in range(3)]
    racers.append(await start(town, tmp_path, "close", str(offset_to(CLOSED))))
    *voters, steps = await run(*racers)
    told = [answer for answers in voters for answer in answers]
    counted = sorted(int(answer) for answer in told if answer.isdigit())
    assert {answer for answer in told if not answer.isdigit()} <= {"voting-closed"}
    assert counted == list(range(len(counted)))
    assert steps[:2] == ["closed", f"opened, {len(counted)} votes"]
    async with town.services.database.read() as connection:
        assert await ledger.count_roll(connection, CAMPAIGN, "ortalyq") == len(counted)
        assert len(await box.list_box(connection, CAMPAIGN, "ortalyq")) == len(counted)
        assert not await box.list_waiting(connection, CAMPAIGN, "ortalyq")


async def settle_people(town: Town, count: int) -> None:
    """Register so many people with telephones and link their accounts."""
    rows = [
        f"{iin};1980-05-17;permanent;2015-03-16;;eski-qala;7700000{person:04d}"
        for person, iin in enumerate(sound_iins(count))
    ]
    await town.register(*rows)
    for person in range(count):
        await town.settle(FIRST + person)
        await town.by_phone(FIRST + person, person)


def sound_iins(count: int) -> list[str]:
    """Return so many numbers that check, of people born in 1899."""
    found = []
    for serial in range(10_000):
        first = f"9912311{serial:04d}"
        digit = control_digit(first)
        if digit is not None:
            found.append(f"{first}{digit}")
        if len(found) == count:
            break
    return found
