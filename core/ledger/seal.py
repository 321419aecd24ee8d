"""The sealed vote: a choice that nobody reads before the territory's box key is used (ledger 3)."""

import json

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from core.model.encoding import canonical

PADDED_LENGTH = 96
"""Bytes inside every seal; a vote for project 7 and one for project 1207 look alike."""


class SealBroken(Exception):
    """A sealed vote does not open with this key or does not belong to this campaign and territory."""


def seal(public_key: bytes, *, campaign: str, territory: str, project: int) -> bytes:
    """Seal a choice to the box key, all in one length; raise ``ValueError`` for slugs that do not fit."""
    return bytes(SealedBox(PublicKey(public_key)).encrypt(_inside(campaign, territory, project)))


def unseal(
    private_key: bytes, sealed: bytes, *, campaign: str, territory: str, ballot: frozenset[int]
) -> int:
    """Return the project inside; raise ``SealBroken`` unless it is a vote of this ballot."""
    try:
        inside = SealedBox(PrivateKey(private_key)).decrypt(sealed)
    except CryptoError as error:
        raise SealBroken("the box key does not open a sealed vote") from error
    try:
        project = json.loads(inside)["project"]
        expected = _inside(campaign, territory, project)
    except (ValueError, KeyError, TypeError) as error:
        raise SealBroken("a sealed vote is not written as one") from error
    if inside != expected or project not in ballot:
        raise SealBroken("a sealed vote is for another campaign, territory or list")
    return int(project)


def _inside(campaign: str, territory: str, project: int) -> bytes:
    inside = canonical({"campaign": campaign, "project": project, "territory": territory}).encode()
    if len(inside) > PADDED_LENGTH:
        raise ValueError("campaign and territory are too long for a seal")
    return inside.ljust(PADDED_LENGTH)


def make_box_key() -> tuple[bytes, bytes]:
    """Return a fresh (private, public) box key."""
    private = PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def public_half(private_key: bytes) -> bytes:
    """Return the public half of a box key."""
    return bytes(PrivateKey(private_key).public_key)
