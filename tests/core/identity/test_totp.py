"""One-time codes: those of RFC 6238, each good once, and their secrets under a seal (L1)."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from core.identity.sealing import StaysSealed, seal, unseal
from core.identity.totp import (
    INTERVAL_SECONDS,
    address_of,
    find_step,
    make_secret,
)

SECRET = base64.b32encode(b"12345678901234567890").decode()
"""The secret of RFC 6238, appendix B; its codes have eight digits there, the last six are ours."""

AT = datetime(2005, 3, 18, 1, 58, 29, tzinfo=UTC)
STEP = int(AT.timestamp()) // INTERVAL_SECONDS
CODE = "081804"


def after(seconds: int) -> datetime:
    """Return an instant near that of the code."""
    return AT + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
    ],
)
def test_codes_of_the_standard(at: int, code: str) -> None:
    """Any authenticator app counts the same codes (RFC 6238) [L1]."""
    now = datetime.fromtimestamp(at, UTC)
    assert find_step(SECRET, code, now, 0) == at // INTERVAL_SECONDS


def test_a_clock_may_differ_by_one_interval() -> None:
    """A code is taken one interval before and after its own, and no longer [L1]."""
    begins = datetime.fromtimestamp(STEP * INTERVAL_SECONDS, UTC)
    edges = {-31: None, -30: STEP, -1: STEP, 0: STEP, 29: STEP, 30: STEP, 59: STEP, 60: None}
    for seconds, step in edges.items():
        assert find_step(SECRET, CODE, begins + timedelta(seconds=seconds), 0) == step, seconds


def test_a_code_is_good_once() -> None:
    """The interval that was used, and all before it, are over [L1]."""
    assert find_step(SECRET, CODE, AT, STEP - 1) == STEP
    assert find_step(SECRET, CODE, AT, STEP) is None
    assert find_step(SECRET, CODE, AT, STEP + 1) is None


@pytest.mark.parametrize("typed", ["081 804", "081-804", " 081804\n"])
def test_a_code_is_read_as_it_is_shown(typed: str) -> None:
    """Apps show codes in groups: spaces and hyphens between the digits do not matter [L1]."""
    assert find_step(SECRET, typed, AT, 0) == STEP


@pytest.mark.parametrize("typed", ["", "0", "81804", "0818040", "08180a", "٠٨١٨٠٤", "081805", "x" * 5000])
def test_other_codes_are_wrong(typed: str) -> None:
    """Nothing, too little, too much, other digits and other signs are refused and raise nothing [L1]."""
    assert find_step(SECRET, typed, AT, 0) is None


def test_a_secret_lies_under_a_seal() -> None:
    """The database holds a secret sealed; another key does not open it, nor does a changed byte [L1]."""
    key, secret = b"k" * 32, make_secret()
    sealed = seal(key, secret)
    assert secret.encode() not in sealed
    assert unseal(key, sealed) == secret
    assert sealed != seal(key, secret)
    for other_key, content in ((b"x" * 32, sealed), (key, sealed[:-1] + b"?"), (key, b"")):
        with pytest.raises(StaysSealed):
            unseal(other_key, content)


def test_an_app_reads_the_address() -> None:
    """The QR says whose secret it is and of which office [L1]."""
    address = address_of(SECRET, "gulnar.k", "Qatysu semey")
    assert address.startswith("otpauth://totp/Qatysu%20semey:gulnar.k?secret=")
    assert SECRET in address
