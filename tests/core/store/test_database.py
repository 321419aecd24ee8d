"""What a transaction promises on SQLite and PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from core.model.campaign import CampaignId
from core.store import campaign, ledger, place
from core.store.database import Database

NOW = datetime(2024, 2, 29, 18, 30, tzinfo=UTC)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty migrated database."""
    opened = Database(database_url)
    yield opened
    await opened.dispose()


async def test_failed_transaction_leaves_nothing(database: Database) -> None:
    """An exception inside a writing transaction undoes all of it [E3]."""

    async def fail() -> None:
        async with database.write() as connection:
            await place.add_account(connection, 1, NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with database.read() as connection:
        assert await place.get_viewer(connection, 1) is None


async def test_instants_come_back_in_utc(database: Database) -> None:
    """An instant written in another zone is the same instant in UTC; the doubled hour stays two [P8]."""
    before = datetime(2024, 2, 29, 23, 30, tzinfo=timezone(timedelta(hours=6)))
    after = datetime(2024, 2, 29, 23, 30, tzinfo=timezone(timedelta(hours=5)))
    async with database.write() as connection:
        await place.add_account(connection, 1, before)
        await place.add_account(connection, 2, after)
    async with database.read() as connection:
        rows = (await connection.execute(select(place.account.c.first_seen_at))).scalars().all()
    assert sorted(rows) == [NOW - timedelta(hours=1), NOW]
    assert {row.utcoffset() for row in rows} == {timedelta()}


async def test_naive_instant_is_refused(database: Database) -> None:
    """A time without a zone is no instant, and is not stored [P8]."""
    naive = NOW.replace(tzinfo=None)
    async with database.write() as connection:
        with pytest.raises(StatementError, match="time zone"):
            await connection.execute(insert(place.account).values(account_id=1, first_seen_at=naive))


async def test_errors_print_no_rows(database: Database) -> None:
    """A refused row is not quoted in the error: it may be somebody's key [M2]."""
    async with database.write() as connection:
        await connection.execute(insert(campaign.akimat).values(akimat_id="somebodys-secret"))
    with pytest.raises(IntegrityError) as caught:
        async with database.write() as connection:
            await connection.execute(insert(campaign.akimat).values(akimat_id="somebodys-secret"))
    assert "[SQL parameters hidden" in str(caught.value)


async def test_campaign_row_is_locked_until_the_commit(database: Database) -> None:
    """Whoever asks for the locked campaign waits for the one before: vote and close never overlap [E3]."""
    semey = CampaignId("semey", "semey-demo")
    async with database.write() as connection:
        await campaign.add_campaign(connection, semey)
    order: list[str] = []

    async def hold() -> None:
        async with database.write() as connection:
            await campaign.get_revision(connection, semey, lock=True)
            order.append("first in")
            await asyncio.sleep(0.2)
            order.append("first out")

    async def follow() -> None:
        await asyncio.sleep(0.05)
        async with database.write() as connection:
            await campaign.get_revision(connection, semey, lock=True)
            order.append("second in")

    await asyncio.gather(hold(), follow())
    assert order == ["first in", "first out", "second in"]


async def test_sqlite_is_set_to_lose_nothing(sqlite_url: str) -> None:
    """SQLite keeps a write-ahead log, waits for the disk, and heeds foreign keys [E3]."""
    database = Database(sqlite_url)
    async with database.read() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    await database.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


async def test_many_writers_of_a_process_queue(database: Database) -> None:
    """More writers than the pool has connections all write, one after the other, and nothing is lost [E3]."""
    semey = CampaignId("semey", "semey-demo")
    async with database.write() as connection:
        await campaign.add_campaign(connection, semey)

    async def take() -> int:
        async with database.write() as connection:
            await campaign.get_revision(connection, semey, lock=True)
            return await ledger.take_number(connection, semey, "roll_size")

    numbers = await asyncio.gather(*(take() for _ in range(40)))
    assert sorted(numbers) == list(range(40))
