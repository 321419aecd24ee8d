"""Which files are still needed, on SQLite and PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from core.model.campaign import CampaignId
from core.store import files
from core.store.database import Database

NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
CAMPAIGN = CampaignId("semey", "semey-demo")
DRAFT = files.draft_use(CAMPAIGN, "abc")
PROPOSAL = files.proposal_use(CAMPAIGN, 7)
ONE, TWO = "1" * 64, "2" * 64


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty migrated database."""
    opened = Database(database_url)
    yield opened
    await opened.dispose()


async def keep(database: Database, *uses: tuple[str, str], akimat: str = "semey") -> None:
    """Record uses of files in one transaction."""
    async with database.write() as connection:
        for digest, used_by in uses:
            await files.keep_use(connection, akimat, digest, used_by, NOW)


async def take(database: Database, before: datetime = LATER, akimat: str = "semey") -> tuple[int, list[str]]:
    """Let go of what is unused and return what was let go of."""
    async with database.write() as connection:
        count, digests = await files.take_unused(connection, akimat, before)
    return count, list(digests)


async def drop(database: Database, used_by: str) -> None:
    """Forget the needs of a draft or a proposal."""
    async with database.write() as connection:
        await files.drop_uses(connection, "semey", used_by)


async def test_file_goes_with_its_last_use(database: Database) -> None:
    """A file stays while anybody needs it, and is let go of once [M2]."""
    await keep(database, (ONE, DRAFT), (ONE, PROPOSAL), (TWO, DRAFT), (TWO, DRAFT))
    assert await take(database) == (0, [])
    await drop(database, DRAFT)
    assert await take(database) == (1, [TWO])
    await drop(database, PROPOSAL)
    assert await take(database) == (1, [ONE])
    assert await take(database) == (0, [])


async def test_one_file_of_many(database: Database) -> None:
    """A proposal may lose one file and keep the others [M2]."""
    await keep(database, (ONE, PROPOSAL), (TWO, PROPOSAL))
    async with database.write() as connection:
        await files.drop_use(connection, "semey", ONE, PROPOSAL)
    assert await take(database) == (1, [ONE])


async def test_fresh_file_stays(database: Database) -> None:
    """What was asked for after the given instant stays, though nobody needs it just now [M2]."""
    await keep(database, (ONE, DRAFT))
    await drop(database, DRAFT)
    assert await take(database, NOW) == (0, [])
    assert await take(database) == (1, [ONE])


async def test_other_akimat_keeps_the_bytes(database: Database) -> None:
    """Two akimats that hold the same file share its bytes, which go with the second one [M2]."""
    await keep(database, (ONE, DRAFT))
    await keep(database, (ONE, DRAFT), akimat="oskemen")
    await drop(database, DRAFT)
    assert await take(database) == (1, [])
    async with database.write() as connection:
        await files.drop_uses(connection, "oskemen", DRAFT)
    assert await take(database, akimat="oskemen") == (1, [ONE])


async def test_messengers_copy_is_forgotten(database: Database) -> None:
    """The id under which the messenger has the file goes with it [M2]."""
    await keep(database, (ONE, DRAFT))
    async with database.write() as connection:
        await files.keep_file_id(connection, "semey", "7", ONE, "AgAC")
        await files.drop_uses(connection, "semey", DRAFT)
    await take(database)
    async with database.read() as connection:
        assert await files.get_file_id(connection, "semey", "7", ONE) is None


async def test_nobody_begins_to_use_what_is_going(database: Database) -> None:
    """Who needs a file that is being deleted waits for that, then records it anew [M2]."""
    await keep(database, (ONE, DRAFT))
    await drop(database, DRAFT)
    order: list[str] = []

    async def need() -> None:
        await keep(database, (ONE, PROPOSAL))
        order.append("needed")

    async with asyncio.TaskGroup() as group, database.write() as connection:
        assert (await files.take_unused(connection, "semey", LATER))[1] == [ONE]
        group.create_task(need())
        await asyncio.sleep(0.2)
        order.append("deleted")
    assert order == ["deleted", "needed"]
    assert await take(database) == (0, [])
