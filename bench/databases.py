"""A migrated database of each kind for one run, and one durable row as its driver alone writes it."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiosqlite
import asyncpg

from core.store import migrate

POSTGRESQL = os.environ.get("QATYSU_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
"""The server that the tests use too."""

ROW_BYTES = 256
"""As much as the rows of one vote hold together."""

WriteRow = Callable[[], Awaitable[None]]
"""BEGIN, INSERT of one row, COMMIT: durable when it returns."""

_TABLE = "CREATE TABLE IF NOT EXISTS bench_row (id TEXT PRIMARY KEY, content {type} NOT NULL)"


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    """Give the address of a migrated SQLite file."""
    url = f"sqlite+aiosqlite:///{folder / 'bench.sqlite3'}"
    migrate.upgrade(url)
    yield url


@contextmanager
def postgresql() -> Iterator[str | None]:
    """Give the address of a migrated database that is dropped afterwards; ``None`` without a server."""
    address = urlsplit(POSTGRESQL)
    try:
        socket.create_connection((address.hostname, address.port or 5432), timeout=3).close()
    except OSError:
        yield None
        return
    name = f"qatysu_bench_{secrets.token_hex(6)}"
    asyncio.run(_order(f'CREATE DATABASE "{name}"'))
    try:
        url = address._replace(scheme="postgresql+asyncpg", path=f"/{name}").geturl()
        migrate.upgrade(url)
        yield url
    finally:
        asyncio.run(_order(f'DROP DATABASE "{name}" WITH (FORCE)'))


async def _order(statement: str) -> None:
    connection = await asyncpg.connect(POSTGRESQL)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@asynccontextmanager
async def durable_row(url: str, writers: int) -> AsyncIterator[WriteRow]:
    """Give the baseline on the database at ``url`` for ``writers`` tasks at once.

    SQLite lets one write at a time, so that a queue before one connection is its fastest way.
    """
    address = urlsplit(url)
    if address.scheme.startswith("sqlite"):
        async with aiosqlite.connect(address.path[1:], isolation_level=None) as connection:
            yield await _sqlite_row(connection)
        return
    async with AsyncExitStack() as stack:
        plain = address._replace(scheme="postgresql").geturl()
        pool = await stack.enter_async_context(asyncpg.create_pool(plain, min_size=writers, max_size=writers))
        yield await _postgresql_row(pool)


async def _sqlite_row(connection: aiosqlite.Connection) -> WriteRow:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
        await connection.execute(f"PRAGMA {pragma}")
    await connection.execute(_TABLE.format(type="BLOB"))
    queue = asyncio.Lock()

    async def write() -> None:
        async with queue:
            await connection.execute("BEGIN IMMEDIATE")
            await connection.execute("INSERT INTO bench_row VALUES (?, ?)", _row())
            await connection.execute("COMMIT")

    return write


async def _postgresql_row(pool: asyncpg.Pool) -> WriteRow:
    await pool.execute(_TABLE.format(type="BYTEA"))

    async def write() -> None:
        async with pool.acquire() as connection:
            await connection.execute("BEGIN")
            await connection.execute("INSERT INTO bench_row VALUES ($1, $2)", *_row())
            await connection.execute("COMMIT")

    return write


def _row() -> tuple[str, bytes]:
    return secrets.token_hex(16), secrets.token_bytes(ROW_BYTES)
