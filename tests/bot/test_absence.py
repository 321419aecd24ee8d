"""A database or a Redis that is away, told from every other error."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from bot.absence import is_away
from core.store.database import Database


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+asyncpg://nobody@127.0.0.1:1/none",
        "postgresql+asyncpg://postgres@127.0.0.1:5432/no-such-database",
    ],
)
async def test_a_database_that_is_away_is_known(url: str) -> None:
    """Neither a server that does not answer nor one without the database is a fault of the update [N1]."""
    database = Database(url)
    with pytest.raises(Exception) as caught:  # noqa: PT011  (each driver has its own)
        async with database.write():
            pass
    await database.dispose()
    assert is_away(caught.value)


@pytest.mark.parametrize(("file", "is_so"), [("/no/such/folder/file", True), (":memory:", False)])
def test_a_file_that_is_away_is_known(file: str, is_so: bool) -> None:  # noqa: FBT001
    """A disk that is away is told from a statement that is wrong [N1]."""
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(file).execute("SELECT nothing")
    assert is_away(OperationalError("", {}, caught.value)) is is_so


async def test_a_lost_connection_is_known_and_a_wrong_query_too(postgres_url: str) -> None:
    """A server that goes away in the middle is away; a statement that is wrong is a fault of ours [N1]."""
    database = Database(postgres_url)
    for statement, is_so in (
        ("SELECT pg_terminate_backend(pg_backend_pid())", True),
        ("SELECT nothing", False),
    ):
        with pytest.raises(Exception) as caught:  # noqa: PT011
            async with database.write() as connection:
                await connection.exec_driver_sql(statement)
        assert is_away(caught.value) is is_so
        assert is_away(ExceptionGroup("several", [caught.value])) is is_so
    await database.dispose()
    assert not is_away(FileNotFoundError())
