"""One-time codes of the office (TOTP); their secrets are kept sealed (`core.identity.sealing`) (L1)."""

from datetime import datetime

from pyotp import TOTP, random_base32

INTERVAL_SECONDS = 30
"""How long a code is shown; the one before and the one after are taken too, for clocks that differ."""

_STEPS = (-1, 0, 1)


def make_secret() -> str:
    """Return a new secret in base 32, as authenticator apps take it."""
    return random_base32()


def address_of(secret: str, login: str, issuer: str) -> str:
    """Return the ``otpauth:`` address that an authenticator app reads from a QR."""
    return TOTP(secret).provisioning_uri(name=login, issuer_name=issuer)


def find_step(secret: str, typed: str, now: datetime, after: int) -> int | None:
    """Return the interval whose code was ``typed``, or ``None``; one up to ``after`` was used: good once.

    ``now`` is real time.
    """
    code = "".join(character for character in typed if not character.isspace() and character != "-")
    totp, current = TOTP(secret), int(now.timestamp()) // INTERVAL_SECONDS
    # Every interval is tried, whichever is right, so that the time it takes tells nothing.
    found = [step for step in (current + each for each in _STEPS) if _is_code(totp, code, step)]
    return next((step for step in found if step > after), None)


def _is_code(totp: TOTP, code: str, step: int) -> bool:
    return code.isascii() and totp.verify(code, for_time=step * INTERVAL_SECONDS)
