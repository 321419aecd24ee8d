"""Reads the swear words of both languages: an editor keeps the list, apart from the rule that looks (B3)."""

from pathlib import Path

from core.model.letters import fold

FILE_NAME = "swearing.txt"
"""The list, beside the folders of the languages: people mix them when they swear."""


def read_stems(folder: Path) -> frozenset[str]:
    """Return the folded beginnings of swear words in ``folder``; raise ``OSError`` without a list there (B3).

    One stands in a line; ``#`` begins a comment. A ``$`` behind it says that it is a whole word.
    """
    lines = (line.partition("#")[0].strip() for line in (folder / FILE_NAME).read_text("utf-8").splitlines())
    return frozenset(fold(line) for line in lines if line)
