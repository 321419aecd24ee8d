"""Copies of a whole database as of one instant while others write, and a database made of such a copy (L5).

SQLite copies itself, PostgreSQL has programs for it; both end as one file whose rows are counted.
"""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, String, column, create_engine, func, inspect, make_url, select, table, text
from sqlalchemy.engine import Connection

from core.store.database import Database
from core.store.migrate import configuration

REVISION_TABLE = "alembic_version"
_SAID_AT_MOST = 400
_PATIENCE = 30
_OWNERS = 0o600


class DumpFailed(Exception):
    """A database could not be copied or made from a copy; the message says what stands against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumped:
    """What a copy holds: the revision of its tables, and how many rows each table has."""

    revision: str
    counts: Mapping[str, int]


async def dump(database: Database, target: Path) -> Dumped:
    """Write the database as of now into the new file ``target``; whoever writes meanwhile is not held up.

    The file is its owner's alone from its first byte on, whatever the process's mask.

    Raises:
        DumpFailed: without tables of ours, without PostgreSQL's programs, or with what they complain of.
        FileExistsError: where there is such a file.
    """
    _make_private(target)
    if database.dialect == "sqlite":
        return await asyncio.to_thread(_dump_sqlite, _sqlite_file(database.url), target)
    async with database.read() as connection:
        # One snapshot for rows that are counted and rows that are copied.
        await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        snapshot = (await connection.execute(text("SELECT pg_export_snapshot()"))).scalar_one()
        dumped = await connection.run_sync(_look)
        arguments = ["--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}"]
        await _run("pg_dump", database.url, *arguments, f"--file={target}")
    return dumped


async def load(url: str, source: Path) -> None:
    """Make the empty database at ``url`` of a copy, all of it or nothing.

    Raises:
        DumpFailed: without PostgreSQL's programs, or with what they complain of.
    """
    if make_url(url).get_backend_name() == "sqlite":
        await asyncio.to_thread(_load_sqlite, source, _sqlite_file(url))
        return
    arguments = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-acl"]
    await _run("pg_restore", url, *arguments, str(source))


async def look(database: Database) -> Dumped | None:
    """Return revision and rows of a database, ``None`` for one without any table."""
    if database.dialect == "sqlite" and not _sqlite_file(database.url).exists():
        return None
    async with database.read() as connection:
        if not await connection.run_sync(_tables):
            return None
        return await connection.run_sync(_look)


def knows(url: str, revision: str) -> bool:
    """Say whether this program has the tables of ``revision`` or later ones."""
    script = ScriptDirectory.from_config(configuration(url))
    return revision in {each.revision for each in script.walk_revisions()}


def _look(connection: Connection) -> Dumped:
    names = _tables(connection)
    if REVISION_TABLE not in names:
        raise DumpFailed("the database has no tables of Qatysu")
    version = select(column("version_num", String)).select_from(table(REVISION_TABLE))
    revision = connection.execute(version).scalar_one()
    count = select(func.count())
    counts = {name: connection.execute(count.select_from(table(name))).scalar_one() for name in names}
    return Dumped(revision=revision, counts=counts)


def _tables(connection: Connection) -> list[str]:
    return sorted(inspect(connection).get_table_names())


def _dump_sqlite(source: Path, target: Path) -> Dumped:
    if not source.exists():
        raise DumpFailed(f"there is no database {source}")
    with closing(sqlite3.connect(f"file:{source}?mode=rw", uri=True, timeout=_PATIENCE)) as connection:
        # Unlike a copy of pages it leaves out what was deleted but not overwritten yet.
        connection.execute("VACUUM INTO ?", (str(target),))
    engine = create_engine(f"sqlite:///file:{target}?mode=ro&immutable=1&uri=true", poolclass=NullPool)
    with engine.connect() as copy:
        if copy.execute(text("PRAGMA integrity_check")).scalar() != "ok":
            raise DumpFailed(f"{source} is damaged: SQLite's own check fails")
        return _look(copy)


def _load_sqlite(source: Path, target: Path) -> None:
    """Copy beside the place and move there, so that a copy that is cut off is no database."""
    for suffix in ("-wal", "-shm", "-journal"):
        left = target.with_name(target.name + suffix)
        if left.exists():
            raise DumpFailed(f"{left} is left of another database: SQLite would write it into this one")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    _make_private(partial)
    shutil.copyfile(source, partial)
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(target)


def _make_private(path: Path) -> None:
    """Make an empty file that its owner alone may read: whoever fills it keeps that."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNERS))


def _sqlite_file(url: str) -> Path:
    name = make_url(url).database
    if not name or name == ":memory:":
        raise DumpFailed("a database in memory has no copies")
    return Path(name)


async def _run(program: str, url: str, *arguments: str) -> None:
    """Run a program of PostgreSQL; the password goes by its environment, where nobody else reads it."""
    found = shutil.which(program)
    if found is None:
        raise DumpFailed(f"{program} is not on the PATH: install PostgreSQL's client programs")
    address = make_url(url)
    environment = {**os.environ, "PGPASSWORD": address.password or ""}
    where = [f"--dbname={address.database}"]
    where += [f"--host={address.host}"] if address.host else []
    where += [f"--port={address.port}"] if address.port else []
    where += [f"--username={address.username}"] if address.username else []
    process = await asyncio.create_subprocess_exec(
        found,
        "--no-password",
        *where,
        *arguments,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    if process.returncode:
        said = errors.decode(errors="replace").strip().splitlines()
        raise DumpFailed(f"{program}: {said[0][:_SAID_AT_MOST] if said else 'failed'}")
