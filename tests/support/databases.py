"""Gives each test a migrated database of its own on SQLite and on PostgreSQL.

Separate because migrating takes a second and copying takes milliseconds: each worker migrates one template of
each kind and copies it for every test.
"""

import asyncio
import secrets
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from tests.support.services import POSTGRES_SERVER


def sqlite_url(path: Path) -> str:
    """Return the SQLAlchemy address of the SQLite file `path`."""
    return f"sqlite+aiosqlite:///{path}"


def postgres_url(name: str) -> str:
    """Return the SQLAlchemy address of the database `name` on the tests' PostgreSQL."""
    return urlsplit(POSTGRES_SERVER)._replace(scheme="postgresql+asyncpg", path=f"/{name}").geturl()


def migrated_sqlite(directory: Path) -> Path:
    """Make and migrate the SQLite file that tests copy."""
    template = directory / "template.sqlite3"
    _migrate(sqlite_url(template))
    return template


def copy_sqlite(template: Path, target: Path) -> str:
    """Copy the template, with what its write-ahead log may still hold, and return the copy's address."""
    for suffix in ("", "-wal"):
        source = template.with_name(template.name + suffix)
        if source.exists():
            shutil.copyfile(source, target.with_name(target.name + suffix))
    return sqlite_url(target)


@contextmanager
def migrated_postgres() -> Iterator[str]:
    """Make and migrate the PostgreSQL database that tests copy; give its name, drop it afterwards."""
    with new_postgres() as name:
        _migrate(postgres_url(name))
        yield name


@contextmanager
def new_postgres(template: str = "template1") -> Iterator[str]:
    """Make a database as a copy of `template`; give its name, drop it afterwards whoever still reads."""
    name = f"qatysu_test_{secrets.token_hex(6)}"
    _order(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield name
    finally:
        _order(f'DROP DATABASE "{name}" WITH (FORCE)')


def _migrate(url: str) -> None:
    from core.store import migrate  # noqa: PLC0415  (tests without a database need not wait for Alembic)

    run_apart(lambda: migrate.upgrade(url))


def _order(statement: str) -> None:
    """Have the server itself carry out a statement that no transaction may hold."""

    async def order() -> None:
        connection = await asyncpg.connect(POSTGRES_SERVER)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    run_apart(lambda: asyncio.run(order()))


def run_apart(action: Callable[[], None]) -> None:
    """Run `action` in a thread of its own, where it may start an event loop whatever runs in this one."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        executor.submit(action).result()
