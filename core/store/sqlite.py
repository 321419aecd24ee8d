"""SQLite on a thread of its own that is asked once a statement; the driver's cursor would ask it four times.

Separate from `database`, which knows transactions and no threads. A hop to the thread and back costs more
than most statements, and a vote has a dozen of them (docs/benchmarks.md).
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from typing import Any, Self

import aiosqlite

_ROWS_AT_ONCE = 64


async def connect(path: str) -> aiosqlite.Connection:
    """Open the file at ``path``, making it where there is none; SQLAlchemy's ``async_creator``."""
    return await _Connection(partial(sqlite3.connect, path, check_same_thread=False), _ROWS_AT_ONCE)


class _Connection(aiosqlite.Connection):
    """The driver's connection with a cursor of ours."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], rows_at_once: int) -> None:
        super().__init__(connector, rows_at_once)
        # A process that ends without closing its connections does not wait for their threads.
        self._thread.daemon = True

    def cursor(self) -> "_Cursor":  # type: ignore[override]  # SQLAlchemy asks for no more than it has
        return _Cursor(self)

    async def on_thread(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Have ``work`` done by the connection's thread."""
        await self._execute(work, self._conn)  # type: ignore[no-untyped-call]


class _Cursor:
    """A statement and all of its rows in one hop."""

    arraysize = 1

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, operation: str, parameters: tuple[Any, ...] = ()) -> None:
        """Carry the statement out and take its rows."""
        await self._do(lambda cursor: cursor.execute(operation, parameters))

    async def executemany(self, operation: str, parameters: Iterable[Any]) -> None:
        """Carry the statement out for each set of parameters."""
        await self._do(lambda cursor: cursor.executemany(operation, parameters))

    async def fetchall(self) -> list[Any]:
        """Return the rows that were taken."""
        return self._rows

    async def close(self) -> None:
        """Do nothing: the thread has closed its cursor already."""

    async def _do(self, execute: Callable[[sqlite3.Cursor], object]) -> None:
        def run(raw: sqlite3.Connection) -> None:
            with closing(raw.cursor()) as cursor:
                execute(cursor)
                self._rows = cursor.fetchall()
                self.description = cursor.description
                # After the rows: a statement that returns what it changes counts while it is read.
                self.rowcount = cursor.rowcount
                self.lastrowid = cursor.lastrowid

        await self._connection.on_thread(run)
