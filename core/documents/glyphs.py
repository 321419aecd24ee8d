"""Which letters the shipped fonts have, and what is left of a person's text when it is printed with them.

Separate because an archival PDF may not have a letter without a glyph, and people write emoji.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""The fonts of all documents; those of the machine are never looked at, so that bytes stay the same."""

UNKNOWN = "\ufffd"
"""What is printed in place of letters that no shipped font has: a reader sees that something stood there."""

_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
# Controls, marks of direction and other invisible letters, halves of surrogates, letters for private use.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_TABLES_AT = 12
_TABLE_ENTRY = 16
_CMAP_HEADER = 4
_CMAP_ENTRY = 8
_FORMAT = 4  # the only one that the shipped fonts use
_SEGMENTS_AT = 14


def tidy(text: str) -> str:
    """Return ``text`` without what nobody sees: controls, marks of direction, invisible letters.

    Line breaks stay, all of one kind. What is left may stand in any document; no word is changed.
    """
    whole = unicodedata.normalize("NFC", _BREAKS.sub("\n", text).replace("\t", " "))
    return "".join(sign for sign in whole if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)


def printable(text: str) -> str:
    """Return ``tidy`` text in which each run of letters that no shipped font has is one ``UNKNOWN``."""
    known = _covered()
    shown: list[str] = []
    for sign in tidy(text):
        if sign == "\n" or sign in known:
            shown.append(sign)
        # A mark on the letter before it says nothing by itself.
        elif shown[-1:] != [UNKNOWN] and not unicodedata.combining(sign):
            shown.append(UNKNOWN)
    return "".join(shown)


@cache
def _covered() -> frozenset[str]:
    """Return what every font of every style has: a heading must not lose what the text below it shows."""
    fonts = [frozenset(_letters(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*fonts)


def _letters(font: bytes) -> Iterator[str]:
    """Yield the letters of a TrueType font by its table ``cmap`` (OpenType, format 4)."""
    at = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, at + 2)
    entries = [
        struct.unpack_from(">HHI", font, at + _CMAP_HEADER + _CMAP_ENTRY * each) for each in range(count)
    ]
    start = at + next(offset for platform, _, offset in entries if platform == 3)  # noqa: PLR2004  Windows'
    kind, _, _, doubled = struct.unpack_from(">4H", font, start)
    if kind != _FORMAT:
        raise ValueError(f"a font with a cmap of format {kind}")
    ends = struct.unpack_from(f">{doubled // 2}H", font, start + _SEGMENTS_AT)
    starts = struct.unpack_from(f">{doubled // 2}H", font, start + _SEGMENTS_AT + doubled + 2)
    for first, last in zip(starts, ends, strict=True):
        # The last segment is 0xFFFF, which is no letter.
        yield from (chr(code) for code in range(first, last + 1) if code != 0xFFFF)  # noqa: PLR2004


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for each in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, _TABLES_AT + _TABLE_ENTRY * each)
        if tag == name:
            return int(offset)
    raise ValueError(f"a font without {name!r}")
