"""The few marks of an announcement's text, and how long people see it (G2).

Separate from the verdicts, because the messenger sends and pages show what is made of the marks here.
"""

import html
import re

MOST_TEXT, MOST_CAPTION = 4096, 1024
"""What Telegram takes after the marks are read, counted in UTF-16 units: alone, and below a file."""

FOOTER_ROOM = 120
"""How much of that is left for the footer, which says how to get no more of them."""

_MARK = re.compile(
    r"\*\*(?P<bold>\S|\S[^\n]*?\S)\*\*"
    r"|__(?P<italic>\S|\S[^\n]*?\S)__"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<address>[^()\s]+)\)"
)
_ADDRESS = re.compile(r"https://[^\s/?#\"<>]+\.[^\s\"<>]+")
_PLAIN_LINK = re.compile(r"\b(?!https:)[a-z][a-z0-9+.-]*://\S*", re.IGNORECASE)


def as_html(text: str) -> str:
    """Return the text as Telegram's HTML: ``<b>``, ``<i>`` and ``<a>`` for the marks, the rest as typed."""
    made, end = [], 0
    for mark in _MARK.finditer(text):
        made += [_escaped(text[end : mark.start()]), _tagged(mark)]
        end = mark.end()
    return "".join([*made, _escaped(text[end:])])


def length_of(text: str) -> int:
    """Return how long people see the text, as Telegram counts: what is outside of Unicode's plane 0 twice."""
    shown = _MARK.sub(lambda mark: mark["bold"] or mark["italic"] or mark["words"], text.strip())
    return len(shown.encode("utf-16-le")) // 2


def most_length(*, has_file: bool) -> int:
    """Return how long a text may be, alone or below a file."""
    return (MOST_CAPTION if has_file else MOST_TEXT) - FOOTER_ROOM


def wrong_link(text: str) -> str | None:
    """Return the first address that is none of ``https://``, ``None`` where all are good."""
    for mark in _MARK.finditer(text):
        if mark["address"] is not None and not _ADDRESS.fullmatch(mark["address"]):
            return mark["address"]
    found = _PLAIN_LINK.search(text)
    return found[0] if found is not None else None


def _tagged(mark: re.Match[str]) -> str:
    if mark["bold"] is not None:
        return f"<b>{_escaped(mark['bold'])}</b>"
    if mark["italic"] is not None:
        return f"<i>{_escaped(mark['italic'])}</i>"
    return f'<a href="{_escaped(mark["address"])}">{_escaped(mark["words"])}</a>'


def _escaped(text: str) -> str:
    # Telegram knows &quot; but not every name of the apostrophe.
    return html.escape(text, quote=False).replace('"', "&quot;")
