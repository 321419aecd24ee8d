"""Lots that anyone can draw again; apart, because a verifier repeats exactly this (ledger 11)."""

from hashlib import sha256

_LABEL = "qatysu-lot-1"
_SEPARATOR = "\0"


def lot_seed(*, campaign: str, territory: str, freeze_hash: str, value: str) -> str:
    """Return the seed of a territory's lots in lower-case hex (ledger 11).

    ``freeze_hash`` is the hex of the territory's freeze; ``value`` is the public value, exactly as printed.
    """
    return _digest(_LABEL, campaign, territory, freeze_hash, value)


def lot_key(seed: str, project: int) -> str:
    """Return what orders a project, by its number, among equals: the smaller key comes first (ledger 11)."""
    return _digest(seed, str(project))


def _digest(*parts: str) -> str:
    return sha256(_SEPARATOR.join(parts).encode()).hexdigest()
