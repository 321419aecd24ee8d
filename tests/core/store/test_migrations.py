"""Migrations go up and down on both databases, and end at what the code says (architecture: Alembic)."""

import asyncio
import sys
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from core.store import migrate
from core.store.tables import metadata
from tests.support import databases, services


def revisions() -> list[str]:
    """Return every revision, the oldest first."""
    script = ScriptDirectory.from_config(migrate.configuration("sqlite+aiosqlite://"))
    return [step.revision for step in reversed(list(script.walk_revisions()))]


async def tables(url: str) -> set[str]:
    """Return the names of the tables, without alembic's own and those of the search's index."""
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda plain: inspect(plain).get_table_names())
    await engine.dispose()
    return {name for name in names if name != "alembic_version" and "_fts" not in name}


def test_stairway(bare_database_url: str) -> None:
    """Each migration goes up, down and up again, so that a bad release can be taken back [P9]."""
    before = migrate.BASE
    for revision in revisions():
        migrate.upgrade(bare_database_url, revision)
        migrate.downgrade(bare_database_url, before)
        migrate.upgrade(bare_database_url, revision)
        before = revision
    assert before == revisions()[-1]


@pytest.mark.parametrize("end", ["up", "down"])
async def test_ends(bare_database_url: str, end: str) -> None:
    """At the top stand exactly the tables of the code, at the bottom none [P9]."""
    # Alembic runs a loop of its own, in a thread beside the test's.
    await asyncio.to_thread(migrate.upgrade, bare_database_url)
    if end == "down":
        await asyncio.to_thread(migrate.downgrade, bare_database_url)
    assert await tables(bare_database_url) == (set(metadata.tables) if end == "up" else set())


async def test_models_match_migrations(database_url: str) -> None:
    """Nothing is in the code that no migration made, nor the other way round [P9]."""

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda _thing, name, *_: (
                    not str(name).startswith(("project_words_fts", "ix_project_words"))
                ),
            },
        )
        return list(compare_metadata(context, metadata))

    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
    await engine.dispose()
    assert found == []


async def test_processes_may_migrate_together(postgres_bare_url: str) -> None:
    """Bot and worker that start at the same moment on PostgreSQL both find the tables made [P9]."""
    program = f"from core.store import migrate; migrate.upgrade({postgres_bare_url!r})"
    started = [await asyncio.create_subprocess_exec(sys.executable, "-c", program) for _ in range(4)]
    assert await asyncio.gather(*(process.wait() for process in started)) == [0] * 4
    assert await tables(postgres_bare_url) == set(metadata.tables)


@pytest.fixture
def postgres_bare_url() -> Iterator[str]:
    """The address of a PostgreSQL database without tables."""
    services.require_listening("postgresql", services.POSTGRES_SERVER)
    with databases.new_postgres() as name:
        yield databases.postgres_url(name)
