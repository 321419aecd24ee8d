"""The campaign's clock: real time, or real time and what a file adds to it."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import FileClock, SystemClock, make_clock
from tests.support.clock import FakeClock


def _tell(path: Path, offset: float) -> None:
    partial = path.with_suffix(".part")
    partial.write_text(json.dumps({"offset": offset}), encoding="utf-8")
    partial.replace(path)


def test_real_time_is_aware_and_in_utc() -> None:
    """The machine's time comes as an instant of UTC [P8]."""
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert isinstance(make_clock(None), SystemClock)


def test_the_file_moves_the_clock_at_once(tmp_path: Path, clock: FakeClock) -> None:
    """A replaced file counts from the next question on; without a file it is real time [N1]."""
    path = tmp_path / "clock.json"
    moved = FileClock(path, clock)
    assert moved.now() == clock.now()
    _tell(path, 3600)
    assert moved.now() == clock.now() + timedelta(hours=1)
    clock.advance(timedelta(minutes=5))
    assert moved.now() == clock.now() + timedelta(hours=1)
    _tell(path, 86_400.5)
    assert moved.now() == clock.now() + timedelta(days=1, seconds=0.5)


def test_the_clock_never_goes_back(tmp_path: Path, clock: FakeClock) -> None:
    """A smaller offset, or a file that is gone, does not undo what has happened [N1]."""
    path = tmp_path / "clock.json"
    moved = FileClock(path, clock)
    _tell(path, 3600)
    assert moved.now() == clock.now() + timedelta(hours=1)
    _tell(path, 60)
    assert moved.now() == clock.now() + timedelta(hours=1)
    path.unlink()
    assert moved.now() == clock.now() + timedelta(hours=1)


def test_two_moves_within_one_tick_of_the_disk_are_both_seen(tmp_path: Path) -> None:
    """A file replaced twice with the same time of change is read twice [N1]."""
    path = tmp_path / "clock.json"
    real = FakeClock(datetime(2026, 1, 1, tzinfo=UTC))
    moved = FileClock(path, real)
    _tell(path, 10)
    os.utime(path, (1, 1))
    assert moved.now() == real.now() + timedelta(seconds=10)
    keep = path.with_name("keep")
    path.rename(keep)
    _tell(path, 20)
    os.utime(path, (1, 1))
    assert moved.now() == real.now() + timedelta(seconds=20)
