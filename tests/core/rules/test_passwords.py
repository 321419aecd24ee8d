"""Passwords of the office, what is wrong with each, and how long wrong ones lock a login (L1)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.passwords import FAILURES, lock_after, password_verdict

GOOD = "сары тауық ұшпайды"


def problems(password: str, login: str = "gulnar.k") -> list[object]:
    """Return what is wrong with a password."""
    return [reason.facts["problem"] for reason in password_verdict(password, login).reasons]


@pytest.mark.parametrize(
    ("password", "wrong"),
    [
        (GOOD, []),
        ("correct horse battery", []),
        ("zuj4-7bhm-iwdx-qtb7", []),
        ("qatysu-needs-good-words", []),
        ("", ["short", "same"]),
        ("Abc123!x", ["short"]),
        ("қысқа сөз 1", ["short"]),
        ("aaaaaaaaaaaaaaaa", ["same"]),
        ("abababababab", ["same"]),
        ("password123456", ["common"]),
        ("Qwerty1234567890", ["common"]),
        ("пароль-пароль-2026", ["common"]),
        ("Құпиясөз2026!!", ["common"]),
        ("admin123456789", ["common"]),
        ("gulnar.k-2026-жыл", ["login"]),
        ("GULNAR.K сөзі бар", ["login"]),
        ("x" * 201, ["long", "same"]),
        ("gulnar.k", ["short", "login"]),
    ],
)
def test_what_is_wrong_with_it(password: str, wrong: list[str]) -> None:
    """Too short, too long, the login, a common one, few signs: all is said at once [L1] [P7]."""
    assert problems(password) == wrong


def test_locks_grow() -> None:
    """Five wrong ones lock for 15 minutes, each five more for twice as long, at most 8 hours [L1]."""
    locks = [lock_after(failures) for failures in range(36)]
    assert [place for place, lock in enumerate(locks) if lock is not None] == [5, 10, 15, 20, 25, 30, 35]
    assert [lock for lock in locks if lock is not None] == [
        timedelta(minutes=15),
        timedelta(minutes=30),
        timedelta(hours=1),
        timedelta(hours=2),
        timedelta(hours=4),
        timedelta(hours=8),
        timedelta(hours=8),
    ]


@given(st.integers(min_value=0, max_value=10**12))
def test_no_lock_is_endless(failures: int) -> None:
    """However often somebody fails, the login opens again within 8 hours [L1]."""
    lock = lock_after(failures)
    assert (lock is not None) == (failures > 0 and failures % FAILURES == 0)
    assert lock is None or timedelta() < lock <= timedelta(hours=8)
