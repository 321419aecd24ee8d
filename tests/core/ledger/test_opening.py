"""The opening of a box: what is compared, what lies together, what is drawn and hidden (ledger 4, 9)."""

import json
from collections import Counter
from hashlib import sha256
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.opening import (
    Difference,
    OpeningStopped,
    Votes,
    batches,
    box_leaves,
    draw_half,
    hidden_leaf,
    hidden_text,
    open_votes,
    paper_votes,
    read_box,
    read_hidden,
    seal_digest,
)
from core.ledger.seal import make_box_key, seal
from core.model.outcome import Tally

CAMPAIGN, TERRITORY = "semey-demo", "ortalyq"
PRIVATE, PUBLIC = make_box_key()
BALLOT = frozenset(range(1, 100))
VOTES = st.dictionaries(
    st.none() | st.integers(min_value=1, max_value=300), st.integers(min_value=1, max_value=30)
)


def sealed_votes(*projects: int) -> list[bytes]:
    """Return a sealed vote for each of ``projects``."""
    return [seal(PUBLIC, campaign=CAMPAIGN, territory=TERRITORY, project=project) for project in projects]


def opened(
    sealed: list[bytes], seals: list[bytes], roll_size: int, opened_before: int = 0
) -> Counter[int | None]:
    """Open the votes."""
    return open_votes(
        PRIVATE,
        campaign=CAMPAIGN,
        territory=TERRITORY,
        sealed=sealed,
        seals=seals,
        opened=opened_before,
        roll_size=roll_size,
        ballot=BALLOT,
    )


def test_opening_counts_in_any_order() -> None:
    """The order of waiting votes and of seals means nothing [E7]."""
    votes = sealed_votes(3, 1, 3)
    seals = sorted(map(seal_digest, votes))
    assert opened(votes, seals, 3) == opened(votes[::-1], seals[::-1], 3) == Counter({3: 2, 1: 1})


def test_what_live_counts_opened_is_counted_on_both_sides() -> None:
    """After a live count the waiting votes are a part of the seals, and the rest was opened [E6] [E7]."""
    votes = sealed_votes(3, 1, 3, 2)
    seals = sorted(map(seal_digest, votes))
    assert opened(votes[:2], seals, 4, opened_before=2) == Counter({3: 1, 1: 1})


@pytest.mark.parametrize(
    ("fault", "difference"),
    [
        ("vote lost", Difference.SEALS),
        ("vote twice", Difference.SEALS),
        ("vote swapped", Difference.SEALS),
        ("seal lost", Difference.SEALS),
        ("live unknown", Difference.SEALS),
        ("roll longer", Difference.ROLL),
        ("roll shorter", Difference.ROLL),
    ],
)
def test_opening_stops_at_a_difference(fault: str, difference: Difference) -> None:
    """Votes, seals and roll must be as many and the same [E7] [P4]."""
    votes = sealed_votes(3, 1)
    seals = [seal_digest(item) for item in votes]
    sealed = {
        "vote lost": votes[:1],
        "vote twice": [*votes, votes[0]],
        "vote swapped": [votes[0], *sealed_votes(1)],
    }.get(fault, votes)
    kept = seals[:1] if fault == "seal lost" else seals
    roll_size = {"roll longer": 3, "roll shorter": 1}.get(fault, 2)
    with pytest.raises(OpeningStopped) as caught:
        opened(sealed, kept, roll_size, opened_before=1 if fault == "live unknown" else 0)
    assert caught.value.difference is difference


@pytest.mark.parametrize(
    ("lines", "slips", "votes"),
    [
        (0, {}, {}),
        (3, {7: 2, None: 1}, {7: 2, None: 1}),
        (3, {7: 2}, {7: 2, None: 1}),
        (3, {}, {None: 3}),
        (2, {7: 0, 8: 2}, {8: 2}),
    ],
)
def test_a_line_without_a_slip_is_an_invalid_vote(lines: int, slips: Votes, votes: Votes) -> None:
    """Paper brings as many votes as it has lines, whatever lies in the envelopes [E8]."""
    assert paper_votes(lines=lines, roll_size=lines, slips=slips, ballot=BALLOT) == votes


@pytest.mark.parametrize(
    ("lines", "roll_size", "slips", "difference"),
    [
        (2, 3, {}, Difference.PAPER_LINES),
        (3, 2, {}, Difference.PAPER_LINES),
        (2, 2, {7: 3}, Difference.PAPER_SLIPS),
        (2, 2, {7: 1, None: 2}, Difference.PAPER_SLIPS),
        (2, 2, {700: 1}, Difference.PAPER_LIST),
    ],
)
def test_paper_that_differs_stops(lines: int, roll_size: int, slips: Votes, difference: Difference) -> None:
    """More slips than lines, lines without an entry, a project that is not on the list: stop [E8]."""
    with pytest.raises(OpeningStopped) as caught:
        paper_votes(lines=lines, roll_size=roll_size, slips=slips, ballot=BALLOT)
    assert caught.value.difference is difference


