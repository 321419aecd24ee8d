"""Clerk's codes: eight signs without look-alikes; the first half names a code, the rest proves it."""

import hmac
from collections.abc import Callable, Collection

from core.identity.keys import CampaignKeys
from core.model.letters import as_code

ALPHABET = "23456789ACEHKMPTXY"
"""Signs that no other sign looks like and that a Cyrillic keyboard has a twin of."""

LENGTH = 8
SELECTOR_LENGTH = 4
MOST_CODES = 100_000
"""Codes of a campaign: nearly as many as there are first halves, 18 to the power of 4."""


class CodesExhausted(Exception):
    """No first half is left by which a code could be known."""


def make_code(random_bytes: Callable[[int], bytes], taken: Collection[str]) -> str:
    """Return a fresh code whose selector is not ``taken``: failures count against one code (E2).

    Raises:
        CodesExhausted: when nearly every selector of the campaign is taken.
    """
    if len(taken) >= MOST_CODES:
        raise CodesExhausted(f"a campaign has at most {MOST_CODES} codes")
    while True:
        code = "".join(_sign(random_bytes) for _ in range(LENGTH))
        if selector(code) not in taken:
            return code


def _sign(random_bytes: Callable[[int], bytes]) -> str:
    """Draw a sign evenly: bytes beyond the last whole round of the alphabet are drawn again."""
    limit = 256 - 256 % len(ALPHABET)
    while True:
        drawn = random_bytes(1)[0]
        if drawn < limit:
            return ALPHABET[drawn % len(ALPHABET)]


def normalise(text: str) -> str | None:
    """Return what a person typed as a code, ``None`` where it cannot be one."""
    code = "".join(sign for sign in as_code(text) if not sign.isspace() and sign not in "-–—.")
    return code if len(code) == LENGTH and all(sign in ALPHABET for sign in code) else None


def selector(code: str) -> str:
    """Return the half that names a code."""
    return code[:SELECTOR_LENGTH]


def printed(code: str) -> str:
    """Return the code as the clerk's list prints it: in two groups."""
    return f"{code[:SELECTOR_LENGTH]}-{code[SELECTOR_LENGTH:]}"


def is_same(keys: CampaignKeys, code: str, kept: bytes) -> bool:
    """Say whether ``code`` is the one whose hash was kept, in a time that tells nothing."""
    return hmac.compare_digest(keys.code(code), kept)
