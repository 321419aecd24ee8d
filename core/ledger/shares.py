"""A box key in a safe: two halves of which neither tells anything, written so that people can type them.

Separate from the seal, because whoever votes or counts never meets a share (ledger 14).
"""

import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

KEY_LENGTH = 32
PARTS = (1, 2)
"""The two people between whom a box key is split."""

_CHECK_LENGTH = 8
_WRITTEN = re.compile(r"(?P<part>[12])(?P<half>[0-9a-f]{64})(?P<check>[0-9a-f]{8})")


class ShareBroken(Exception):
    """What was typed is no share of this territory's key: a letter is wrong, or it is another one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One of the two halves of a box key; ``part`` is 1 or 2."""

    part: int
    half: bytes


def split(private_key: bytes) -> tuple[Share, Share]:
    """Split a box key by XOR with random bytes: each half alone is random."""
    first = secrets.token_bytes(len(private_key))
    return Share(part=1, half=first), Share(part=2, half=_xor(private_key, first))


def combine(one: Share, other: Share) -> bytes:
    """Return the key whose halves these are; raise ``ShareBroken`` for one and the same half twice."""
    if one.part == other.part:
        raise ShareBroken("both are the same half")
    return _xor(one.half, other.half)


def written(share: Share, *, campaign: str, territory: str) -> str:
    """Return a share as it is printed: part, half and check digits in groups of four."""
    half = share.half.hex()
    return f"{share.part} {_grouped(half)} {_grouped(_check(share.part, half, campaign, territory))}"


def read_share(text: str, *, campaign: str, territory: str) -> Share:
    """Return the share that was typed or uploaded; spaces, lines, hyphens and capitals do not matter.

    Raises:
        ShareBroken: where a letter is wrong, or the share belongs to another campaign or territory.
    """
    found = _WRITTEN.fullmatch(re.sub(r"[\s-]", "", text).lower())
    if found is None:
        raise ShareBroken("not written as a share")
    part, half = int(found["part"]), found["half"]
    if _check(part, half, campaign, territory) != found["check"]:
        raise ShareBroken("the check digits do not fit")
    return Share(part=part, half=bytes.fromhex(half))


def _check(part: int, half: str, campaign: str, territory: str) -> str:
    named = "\0".join(("qatysu-share-1", campaign, territory, str(part), half))
    return sha256(named.encode()).hexdigest()[:_CHECK_LENGTH]


def _grouped(text: str) -> str:
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))
