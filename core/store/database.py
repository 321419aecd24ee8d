"""Transactions on SQLite and PostgreSQL behind one pair of verbs: ``read`` and ``write``."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another one on SQLite, where only one writes at a time."""


class Database:
    """An engine with the settings each database needs to lose nothing that it acknowledged."""

    def __init__(self, url: str) -> None:
        """Prepare the engine for ``url``; nothing is connected before the first transaction."""
        self.url = url
        self._engine = _make_engine(url)
        # SQLite's own waiting is sleeping for longer and longer; tasks of one process queue instead.
        is_sqlite = self.dialect == "sqlite"
        self._queue: AbstractAsyncContextManager[None] = asyncio.Lock() if is_sqlite else nullcontext()

    @property
    def dialect(self) -> str:
        """Return ``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads; it is rolled back at its end."""
        async with self._engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that writes: committed at its end, rolled back by an exception."""
        async with self._queue, self._engine.connect() as connection:
            await connection.execution_options(writes=True)
            async with connection.begin():
                yield connection

    async def dispose(self) -> None:
        """Close every connection; aiosqlite's threads would otherwise keep the process alive."""
        await self._engine.dispose()


def _make_engine(url: str) -> AsyncEngine:
    # An error would otherwise print the row it failed on, people's keys and texts included (M2).
    engine = create_async_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Take transactions into our own hands; the driver would begin them too late and deferred."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin a writing transaction with the write lock in hand: a later upgrade could only fail."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
