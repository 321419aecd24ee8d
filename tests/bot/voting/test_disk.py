"""What a vote leaves on the disk: the same for every choice but for the sealed bytes (E7, ledger 3).

Separate from the conversations, because both runs must begin from one state and draw from one random source.
"""

import json
import logging
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from contextlib import closing as closing_now
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from app.logging import configure
from bot.screens import build_screens
from core.store.database import Database
from core.usecases.services import Services
from sandbox.running import RunningSandbox
from tests.bot.residents import AIGUL, DANA, PEOPLE
from tests.bot.voting.booth import COUNTED, KK, VOTE, YES
from tests.support.clock import FakeClock
from tests.support.databases import sqlite_url
from tests.support.front import running_front
from tests.support.town import CLOSED, Town, make_town_services

DATABASE = "campaign.sqlite3"
_OF_PEOPLE = tuple(
    f"SELECT * FROM {table}"  # noqa: S608
    for table in ("account", "place", "browsing", "consent", "outbox", "code_session", "phone_link")
)


@pytest.fixture
async def beginning(town: Town, tmp_path: Path) -> Path:
    """A folder with database and keys in which a verified resident is about to look at the list."""
    await town.settle(AIGUL)
    await town.by_phone(AIGUL, 0)
    await town.services.database.dispose()
    folder = tmp_path / "beginning"
    shutil.copytree(tmp_path / "keys", folder / "keys")
    shutil.copy(tmp_path / "qatysu.sqlite3", folder / DATABASE)
    return folder


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Callable[[int], bytes]]:
    """Return a function that begins time and randomness anew; it returns the random source."""

    def begin() -> Callable[[int], bytes]:
        numbers = count()
        monkeypatch.setattr("bot.intents.make_name", lambda: f"name{next(numbers):04}")
        monkeypatch.setattr("bot.fsm_storage.time", SimpleNamespace(time=lambda: 1_800_000_000))
        return Random(7).randbytes

    return begin


@asynccontextmanager
async def closing(services: Services) -> AsyncIterator[None]:
    """Close the database at the end, so that all of it lies in its file."""
    try:
        yield
    finally:
        await services.database.dispose()


async def vote(folder: Path, place: int, random_bytes: Callable[[int], bytes], clock: FakeClock) -> int:
    """Vote for the project on the list's ``place`` as a person would, and return its number."""
    services = make_town_services(sqlite_url(folder / DATABASE), folder, clock)
    services = replace(services, random_bytes=random_bytes)
    async with (
        closing(services),
        RunningSandbox(people=PEOPLE, patience=30) as sandbox,
        running_front(sandbox, services, folder, build_screens()),
    ):
        aigul = sandbox.person(AIGUL)
        await aigul.start()
        await aigul.tap("Қазақша")
        view = await aigul.tap(KK("button-vote"))
        label = [label for label in view.labels if label.startswith("№ ")][place]
        await aigul.tap(label)
        await aigul.tap(VOTE)
        view = await aigul.tap(YES)
        assert view.text.startswith(COUNTED)
        assert label not in view.text
        await aigul.send("/myvote")
    return int(label.removeprefix("№ "))


async def come_in(folder: Path, number: int, clock: FakeClock) -> list[tuple[object, ...]]:
    """Follow a project's link as a newcomer would; return what screens keep before the language."""
    services = make_town_services(sqlite_url(folder / DATABASE), folder, clock)
    async with (
        closing(services),
        RunningSandbox(people=PEOPLE, patience=30) as sandbox,
        running_front(sandbox, services, folder, build_screens()),
    ):
        dana = sandbox.person(DANA)
        await dana.start(f"c-semey-demo-{number}")
        waiting = screens_in(folder)
        view = await dana.tap("Қазақша")
        assert view.text.startswith(f"№ {number}. ")
    return waiting


def screens_in(folder: Path) -> list[tuple[object, ...]]:
    """Return every row of the memory of screens."""
    with closing_now(sqlite3.connect(folder / "fsm.sqlite3")) as connection:
        return connection.execute("SELECT * FROM context ORDER BY destiny").fetchall()


