"""Turns a template and facts into a PDF or a picture: the one place that knows the typesetter.

Separate because every document needs the same: fonts of our own, one fixed instant, text that is only text.
"""

import json
import re
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore

from core.documents import press
from core.documents.glyphs import FONTS, printable

TEMPLATES = Path(__file__).parent / "templates"
"""The templates, one a document, and their common style."""

# Accessible and for archives: tagged, with its fonts inside, and nothing fetched from elsewhere.
_STANDARD = "a-2a"
# The machine has other work to do, and a document is a tenth of a second.
_AT_ONCE = BoundedSemaphore(2)
_SECONDS = 120
_SIZE = struct.Struct(">I")
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"")


class TypesettingError(Exception):
    """A document could not be set: its template is broken, or it took too long; holds nothing of its text."""


def typeset(template: str, facts: Mapping[str, object], at: datetime) -> bytes:
    """Return the template ``templates/<template>.typ`` with ``facts`` as PDF/A, made at the instant ``at``.

    Facts are strings, whole numbers, truths, ``None``, and lists and tables of these. They reach the template
    as data: nothing in them is ever read as its language. Equal template, facts and instant give equal bytes.
    Takes a tenth of a second and blocks: call it by ``asyncio.to_thread``.

    Raises:
        TypesettingError: where the template is broken.
    """
    how = {"format": "pdf", "pdf_standards": _STANDARD, "timestamp": int(at.timestamp())}
    return _set(template, facts, how)[0]


def depict(template: str, facts: Mapping[str, object], *, ppi: int = 80) -> list[bytes]:
    """Return the pages of the same document as PNG, for a preview; ``ppi`` is pixels an inch."""
    return _set(template, facts, {"format": "png", "ppi": ppi})


def _set(template: str, facts: Mapping[str, object], how: Mapping[str, object]) -> list[bytes]:
    order = {
        "template": str(TEMPLATES / f"{template}.typ"),
        "root": str(TEMPLATES),
        "fonts": str(FONTS),
        "facts": json.dumps(_printable(facts), ensure_ascii=False, sort_keys=True),
        "how": how,
    }
    with _AT_ONCE:
        try:
            # Our own interpreter with our own file; what people wrote goes in as data.
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-I", press.__file__],
                input=json.dumps(order).encode(),
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise TypesettingError(f"{template}: not set within {_SECONDS} seconds") from None
    if done.returncode:
        raise TypesettingError(f"{template}: {_QUOTED.sub('…', done.stderr.decode(errors='replace'))}")
    return [*_parts(done.stdout)]


def _parts(answer: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(answer):
        (size,) = _SIZE.unpack_from(answer, place)
        yield answer[place + _SIZE.size : place + _SIZE.size + size]
        place += _SIZE.size + size


def _printable(fact: object) -> object:
    """Return a fact in which every text can be printed with the shipped fonts."""
    match fact:
        case str():
            return printable(fact)
        case Mapping():
            return {str(key): _printable(each) for key, each in fact.items()}
        case tuple() | list():
            return [_printable(each) for each in fact]
        case None | bool() | int():
            return fact
        case _:
            raise TypeError(f"a document can't print {type(fact).__name__}")
