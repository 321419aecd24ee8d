"""Shares of a box key: split, printed, typed again with every mistake (ledger 14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.shares import Share, ShareBroken, combine, read_share, split, written

WHERE = {"campaign": "semey-demo", "territory": "ortalyq"}
KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_two_shares_give_the_key(key: bytes) -> None:
    """Printed and read again, in any order, both shares give the key; neither is it [E7]."""
    one, other = (read_share(written(each, **WHERE), **WHERE) for each in split(key))
    assert combine(one, other) == combine(other, one) == key
    assert (one.part, other.part) == (1, 2)


def test_a_share_alone_is_chance() -> None:
    """The same key is split into other halves each time: what one holds says nothing of the key [E7]."""
    shares = [split(b"k" * 32) for _ in range(20)]
    for part in (0, 1):
        assert len({each[part].half for each in shares}) == 20


@given(KEYS, st.integers(min_value=0, max_value=72), st.sampled_from("0123456789abcdef"))
def test_a_wrong_letter_is_noticed(key: bytes, place: int, letter: str) -> None:
    """One letter typed wrong is no share: the check digits say so before anything is opened [E7] [P7]."""
    plain = written(split(key)[0], **WHERE).replace(" ", "")
    typed = plain[:place] + letter + plain[place + 1 :]
    if typed == plain:
        return
    with pytest.raises(ShareBroken):
        read_share(typed, **WHERE)


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text.replace(" ", "\n"), lambda text: f" {text} "]
)
def test_how_it_is_typed_does_not_matter(change: object) -> None:
    """Capitals, spaces and line ends are taken as they come [E7] [P7]."""
    share = split(b"k" * 32)[1]
    assert callable(change)
    assert read_share(change(written(share, **WHERE)), **WHERE) == share


@pytest.mark.parametrize("typed", ["", "1", "x" * 73, "3" + "0" * 72, "1" + "0" * 400, "1" + "0" * 72])
def test_what_is_no_share(typed: str) -> None:
    """Nothing, too little, too much, and another number than 1 and 2 [E7] [P7]."""
    with pytest.raises(ShareBroken):
        read_share(typed, **WHERE)


@pytest.mark.parametrize(("campaign", "territory"), [("other", "ortalyq"), ("semey-demo", "samal")])
def test_a_share_of_another_place(campaign: str, territory: str) -> None:
    """A sheet taken for another territory's or campaign's is noticed as it is typed [E7] [P7]."""
    text = written(split(b"k" * 32)[0], campaign=campaign, territory=territory)
    with pytest.raises(ShareBroken):
        read_share(text, **WHERE)


def test_the_same_half_twice() -> None:
    """Two copies of one half are not two halves [E7]."""
    share = Share(part=1, half=b"h" * 32)
    with pytest.raises(ShareBroken):
        combine(share, share)
