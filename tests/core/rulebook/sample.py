"""Shipped rulebooks as text, and a way to break them; apart, since every test begins with a sound file."""

from pathlib import Path

from core.rulebook.loader import read
from core.rulebook.problems import RulebookError, RulebookErrors

FOLDER = Path(__file__).parents[3] / "rulebooks"
SHIPPED = tuple(sorted(FOLDER.glob("*.toml")))
DEMO = (FOLDER / "semey-demo.toml").read_text(encoding="utf-8")


def edited(*edits: tuple[str, str], text: str = DEMO) -> str:
    """Return the text with each first part replaced once by its second; it must occur."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def errors_of(text: str) -> tuple[RulebookError, ...]:
    """Return what the loader has against the text; nothing where it takes it."""
    try:
        read(text, "sample.toml")
    except RulebookErrors as refused:
        return refused.errors
    return ()


def line_of(text: str, fragment: str) -> int:
    """Return the first line that holds the fragment, counted from 1."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if fragment in line)
