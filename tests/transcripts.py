"""Conversations kept as golden files in both languages: texts can be read on the screens where they stand.

Separate because every capability's walk is kept alike. ``UPDATE_TRANSCRIPTS=1`` writes them anew instead of
comparing; what has changed is then read in the difference.
"""

import os
from pathlib import Path

from sandbox.client import Person, View

FOLDER = Path(__file__).with_name("transcripts")
SCREEN_LENGTH = 1_500
"""Characters that a phone shows in two turns of the thumb."""

BUTTON_LENGTH = 30
"""Characters of a button that a phone shows in one line."""

ROWS = 11
"""Rows of buttons under one message."""


async def keep(person: Person, language: str, name: str) -> None:
    """Compare somebody's whole conversation with the golden file, or write that where it is asked for."""
    transcript = f"{(await person.transcript()).rstrip()}\n"
    path = FOLDER / language / f"{name}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS", "") not in {"", "0"}:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(transcript, encoding="utf-8")
    assert path.exists(), f"no {path.name}: write it with UPDATE_TRANSCRIPTS=1"
    assert transcript == path.read_text(encoding="utf-8")


def assert_fits(view: View) -> None:
    """Assert that every message on a phone, with its buttons, fits on its screen (P5)."""
    for message in view.messages:
        if message["from"] == "bot":
            assert len(message["text"]) <= SCREEN_LENGTH, message["text"]
            rows = message["buttons"]
            assert len(rows) <= ROWS, message["text"]
            labels = [button["label"] for row in rows for button in row]
            assert [label for label in labels if len(label) > BUTTON_LENGTH] == []
