"""The movable clock: forward only, told to other processes by a file, printed on messages."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.client import SandboxRefusal
from sandbox.records import Json
from sandbox.running import RunningSandbox

INSTANTS: list[Json] = [
    {"name": {"kk": "Басы", "ru": "Начало"}, "at": "2020-01-01T00:00:00+06:00"},
    {"name": "2099", "at": "2099-01-01T00:00:00+05:00"},
]


def names_in(folder: Path) -> list[str]:
    """Names of the files in a folder."""
    return [path.name for path in folder.iterdir()]


async def test_the_clock_moves_forward_only(tmp_path: Path) -> None:
    """The clock jumps by seconds or to an instant and never back; its file follows each move [N1]."""
    file = tmp_path / "clock.json"
    async with RunningSandbox(clock_file=file, instants=INSTANTS) as sandbox:
        assert json.loads(file.read_text()) == {"offset": 0.0}
        before = await sandbox.now()
        await sandbox.move_clock(seconds=3600)
        assert json.loads(file.read_text()) == {"offset": 3600.0}
        later = before + timedelta(days=3)
        await sandbox.move_clock(later)
        assert timedelta(0) <= await sandbox.now() - later < timedelta(seconds=30)
        offset = json.loads(file.read_text())["offset"]
        for bad in ({"to": before.isoformat()}, {"advance": -1}, {"advance": 0}, {"advance": "1"}, {}):
            with pytest.raises(SandboxRefusal):
                await sandbox.post("/api/clock", json=bad)
        for bad in ({"to": "soon"}, {"to": "2099-01-01T00:00:00"}):
            with pytest.raises(SandboxRefusal, match="instant"):
                await sandbox.post("/api/clock", json=bad)
        assert json.loads(file.read_text())["offset"] == offset
        assert names_in(tmp_path) == ["clock.json"]
        instants = (await sandbox.get("/api/instants"))["instants"]
        assert [(instant["name"]["ru"], instant["is_past"]) for instant in instants] == [
            ("Начало", True),
            ("2099", False),
        ]


async def test_a_clock_file_says_where_to_begin(tmp_path: Path) -> None:
    """A file that is there already sets the beginning, so that a demo may start in another year [N1]."""
    file = tmp_path / "clock.json"
    begin = datetime(2024, 1, 20, 6, tzinfo=UTC)
    file.write_text(json.dumps({"offset": begin.timestamp() - time.time()}))
    async with RunningSandbox(clock_file=file) as sandbox:
        person = await sandbox.add_person("Айгүл")
        view = await person.start(wait=False)
        assert view.messages[0]["date"].startswith("2024-01-20T06:00:")
