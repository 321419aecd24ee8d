"""The marks of a text that the akimat has typed, as Telegram's HTML (G2).

Separate from `markup`, which is the boundary that everything else crosses unmarked.
"""

import re

from core.language.markup import Safe, escape
from core.rules.announcement_text import MARK


def as_html(text: str) -> Safe:
    """Return the text with ``<b>``, ``<i>`` and ``<a>`` for its marks; the rest is shown as typed."""
    made, end = [], 0
    for mark in MARK.finditer(text):
        made += [escape(text[end : mark.start()]), _tagged(mark)]
        end = mark.end()
    return Safe("".join([*made, escape(text[end:])]))


def _tagged(mark: re.Match[str]) -> str:
    if mark["bold"] is not None:
        return f"<b>{escape(mark['bold'])}</b>"
    if mark["italic"] is not None:
        return f"<i>{escape(mark['italic'])}</i>"
    return f'<a href="{escape(mark["address"])}">{escape(mark["words"])}</a>'
