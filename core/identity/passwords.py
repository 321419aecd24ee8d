"""Passwords of the office: hashed slowly by argon2id, never kept (L1).

The functions take a tenth of a second on purpose: call them in a thread, outside of a transaction.
"""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""A hash that no password has: verifying against it takes as long as against a real one."""

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


def hash_password(password: str) -> str:
    """Return what the database keeps of a password."""
    return _HASHER.hash(password)


def verify_password(kept: str | None, password: str) -> bool:
    """Say whether ``password`` has the hash ``kept``; ``None`` takes as long and is never right."""
    try:
        _HASHER.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def is_outdated(kept: str) -> bool:
    """Say whether a hash was made with other parameters than new ones are, and is to be made again."""
    return _HASHER.check_needs_rehash(kept)


def make_password() -> str:
    """Return a random password of 80 bits that can be read out: sixteen characters without look-alikes."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