async def marked(beginning: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder in which project 12 has a number that nothing else has."""
    folder = tmp_path / "marked"
    shutil.copytree(beginning, folder)
    database = Database(sqlite_url(folder / DATABASE))
    async with database.write() as connection:
        await connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for table in ("picture", "project_words", "project"):
            await connection.exec_driver_sql(f"UPDATE {table} SET number = 654321 WHERE number = 12")  # noqa: S608
    await database.dispose()
    return folder


async def sealed_in(folder: Path) -> bytes:
    """Return the one sealed vote that waits."""
    database = Database(sqlite_url(folder / DATABASE))
    async with database.read() as connection:
        found = (await connection.exec_driver_sql("SELECT sealed FROM waiting")).scalars().all()
    await database.dispose()
    assert len(found) == 1
    return bytes(found[0])


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of the folder by its name in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def logged(lines: str) -> Iterator[dict[str, object]]:
    """Yield the lines of a log without their instants."""
    for line in lines.splitlines():
        event = json.loads(line)
        event.pop("timestamp", None)
        yield event


async def test_the_disk_tells_nothing_of_the_choice(
    beginning: Path,
    tmp_path: Path,
    fixed: Callable[[], Callable[[int], bytes]],
    town: Town,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """After a vote for A and one for B only the sealed bytes differ, in equal length [E7] [P4]."""
    configure("DEBUG", "json")
    chosen, disks, seals, logs = [], [], [], []
    for name, place in (("a", 0), ("b", 4)):
        folder = tmp_path / name
        shutil.copytree(beginning, folder)
        capsys.readouterr()
        chosen.append(await vote(folder, place, fixed(), town.clock))
        logs.append([*logged(capsys.readouterr().err)])
        disks.append(files(folder))
        seals.append(await sealed_in(folder))
    logging.getLogger().handlers.clear()

    assert chosen[0] != chosen[1]
    assert logs[0] == logs[1]
    first, second = disks
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == {DATABASE}
    assert len(seals[0]) == len(seals[1])
    assert first[DATABASE].count(seals[0]) == 1
    assert first[DATABASE].replace(seals[0], b"") == second[DATABASE].replace(seals[1], b"")


async def test_the_disk_tells_nothing_of_a_link(
    beginning: Path,
    tmp_path: Path,
    fixed: Callable[[], Callable[[int], bytes]],
    town: Town,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Newcomers by links to two projects of a district leave the same disk and log behind [E7] [D5] [P4]."""
    configure("DEBUG", "json")
    disks, memories, logs = [], [], []
    for name, number in (("a", 3), ("b", 7)):
        folder = tmp_path / name
        shutil.copytree(beginning, folder)
        fixed()
        capsys.readouterr()
        memories.append(await come_in(folder, number, town.clock))
        logs.append([*logged(capsys.readouterr().err)])
        disks.append(files(folder))
    logging.getLogger().handlers.clear()
    assert "Place:language" in str(memories[0])
    assert memories[0] == memories[1]
    assert disks[0] == disks[1]
    assert logs[0] == logs[1]


async def test_no_number_stands_in_state_outbox_or_log(
    beginning: Path,
    tmp_path: Path,
    town: Town,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """While question and receipt are shown, the choice is in no state, free page, outbox or log line [E7]."""
    configure("DEBUG", "json")
    folder = await marked(beginning, tmp_path)
    services = make_town_services(sqlite_url(folder / DATABASE), folder, town.clock)
    async with (
        closing(services),
        RunningSandbox(people=PEOPLE, patience=30) as sandbox,
        running_front(sandbox, services, folder, build_screens()),
    ):
        aigul = sandbox.person(AIGUL)
        await aigul.start("c-semey-demo-1")
        await aigul.tap("Қазақша")
        await aigul.send("/projects")
        await aigul.send("654321")
        await aigul.tap(VOTE)
        asked = _memory(folder)
        await aigul.tap(YES)
        counted = _memory(folder)
        async with services.database.read() as connection:
            kept = (await connection.exec_driver_sql("SELECT * FROM outbox")).all()
            browsing = (await connection.exec_driver_sql("SELECT * FROM browsing")).all()
    log = capsys.readouterr().err
    logging.getLogger().handlers.clear()
    assert b"Browsing:card" in asked
    for place in (asked, counted, repr(kept).encode(), repr(browsing).encode(), log.encode()):
        assert b"654321" not in place


async def test_no_number_stands_anywhere_on_the_way_to_a_refusal(
    beginning: Path,
    tmp_path: Path,
    town: Town,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """From a link over the verification to a refused question no memory, table or log has the choice [E7]."""
    configure("DEBUG", "json")
    folder = await marked(beginning, tmp_path)
    services = make_town_services(sqlite_url(folder / DATABASE), folder, town.clock)
    issuing = Town(services=services, clock=town.clock)
    await issuing.issue(2)
    memories = []
    async with (
        closing(services),
        RunningSandbox(people=PEOPLE, patience=30) as sandbox,
        running_front(sandbox, services, folder, build_screens()),
    ):
        dana = sandbox.person(DANA)
        await dana.start("c-semey-demo-654321")
        memories.append(_memory(folder))
        for label in ("Қазақша", VOTE, *map(KK, ("button-consent-agree", "button-verification-code"))):
            await dana.tap(label)
            memories.append(_memory(folder))
        await dana.send(issuing.codes[2])
        await dana.tap(KK("button-verification-vote"))
        memories.append(_memory(folder))
        town.clock.set_to(CLOSED)
        await dana.tap(YES)
        await dana.tap(KK("button-go-home"))
        memories.append(_memory(folder))
        async with services.database.read() as connection:
            tables = [(await connection.exec_driver_sql(each)).all() for each in _OF_PEOPLE]
    log = capsys.readouterr().err
    logging.getLogger().handlers.clear()
    assert any(b"Verification:done" in memory for memory in memories)
    assert not any(b"654321" in place for place in (*memories, repr(tables).encode(), log.encode()))


def _memory(folder: Path) -> bytes:
    """Return everything that the memory of screens has on the disk, its log of writing included."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("fsm.sqlite3*")))
