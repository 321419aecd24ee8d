"""Sealing what the office keeps with the akimat's key, which lies outside of the database (L1, E7)."""

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox


class StaysSealed(Exception):
    """Something cannot be opened with the key on this machine: another key has sealed it."""


def seal(key: bytes, clear: str) -> bytes:
    """Seal a text with the akimat's office key of 32 bytes."""
    return bytes(SecretBox(key).encrypt(clear.encode()))


def unseal(key: bytes, sealed: bytes) -> str:
    """Return what was sealed; raise ``StaysSealed`` where the key is not the one that sealed it."""
    try:
        return SecretBox(key).decrypt(sealed).decode()
    except CryptoError as error:
        raise StaysSealed from error
