"""Tells a database that is away from everything else that can go wrong with it.

Separate because fronts know no database and yet have to: what came while it was away is to be brought again,
whereas a fault of ours would only be repeated.
"""

import errno
import socket
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

# PostgreSQL: connections, who is let in and to which database, resources that ran out, a stop or a start.
_SQLSTATES = ("08", "28", "3D", "53", "57P")
# SQLite: another writer holds the file for too long, or the disk under it is away or full.
_SQLITE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_ERRNOS = {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ETIMEDOUT}
_SEVERAL_ADDRESSES = "Multiple exceptions"
_PRIMARY = 0xFF  # SQLite's extended codes carry the plain one in their last byte


def is_database_away(error: BaseException) -> bool:
    """Say whether the database could not be reached, so that the same work may succeed later."""
    match error:
        case BaseExceptionGroup():
            return any(is_database_away(each) for each in error.exceptions)
        case PoolExhausted() | ConnectionError() | socket.gaierror():
            return True
        case DBAPIError():
            return error.connection_invalidated or _says_away(error.orig)
        case OSError():
            return error.errno in _ERRNOS or str(error).startswith(_SEVERAL_ADDRESSES)
        case _:
            return False


def _says_away(told: BaseException | None) -> bool:
    if isinstance(told, sqlite3.Error):
        return (getattr(told, "sqlite_errorcode", 0) & _PRIMARY) in _SQLITE
    return str(getattr(told, "sqlstate", None) or "").startswith(_SQLSTATES)
