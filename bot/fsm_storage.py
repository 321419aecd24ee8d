"""The state of screens in an SQLite file of its own: one machine needs no Redis, and a restart loses nothing.

Separate from the campaign's database, because a screen is saved while a use case may hold its write lock.
"""

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import aiosqlite
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

_TABLE = """
CREATE TABLE IF NOT EXISTS context (
    bot_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    business_connection_id TEXT NOT NULL,
    destiny TEXT NOT NULL,
    state TEXT,
    data TEXT NOT NULL DEFAULT '{}',
    touched_at INTEGER NOT NULL,
    PRIMARY KEY (bot_id, chat_id, user_id, thread_id, business_connection_id, destiny)
) WITHOUT ROWID
"""
_KEY = ("bot_id", "chat_id", "user_id", "thread_id", "business_connection_id", "destiny")
_OF_KEY = " AND ".join(f"{column} = ?" for column in _KEY)
# Columns of this file only, never anything from outside.
_UPSERT = f"""
INSERT INTO context ({", ".join(_KEY)}, touched_at, {{column}})
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET {{column}} = excluded.{{column}}, touched_at = excluded.touched_at
"""  # noqa: S608
_SET_STATE = _UPSERT.format(column="state")
_SET_DATA = _UPSERT.format(column="data")
# A screen that waits below another one is not written to; it lives as long as the stack in which it stands.
_FORGET = """
DELETE FROM context AS old WHERE touched_at < :before AND NOT EXISTS (
    SELECT 1 FROM context AS stack, json_each(stack.data, '$.intents') AS intent
    WHERE stack.bot_id = old.bot_id AND stack.chat_id = old.chat_id
      AND stack.destiny LIKE 'aiogd:stack:%' AND stack.touched_at >= :before
      AND old.destiny = 'aiogd:context:' || intent.value)
"""
_EMPTY = "state IS NULL AND data = '{}'"


class SqliteStorage(BaseStorage):
    """aiogram's FSM storage over one connection; values are JSON, every part of the key counts."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._changing = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the file, making it and its folder where there is none."""
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = await aiosqlite.connect(path, isolation_level=None)
        # Losing the last moment of a screen in a power cut is worth less than a disk write for each press.
        settings = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "secure_delete=ON")
        for setting in settings:
            await connection.execute(f"PRAGMA {setting}")
        await connection.execute(_TABLE)
        return cls(connection)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep the state's name; ``None`` removes it."""
        name = state.state if isinstance(state, State) else state
        async with self._changing:
            await self._write(_SET_STATE, key, name)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state's name."""
        row = await self._read("state", key)
        return None if row is None else row[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the data; raise ``TypeError`` for what JSON can't hold."""
        text = _encode(data)
        async with self._changing:
            await self._write(_SET_DATA, key, text)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return the data, an empty mapping where there is none."""
        row = await self._read("data", key)
        return {} if row is None else json.loads(row[0])

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """Merge into the data and return all of it; changes that come together are all kept."""
        async with self._changing:
            merged = await self.get_data(key) | dict(data)
            await self._write(_SET_DATA, key, _encode(merged))
        return merged

    async def forget_before(self, instant: float) -> int:
        """Remove what was last touched before ``instant`` (unix seconds, real time); return how many rows."""
        cursor = await self._connection.execute(_FORGET, {"before": int(instant)})
        return cursor.rowcount

    async def close(self) -> None:
        """Close the file."""
        await self._connection.close()

    async def _read(self, column: str, key: StorageKey) -> Any:
        query = f"SELECT {column} FROM context WHERE {_OF_KEY}"  # noqa: S608  (the column is named in this file)
        rows = await self._connection.execute_fetchall(query, _parts(key))
        return next(iter(rows), None)

    async def _write(self, statement: str, key: StorageKey, value: str | None) -> None:
        parts = _parts(key)
        await self._connection.execute(statement, (*parts, int(time.time()), value))
        if value in {None, "{}"}:
            clean = f"DELETE FROM context WHERE {_OF_KEY} AND {_EMPTY}"  # noqa: S608  (constants of this file)
            await self._connection.execute(clean, parts)


def _parts(key: StorageKey) -> tuple[int, int, int, int, str, str]:
    """Return the columns of the key; SQLite would let NULLs of a key stand there twice."""
    return (
        key.bot_id,
        key.chat_id,
        key.user_id,
        key.thread_id or 0,
        key.business_connection_id or "",
        key.destiny,
    )


def _encode(data: Mapping[str, Any]) -> str:
    if not isinstance(data, Mapping):
        raise DataNotDictLikeError(f"data must be a mapping, got {type(data).__name__}")
    return json.dumps(dict(data), ensure_ascii=False)
