"""The memory of screens on disk behaves as aiogram's storages do, and forgets what is old."""

import asyncio
import json
import sqlite3
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey

from app.parts import make_memory
from bot.fsm_storage import SqliteStorage
from core.settings import Settings

KEY = StorageKey(bot_id=1, chat_id=2, user_id=2)
OTHER_KEYS = (
    replace(KEY, bot_id=9),
    replace(KEY, chat_id=9),
    replace(KEY, user_id=9),
    replace(KEY, thread_id=9),
    replace(KEY, business_connection_id="b"),
    replace(KEY, destiny="aiogd:stack:"),
)
MONTH = 30 * 24 * 3600


class Sample(StatesGroup):
    """A state group."""

    first = State()


@pytest.fixture(params=["sqlite", "redis"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[BaseStorage]:
    """The memory that the settings choose, on one machine and on several."""
    redis_url = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    settings = Settings(_env_file=None, redis_url=redis_url, fsm_path=tmp_path / "new" / "fsm.sqlite3")
    memory = await make_memory(settings)
    yield memory.storage
    await memory.storage.close()


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[SqliteStorage]:
    """The memory on disk."""
    storage = await SqliteStorage.open(tmp_path / "fsm.sqlite3")
    yield storage
    await storage.close()


async def test_states_are_kept_and_removed(storage: BaseStorage) -> None:
    """A state is kept by its name, replaced, and gone after None [P5]."""
    assert await storage.get_state(KEY) is None
    await storage.set_state(KEY, Sample.first)
    assert await storage.get_state(KEY) == "Sample:first"
    await storage.set_state(KEY, "plain")
    assert await storage.get_state(KEY) == "plain"
    await storage.set_state(KEY, None)
    assert await storage.get_state(KEY) is None


async def test_data_is_kept_as_json(storage: BaseStorage) -> None:
    """Data comes back as JSON holds it, Kazakh letters included, and an update merges [P5]."""
    assert await storage.get_data(KEY) == {}
    await storage.set_data(KEY, {"сөз": "Қарағайлы", "pages": [1, {"a": None}]})
    assert await storage.get_data(KEY) == {"сөз": "Қарағайлы", "pages": [1, {"a": None}]}
    assert await storage.get_value(KEY, "сөз") == "Қарағайлы"
    assert await storage.update_data(KEY, {"pages": 2}) == {"сөз": "Қарағайлы", "pages": 2}
    await storage.set_data(KEY, {})
    assert await storage.get_data(KEY) == {}


async def test_every_part_of_the_key_counts(storage: BaseStorage) -> None:
    """Bots, chats, people, topics, business connections and destinies never meet [P9]."""
    await storage.set_data(KEY, {"mine": True})
    for number, key in enumerate(OTHER_KEYS):
        assert await storage.get_data(key) == {}
        await storage.set_data(key, {"number": number})
        await storage.set_state(key, f"state-{number}")
    assert await storage.get_data(KEY) == {"mine": True}
    assert await storage.get_state(KEY) is None
    for number, key in enumerate(OTHER_KEYS):
        assert await storage.get_data(key) == {"number": number}
        assert await storage.get_state(key) == f"state-{number}"


async def test_state_and_data_are_apart(storage: BaseStorage) -> None:
    """Removing one leaves the other [P5]."""
    await storage.set_state(KEY, "s")
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY, None)
    assert await storage.get_data(KEY) == {"a": 1}
    await storage.set_state(KEY, "s")
    await storage.set_data(KEY, {})
    assert await storage.get_state(KEY) == "s"


async def test_what_json_cannot_hold_is_refused(storage: BaseStorage) -> None:
    """A datetime or a list instead of a mapping fails at once and changes nothing [P5]."""
    await storage.set_data(KEY, {"a": 1})
    with pytest.raises(TypeError):
        await storage.set_data(KEY, {"at": datetime(2026, 1, 1, tzinfo=UTC)})
    with pytest.raises(DataNotDictLikeError):
        await storage.set_data(KEY, ["a"])  # type: ignore[arg-type]
    assert await storage.get_data(KEY) == {"a": 1}


async def test_updates_that_come_together_are_all_kept(file: SqliteStorage) -> None:
    """A hundred concurrent updates of one context lose none of their values [E3]."""
    await asyncio.gather(*(file.update_data(KEY, {str(number): number}) for number in range(100)))
    assert await file.get_data(KEY) == {str(number): number for number in range(100)}


async def test_two_processes_may_share_the_file_for_a_moment(file: SqliteStorage, tmp_path: Path) -> None:
    """While an old process ends, a new one already writes; neither fails or loses anything [N1]."""
    second = await SqliteStorage.open(tmp_path / "fsm.sqlite3")
    keys = [replace(KEY, chat_id=number) for number in range(50)]
    writers = [(file, second)[number % 2] for number in range(50)]
    await asyncio.gather(
        *(writer.set_data(key, {"n": key.chat_id}) for writer, key in zip(writers, keys, strict=True))
    )
    assert [await file.get_data(key) for key in keys] == [{"n": key.chat_id} for key in keys]
    await second.close()


async def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    """What was open is open after the next start [P5]."""
    first = await SqliteStorage.open(tmp_path / "fsm.sqlite3")
    await first.set_data(KEY, {"page": 3})
    await first.close()
    second = await SqliteStorage.open(tmp_path / "fsm.sqlite3")
    assert await second.get_data(KEY) == {"page": 3}
    await second.close()


async def test_what_is_empty_leaves_no_row(file: SqliteStorage, tmp_path: Path) -> None:
    """A closed screen leaves nothing on the disk [M2]."""
    await file.set_data(KEY, {"a": 1})
    await file.set_state(KEY, "s")
    await file.set_data(KEY, {})
    await file.set_state(KEY, None)
    assert _rows(tmp_path) == []


async def test_old_screens_are_cleared_but_not_those_below_an_open_one(
    file: SqliteStorage, tmp_path: Path
) -> None:
    """After 30 days a screen is forgotten, unless it waits in a stack that is still used [M2]."""
    stack = replace(KEY, destiny="aiogd:stack:")
    below, top, abandoned = (replace(KEY, destiny=f"aiogd:context:{name}") for name in ("low", "top", "old"))
    elsewhere = replace(below, chat_id=3, user_id=3)
    for key in (below, top, abandoned, elsewhere):
        await file.set_data(key, {"state": "s"})
    await file.set_data(stack, {"intents": ["low", "top"]})
    now = time.time()
    _age(tmp_path, int(now - 2 * MONTH), destinies=("aiogd:context:low", "aiogd:context:old"))
    assert await file.forget_before(now - MONTH) == 2
    assert await file.get_data(below) == {"state": "s"}
    assert await file.get_data(top) == {"state": "s"}
    assert await file.get_data(abandoned) == {}
    assert await file.get_data(elsewhere) == {}


def _rows(tmp_path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(tmp_path / "fsm.sqlite3") as connection:
        rows = connection.execute("SELECT destiny, data FROM context").fetchall()
    connection.close()
    return [(destiny, json.loads(data)) for destiny, data in rows]


def _age(tmp_path: Path, instant: int, *, destinies: tuple[str, ...]) -> None:
    with sqlite3.connect(tmp_path / "fsm.sqlite3") as connection:
        for destiny in destinies:
            connection.execute("UPDATE context SET touched_at = ? WHERE destiny = ?", (instant, destiny))
    connection.close()


async def test_what_is_removed_leaves_no_bytes_behind(tmp_path: Path) -> None:
    """What a screen kept is overwritten in the file when it is removed, short or long [P1] [M1]."""
    path = tmp_path / "fsm.sqlite3"
    storage = await SqliteStorage.open(path)
    for place, words in enumerate(("забытое", "забытое " * 2000)):
        await storage.set_data(replace(KEY, user_id=place), {"words": words})
    for place in range(2):
        await storage.set_data(replace(KEY, user_id=place), {})
    await storage.close()
    assert "забытое".encode() not in path.read_bytes()
