"""What `make bench` prints: one object a line, each beside its baseline."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from bench import effort, register
from tests.house import tree

SCREENS = ("home", "list", "card", "question", "receipt", "rules", "language", "place", "verification")
LANGUAGES = ("kk", "ru")
MEASURED = ("browse", "card", "vote_sqlite", "vote_sqlite_16", *register.NAMES)
COUNTED = tuple(f"effort_{way}_{language}" for way in effort.WAYS for language in LANGUAGES)

NO_SERVER = "postgresql://postgres@127.0.0.1:1/postgres"
MESSAGE_BYTES = 4096 * 4
"""More than any message of Telegram's 4096 characters takes."""


@pytest.fixture(scope="module")
def lines() -> Mapping[str, Mapping[str, Any]]:
    """The lines of a run that does a fiftieth, without PostgreSQL, by their names."""
    environment = {**os.environ, "BENCH_SHARE": "0.02", "QATYSU_TEST_POSTGRES": NO_SERVER}
    outcome = subprocess.run(
        [sys.executable, "-m", "bench"],
        cwd=tree.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    printed = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert len({line["name"] for line in printed}) == len(printed)
    return {line["name"]: line for line in printed}


@pytest.mark.slow
def test_everything_stands_beside_a_named_baseline(lines: Mapping[str, Mapping[str, Any]]) -> None:
    """Taps, votes, proposals, screens have value, baseline, ratio, and what it is, in both languages [P5]."""
    screens = {f"screen_bytes_{screen}_{language}" for screen in SCREENS for language in LANGUAGES}
    assert set(lines) == {*MEASURED, *COUNTED, *screens, "vote_postgresql"}
    for line in (lines[name] for name in (*MEASURED, *COUNTED, *screens)):
        assert line["value"] > 0
        assert line["baseline"] > 0
        assert line["ratio"] == round(line["value"] / line["baseline"], 3)
        assert line["unit"]
        assert line["against"]


@pytest.mark.slow
def test_a_missing_service_is_said(lines: Mapping[str, Mapping[str, Any]]) -> None:
    """What could not be measured has a line that says why, never a number [P5]."""
    assert lines["vote_postgresql"] == {
        "name": "vote_postgresql",
        "omitted": "missing service: PostgreSQL",
    }


@pytest.mark.slow
def test_a_vote_is_one_transaction(lines: Mapping[str, Mapping[str, Any]]) -> None:
    """A vote is checked, entered and sealed in one transaction [E3]."""
    assert lines["vote_sqlite"]["transactions"] == 1
    assert lines["vote_sqlite"]["statements"] > 1


@pytest.mark.slow
def test_no_screen_is_heavier_than_a_message(lines: Mapping[str, Mapping[str, Any]]) -> None:
    """Every screen is text that fits into one message, and lighter than a picture [P5]."""
    for name, line in lines.items():
        if name.startswith("screen_bytes_"):
            assert line["value"] < min(MESSAGE_BYTES, line["baseline"])
