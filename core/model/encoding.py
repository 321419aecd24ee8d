"""How everything that is hashed or signed is written down (ledger 1)."""

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

VERSION = 1
"""The version that stands in every leaf and signed message."""


def canonical(value: Mapping[str, Any]) -> str:
    """Return canonical JSON: sorted keys, no spaces; raise ``TypeError`` for anything inexact."""
    _refuse_inexact(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _refuse_inexact(value: object) -> None:
    match value:
        case None | bool() | int() | str():
            return
        case Mapping():
            for key, item in value.items():
                if not isinstance(key, str):
                    raise TypeError(f"a key must be text: {key!r}")
                _refuse_inexact(item)
        case list() | tuple():
            for item in value:
                _refuse_inexact(item)
        case _:
            raise TypeError(f"not canonical: {type(value).__name__}")


def entry(kind: str, campaign: str, **fields: Any) -> str:
    """Return a leaf or message in canonical form with its kind, version and campaign."""
    return canonical({"type": kind, "v": VERSION, "campaign": campaign, **fields})


def digest(text: str) -> bytes:
    """Return the SHA-256 of a canonical text."""
    return sha256(text.encode()).digest()


def keyed(key: bytes, label: str, *parts: bytes | str) -> bytes:
    """Return HMAC-SHA256 under ``key`` over an ASCII label and the parts, joined by zero bytes."""
    pieces = [label.encode("ascii"), *(part.encode() if isinstance(part, str) else part for part in parts)]
    return hmac.digest(key, b"\x00".join(pieces), sha256)
