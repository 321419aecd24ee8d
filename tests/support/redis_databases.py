"""Borrows one of Redis's numbered databases, so that workers and checkouts on one machine do not meet.

Separate because the borrowing has a rule of its own: a database with somebody else's data is never taken,
since a test begins by emptying it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from redis import Redis

from tests.support.services import REDIS_SERVER

_OURS = "qatysu-tests:databases"
_LEASE_SECONDS = 3600


@contextmanager
def borrowed_redis() -> Iterator[str]:
    """Give the address of an empty database that is ours until the block ends.

    Raises:
        LookupError: every database is in use.
    """
    with Redis.from_url(REDIS_SERVER) as ledger:
        number = _borrow(ledger)
        try:
            yield redis_url(number)
        finally:
            empty(redis_url(number))
            ledger.srem(_OURS, str(number))
            ledger.delete(_lease(number))


def redis_url(number: int) -> str:
    """Return the address of database `number` on the tests' Redis."""
    return urlsplit(REDIS_SERVER)._replace(path=f"/{number}").geturl()


def empty(url: str) -> None:
    """Remove everything from the database at `url`."""
    with Redis.from_url(url) as database:
        database.flushdb()


def _borrow(ledger: Redis) -> int:
    for number in range(1, 16):
        if not ledger.set(_lease(number), "leased", nx=True, ex=_LEASE_SECONDS):
            continue
        # A killed run leaves its rows and this mark behind; without the mark the rows are somebody else's.
        if ledger.sismember(_OURS, str(number)) or _is_empty(number):
            ledger.sadd(_OURS, str(number))
            return number
        ledger.delete(_lease(number))
    message = "all of Redis's numbered databases are in use"
    raise LookupError(message)


def _is_empty(number: int) -> bool:
    with Redis.from_url(redis_url(number)) as database:
        return bool(database.dbsize() == 0)


def _lease(number: int) -> str:
    return f"qatysu-tests:lease:{number}"
