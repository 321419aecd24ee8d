"""Encoding, seals and receipts, with right and wrong input (ledger 1-3, 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.receipt import is_genuine, make_receipt, promise, verifying_half
from core.ledger.seal import PADDED_LENGTH, SealBroken, make_box_key, seal, unseal
from core.model.encoding import canonical, entry, keyed
from core.model.vote import Channel, Receipt, RollEntry

CAMPAIGN, TERRITORY = "semey-demo", "ortalyq"
ENTRY = RollEntry(number=7, token=b"t" * 32, channel=Channel.BOT, territory=TERRITORY)
PRIVATE, PUBLIC = make_box_key()
BALLOT = frozenset(range(1, 100))


def test_canonical_form() -> None:
    """Keys are sorted, nothing is spaced, letters stay letters [P4]."""
    assert canonical({"b": [1, True, None], "a": "қ"}) == '{"a":"қ","b":[1,true,null]}'
    assert entry("roll", "c", n=1) == '{"campaign":"c","n":1,"type":"roll","v":1}'


@pytest.mark.parametrize("value", [1.0, {1: "x"}, b"bytes", {"deep": [0.5]}, object()])
def test_inexact_values_are_refused(value: object) -> None:
    """What another program could write otherwise never gets into a hash [P4]."""
    with pytest.raises(TypeError):
        canonical({"x": value})


def test_keyed_parts_cannot_run_together() -> None:
    """Parts are kept apart by a zero byte, labels by their place [E7]."""
    assert keyed(b"k", "token", "ab", "c") != keyed(b"k", "token", "a", "bc")
    assert keyed(b"k", "token", "c") != keyed(b"k", "voter", "c")
    assert keyed(b"k", "token", "c") != keyed(b"l", "token", "c")


@given(st.integers(min_value=1, max_value=999_999))
def test_every_seal_has_one_length_and_opens(project: int) -> None:
    """Seals of all projects look alike, differ each time, and open to the choice [E7]."""
    first = seal(PUBLIC, campaign=CAMPAIGN, territory=TERRITORY, project=project)
    second = seal(PUBLIC, campaign=CAMPAIGN, territory=TERRITORY, project=project)
    assert len(first) == len(second) == PADDED_LENGTH + 48
    assert first != second
    opened = unseal(PRIVATE, first, campaign=CAMPAIGN, territory=TERRITORY, ballot=frozenset({project}))
    assert opened == project


@pytest.mark.parametrize(
    ("campaign", "territory", "ballot"),
    [("other", TERRITORY, BALLOT), (CAMPAIGN, "samal", BALLOT), (CAMPAIGN, TERRITORY, frozenset({2}))],
)
def test_seal_of_another_place_does_not_open(campaign: str, territory: str, ballot: frozenset[int]) -> None:
    """A vote is good for its campaign, territory and list alone [E7]."""
    sealed = seal(PUBLIC, campaign=CAMPAIGN, territory=TERRITORY, project=1)
    with pytest.raises(SealBroken):
        unseal(PRIVATE, sealed, campaign=campaign, territory=territory, ballot=ballot)


def test_broken_seals() -> None:
    """One changed bit, another key, or something that was never a vote: none of them opens [E7]."""
    sealed = seal(PUBLIC, campaign=CAMPAIGN, territory=TERRITORY, project=1)
    spoiled = sealed[:-1] + bytes([sealed[-1] ^ 1])
    foreign = make_box_key()[0]
    for key, item in ((PRIVATE, spoiled), (foreign, sealed), (PRIVATE, b"short")):
        with pytest.raises((SealBroken, ValueError)):
            unseal(key, item, campaign=CAMPAIGN, territory=TERRITORY, ballot=BALLOT)


def test_names_that_do_not_fit_are_refused() -> None:
    """Slugs too long for the padded length are refused when sealing, before any vote is lost [E7]."""
    with pytest.raises(ValueError, match="too long"):
        seal(PUBLIC, campaign="c" * 64, territory="t" * 64, project=1)


def test_receipt_repeats_and_names_no_choice() -> None:
    """The same entry gives the same receipt, and its text has number, token, channel and place alone [E5]."""
    signing = b"s" * 32
    receipt = make_receipt(signing, CAMPAIGN, ENTRY)
    assert receipt == make_receipt(signing, CAMPAIGN, ENTRY)
    assert "project" not in promise(CAMPAIGN, ENTRY)
    assert is_genuine(verifying_half(signing), CAMPAIGN, receipt)


@pytest.mark.parametrize("changed", ["number", "token", "territory", "campaign", "key"])
def test_forged_receipts(changed: str) -> None:
    """A receipt for another number, token, place, campaign or by another key is none [E5]."""
    receipt = make_receipt(b"s" * 32, CAMPAIGN, ENTRY)
    other = RollEntry(
        number=8 if changed == "number" else ENTRY.number,
        token=b"u" * 32 if changed == "token" else ENTRY.token,
        channel=Channel.BOT,
        territory="samal" if changed == "territory" else TERRITORY,
    )
    campaign = "other" if changed == "campaign" else CAMPAIGN
    key = verifying_half((b"k" if changed == "key" else b"s") * 32)
    assert not is_genuine(key, campaign, Receipt(entry=other, signature=receipt.signature))
