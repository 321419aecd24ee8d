"""Passwords as argon2id keeps them (L1)."""

import time

from argon2 import PasswordHasher

from core.identity.passwords import hash_password, is_outdated, make_password, verify_password
from core.rules.passwords import password_verdict


def test_a_password_is_known_again() -> None:
    """The password fits its hash and nothing else does; the hash says nothing of it [L1]."""
    kept = hash_password("сары тауық ұшпайды")
    assert kept.startswith("$argon2id$")
    assert "тауық" not in kept
    assert verify_password(kept, "сары тауық ұшпайды")
    assert not verify_password(kept, "сары тауық ұшпайды ")
    assert not verify_password(kept, "")
    assert kept != hash_password("сары тауық ұшпайды")


def test_nobody_and_nonsense_fit_nothing() -> None:
    """No login, an empty hash and a broken one are refused and raise nothing [L1]."""
    for kept in (None, "", "no hash", "$argon2id$v=19$broken"):
        assert not verify_password(kept, "")
        assert not verify_password(kept, "password")


def test_nobody_takes_as_long_as_somebody() -> None:
    """The time of an answer does not tell whether a login exists [L1]."""
    kept = hash_password("сары тауық ұшпайды")

    def seconds(of: str | None) -> float:
        began = time.perf_counter()
        verify_password(of, "wrong")
        return time.perf_counter() - began

    somebody, nobody = (min(seconds(of) for _ in range(5)) for of in (kept, None))
    assert 0.5 < nobody / somebody < 2


def test_weaker_hashes_are_told() -> None:
    """A hash made with other parameters is to be made anew [L1]."""
    assert not is_outdated(hash_password("x"))
    assert is_outdated(PasswordHasher(time_cost=1, memory_cost=8192).hash("x"))


def test_a_made_password_is_strong_and_can_be_read_out() -> None:
    """What is handed out passes the rules, differs each time, and has no look-alikes [L1]."""
    made = {make_password() for _ in range(200)}
    assert len(made) == 200
    assert not set("".join(made)) & set("01lo")
    assert all(password_verdict(each, "login").is_allowed for each in made)
