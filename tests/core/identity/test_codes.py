"""Clerk's codes: their signs, their making, their reading (E2)."""

import os
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.identity.codes import ALPHABET, LENGTH, is_same, make_code, normalise, printed, selector
from core.identity.keys import CampaignKeys

KEYS = CampaignKeys(campaign="semey-demo", key=b"k" * 32)
CODES = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_no_sign_looks_like_another() -> None:
    """No sign looks like another one, and a Cyrillic keyboard has a twin of each letter [E2]."""
    assert not set("01ILOQSZ") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert {normalise(twin * LENGTH) for twin in "АСЕНКМРТХУ"} == {sign * LENGTH for sign in "ACEHKMPTXY"}


@given(CODES)
def test_code_is_read_as_it_is_printed(code: str) -> None:
    """What the list prints is read as the same code, in small letters too [E2]."""
    assert normalise(printed(code)) == code
    assert normalise(f"  {printed(code).lower()} ") == code


@given(st.text(max_size=30))
def test_reading_never_invents(typed: str) -> None:
    """Whatever is typed is either a code of eight known signs or none [E2]."""
    code = normalise(typed)
    assert code is None or (len(code) == LENGTH and set(code) <= set(ALPHABET))


def test_selector_is_never_given_twice() -> None:
    """A selector that is taken is drawn again, so that failures count against one code [E2]."""
    drawn = cycle([0] * LENGTH + [1] * LENGTH)
    code = make_code(lambda _: bytes([next(drawn)]), {ALPHABET[0] * 4})
    assert selector(code) == ALPHABET[1] * 4


def test_signs_are_drawn_evenly() -> None:
    """Bytes beyond the last whole round are drawn again, else the first signs came more often [E2]."""
    drawn = cycle([255, 252, 3])
    assert make_code(lambda _: bytes([next(drawn)]), ()) == ALPHABET[3] * LENGTH


@pytest.mark.parametrize("other", ["23456788", "23456779"])
def test_only_the_same_code_is_the_same(other: str) -> None:
    """One other sign in either half is another code [E2]."""
    kept = KEYS.code("23456789")
    assert is_same(KEYS, "23456789", kept)
    assert not is_same(KEYS, other, kept)


def test_ten_thousand_codes_have_ten_thousand_selectors() -> None:
    """A city's list of codes is made without repeating a first half [E2]."""
    taken: set[str] = set()
    for _ in range(10_000):
        taken.add(selector(make_code(os.urandom, taken)))
    assert len(taken) == 10_000
