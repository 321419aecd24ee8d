"""Lots that anyone can draw again with a hash function alone."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from core.rules.lots import lot_key, lot_seed

VALUE = "478.12;521.30;66.01;5.94"


def test_the_seed_is_the_printed_formula() -> None:
    """The seed hashes label, campaign, territory, freeze and public value, joined by zero bytes [F1]."""
    seed = lot_seed(campaign="semey-demo", territory="left-bank", freeze_hash="ab" * 32, value=VALUE)
    written = b"qatysu-lot-1\x00semey-demo\x00left-bank\x00" + b"ab" * 32 + b"\x00" + VALUE.encode()
    assert seed == sha256(written).hexdigest()


def test_the_key_is_the_printed_formula() -> None:
    """A project's place hashes the seed in hex and its number, joined by a zero byte [F1]."""
    assert lot_key("00ff", 17) == sha256(b"00ff\x0017").hexdigest()


_SLUGS = st.text("abc-0", min_size=1, max_size=5)


@given(_SLUGS, _SLUGS)
def test_parts_cannot_be_shifted(campaign: str, territory: str) -> None:
    """Moving a letter from one part to its neighbour gives another seed [F1]."""
    parts = {"freeze_hash": "00", "value": VALUE}
    seed = lot_seed(campaign=campaign + territory[0], territory=territory[1:], **parts)
    assert seed != lot_seed(campaign=campaign, territory=territory, **parts)