@pytest.mark.parametrize(
    ("rest", "paper", "number"),
    [
        ({1: 20}, {1: 20}, 2),
        ({1: 20}, {1: 10, None: 10}, 2),
        ({1: 19}, {1: 20}, 1),
        ({1: 500}, {1: 19}, 1),
        ({1: 20}, {}, 1),
        ({}, {None: 5}, 1),
        ({}, {}, 0),
    ],
)
def test_paper_is_a_batch_of_its_own_where_both_parts_are_large(
    rest: Votes, paper: Votes, number: int
) -> None:
    """Paper can be recounted by hand where it and the rest have k votes each; otherwise they mix [E8]."""
    assert len(batches(rest, paper, 20)) == number


@given(VOTES, VOTES, st.integers(min_value=0, max_value=40))
def test_no_batch_is_small_beside_another_and_none_is_lost(rest: Votes, paper: Votes, least: int) -> None:
    """Whatever came on paper and otherwise, the batches add up, and two of them have k votes each [E8]."""
    found = batches(rest, paper, least)
    added: Counter[int | None] = Counter()
    for part in found:
        added.update(part)
    assert added == Counter(dict(rest)) + Counter(dict(paper))
    assert len(found) < 2 or min(sum(part.values()) for part in found) >= least


@given(VOTES)
def test_box_is_sorted_and_whole(votes: Votes) -> None:
    """The box has a leaf for each vote, in an order that tells nothing of their arrival [E7] [E8]."""
    leaves = box_leaves(CAMPAIGN, TERRITORY, 2, votes)
    assert len(leaves) == sum(votes.values())
    assert leaves == sorted(leaves)
    assert {json.loads(leaf)["batch"] for leaf in leaves} <= {2}
    valid = {number: count for number, count in votes.items() if number is not None}
    assert read_box(leaves) == Tally(votes=valid, invalid=votes.get(None, 0))


@given(VOTES)
def test_a_hidden_count_is_read_again(votes: Votes) -> None:
    """Salt and tally are kept for the observer, and the leaf is bound to both [E6] [E8]."""
    text = hidden_text(votes, b"s" * 32)
    salt, _, tally = text.partition(" ")
    leaf = json.loads(hidden_leaf(CAMPAIGN, TERRITORY, votes, b"s" * 32))
    assert leaf["hidden"] == sha256(bytes.fromhex(salt) + tally.encode()).hexdigest()
    assert leaf["votes"] == read_hidden(text).total == sum(votes.values())
    assert read_hidden(text).invalid == votes.get(None, 0)


def test_hidden_leaf_is_bound_to_tally_and_salt() -> None:
    """Neither tally nor salt can be exchanged afterwards, and the leaf shows no project [E6]."""
    leaf = hidden_leaf(CAMPAIGN, TERRITORY, {1: 2}, b"s" * 32)
    assert leaf != hidden_leaf(CAMPAIGN, TERRITORY, {2: 2}, b"s" * 32)
    assert leaf != hidden_leaf(CAMPAIGN, TERRITORY, {1: 1, None: 1}, b"s" * 32)
    assert leaf != hidden_leaf(CAMPAIGN, TERRITORY, {1: 2}, b"t" * 32)
    assert "project" not in leaf


def test_a_hidden_count_of_before_paper() -> None:
    """A tally that was kept when nobody voted on paper is read as it was [E6]."""
    assert read_hidden('00 {"tally":{"5":3}}') == Tally(votes={5: 3})


@given(st.integers(min_value=0, max_value=60), st.binary(min_size=32, max_size=32))
def test_half_is_half_of_what_waits(count: int, chance: bytes) -> None:
    """A half, rounded down, of the ids that there are, none twice, and always the same by one chance [E6]."""
    ids = [number.to_bytes(16, "big") for number in range(count)]
    drawn = draw_half(ids, chance)
    assert len(drawn) == len(set(drawn)) == count // 2
    assert set(drawn) <= set(ids)
    assert drawn == draw_half(ids[::-1], chance)


def test_every_half_comes_as_often_as_another() -> None:
    """Of four votes each of the six halves is drawn about as often, whatever their ids [E6]."""
    ids = [bytes([number]) * 16 for number in range(4)]
    draws = 1200
    seen = Counter(
        frozenset(draw_half(ids, sha256(bytes(2) + bytes([n // 256, n % 256])).digest()))
        for n in range(draws)
    )
    assert len(seen) == comb(4, 2)
    # Five deviations from the mean of 200.
    assert all(abs(number - draws / 6) < 65 for number in seen.values())
