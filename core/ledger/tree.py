"""The hash tree of RFC 6962 over a list of entries: one root stands for all of them (ledger 5)."""

from collections.abc import Sequence
from hashlib import sha256

_LEAF, _NODE = b"\x00", b"\x01"


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of one entry."""
    return sha256(_LEAF + entry).digest()


def root(entries: Sequence[bytes]) -> bytes:
    """Return the root over ``entries`` in their order; of none it is SHA-256 of nothing (RFC 6962, 2.1)."""
    if not entries:
        return sha256(b"").digest()
    level = [leaf_hash(entry) for entry in entries]
    while len(level) > 1:
        # Pairs from the left: the odd one goes up as it is, which splits at the largest power of two below n.
        paired = [sha256(_NODE + left + right).digest() for left, right in zip(level[::2], level[1::2])]  # noqa: B905
        level = paired + level[len(paired) * 2 :]
    return level[0]
