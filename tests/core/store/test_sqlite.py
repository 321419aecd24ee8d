"""The cursor that asks SQLite's thread once a statement, and the queue of a process's writers."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.store.database import Database

WRITERS = 40


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A file with one table of numbers, 1 to 3 in it."""
    made = Database(f"sqlite+aiosqlite:///{tmp_path / 'numbers.sqlite3'}")
    async with made.write() as connection:
        await connection.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY, seen INTEGER DEFAULT 0)"))
        await connection.execute(text("INSERT INTO number (n) VALUES (:n)"), [{"n": n} for n in (1, 2, 3)])
    yield made
    await made.dispose()


async def test_a_statement_asks_the_thread_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query with its rows is one hop to the thread of the connection [P3]."""
    hops: list[object] = []
    ask = aiosqlite.Connection._execute

    async def counted(self: aiosqlite.Connection, *arguments: Any, **named: Any) -> Any:
        hops.append(arguments[0])
        return await ask(self, *arguments, **named)

    async with database.read() as connection:
        await connection.execute(text("SELECT 1"))
        monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
        rows = (await connection.execute(text("SELECT n FROM number ORDER BY n"))).scalars().all()
        assert rows == [1, 2, 3]
        assert len(hops) == 1


async def test_what_a_change_returns_is_counted(database: Database) -> None:
    """A change that returns its rows gives the rows, a plain one how many it changed [P3]."""
    async with database.write() as connection:
        changed = await connection.execute(text("UPDATE number SET seen = seen + 1 WHERE n < 3 RETURNING n"))
        assert sorted(changed.scalars()) == [1, 2]
        assert (await connection.execute(text("UPDATE number SET seen = 5"))).rowcount == 3
        assert (await connection.execute(text("DELETE FROM number WHERE n = 9"))).rowcount == 0


async def test_a_refused_row_leaves_the_connection_good(database: Database) -> None:
    """What the database refuses is raised as its refusal, and the next transaction works [E3]."""
    with pytest.raises(IntegrityError):
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO number (n) VALUES (1)"))
    async with database.read() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM number"))).scalar_one() == 3


async def test_many_writers_of_a_process_queue(database: Database) -> None:
    """More writers than the pool has connections all write, and nothing is lost [E3] [P3]."""

    async def add_one() -> None:
        async with database.write() as connection:
            seen = (await connection.execute(text("SELECT seen FROM number WHERE n = 1"))).scalar_one()
            await asyncio.sleep(0)
            await connection.execute(text("UPDATE number SET seen = :seen WHERE n = 1"), {"seen": seen + 1})

    async with asyncio.TaskGroup() as group:
        for _ in range(WRITERS):
            group.create_task(add_one())
    async with database.read() as connection:
        assert (await connection.execute(text("SELECT seen FROM number WHERE n = 1"))).scalar_one() == WRITERS
