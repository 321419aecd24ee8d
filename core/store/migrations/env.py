"""Runs the migrations on one connection; alembic executes this file."""

import asyncio

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from core.store.tables import metadata

LOCK = 0x716174797375
"""Any number that nobody else locks: the product's name in ASCII."""


def is_ours(_thing: object, name: str | None, *_: object) -> bool:
    """Leave the search's index out of comparisons: FTS5 and expressions have no tables of ours."""
    return not (name or "").startswith(("project_words_fts", "ix_project_words"))


def migrate(connection: Connection) -> None:
    """Run the migrations; SQLite changes a table by copying it, hence the batch mode."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        include_object=is_ours,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            # Bot and worker may start together; whoever comes second finds the tables made.
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.run_migrations()


async def run() -> None:
    """Connect to the configured database and migrate it."""
    engine = create_async_engine(context.config.attributes["url"], poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(migrate)
        await connection.commit()
    await engine.dispose()


asyncio.run(run())
