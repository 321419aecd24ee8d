"""The few marks of an announcement's text, and how long people see it (G2).

Separate from the verdicts, because the messenger sends and pages show what is made of the marks here.
"""

import re

MOST_TEXT, MOST_CAPTION = 4096, 1024
"""What Telegram takes after the marks are read, counted in UTF-16 units: alone, and below a file."""

FOOTER_ROOM = 120
"""How much of that is left for the footer, which says how to get no more of them."""

MARK = re.compile(
    r"\*\*(?P<bold>\S|\S[^\n]*?\S)\*\*"
    r"|__(?P<italic>\S|\S[^\n]*?\S)__"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<address>[^()\s]+)\)"
)
"""Bold words, words in italics, or words with an address behind them, each in one line."""

_ADDRESS = re.compile(r"https://[^\s/?#\"<>]+\.[^\s\"<>]+")
_PLAIN_LINK = re.compile(r"\b(?!https:)[a-z][a-z0-9+.-]*://\S*", re.IGNORECASE)


def length_of(text: str) -> int:
    """Return how long people see the text, as Telegram counts: what is outside of Unicode's plane 0 twice."""
    shown = MARK.sub(lambda mark: mark["bold"] or mark["italic"] or mark["words"], text.strip())
    return len(shown.encode("utf-16-le")) // 2


def most_length(*, has_file: bool) -> int:
    """Return how long a text may be, alone or below a file."""
    return (MOST_CAPTION if has_file else MOST_TEXT) - FOOTER_ROOM


def wrong_link(text: str) -> str | None:
    """Return the first address that is none of ``https://``, ``None`` where all are good."""
    for mark in MARK.finditer(text):
        if mark["address"] is not None and not _ADDRESS.fullmatch(mark["address"]):
            return mark["address"]
    found = _PLAIN_LINK.search(text)
    return found[0] if found is not None else None
