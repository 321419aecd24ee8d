"""What holds for every outcome: compared with a plain reading of the rule over all orders of equals."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.outcome import Candidate, Decision
from core.rulebook.model import NotFitting, TieBreak
from core.rules.outcome import Outcome, outcome
from tests.core.rules.brute_force import orders, walk
from tests.core.rules.samples import outcome_rules

GETS_MONEY = {Decision.WON, Decision.PART}
SEED = "5eed"


@dataclass(frozen=True, kw_only=True)
class Count:
    """Everything that an outcome is found from."""

    candidates: tuple[Candidate, ...]
    money: int
    threshold: int
    ties: tuple[TieBreak, ...]
    not_fitting: NotFitting
    exclusive: tuple[tuple[int, int], ...]

    def outcome(self, seed: str | None = None, candidates: Sequence[Candidate] | None = None) -> Outcome:
        """Return our outcome."""
        return outcome(
            self.candidates if candidates is None else candidates,
            money=self.money,
            threshold=self.threshold,
            rules=outcome_rules(self.ties, self.not_fitting, self.exclusive),
            lot_seed=seed,
        )

    def walked(self, seed: str | None, ties: tuple[TieBreak, ...] | None = None) -> list[dict[int, int]]:
        """Return what winners get in every order that the rules for ties allow."""
        allowed = orders(self.candidates, self.ties if ties is None else ties, seed)
        return [
            walk(order, self.money, self.threshold, self.not_fitting, self.exclusive) for order in allowed
        ]


LOTS = [(TieBreak.LOT,), (TieBreak.CHEAPER, TieBreak.LOT), (TieBreak.LOT, TieBreak.EARLIER_NUMBER)]
NUMBERS = [(TieBreak.EARLIER_NUMBER,), (TieBreak.CHEAPER, TieBreak.EARLIER_NUMBER)]


@st.composite
def counts(draw: st.DrawFn, ties: Sequence[tuple[TieBreak, ...]] = (*LOTS, *NUMBERS)) -> Count:
    """Draw small counts, dense enough that ties, exclusion and lack of money meet."""
    numbers = range(1, 1 + draw(st.sampled_from([5, 5, 4, 4, 3, 2, 1, 0])))
    pairs = st.lists(st.sampled_from(list(combinations(numbers, 2)) or [(8, 9)]), max_size=2)
    return Count(
        candidates=tuple(
            Candidate(number=number, cost=draw(st.integers(0, 6)), votes=draw(st.integers(1, 3)))
            for number in draw(st.permutations(numbers))
        ),
        money=draw(st.integers(0, 14)),
        threshold=draw(st.sampled_from([0, 0, 1, 2])),
        ties=draw(st.sampled_from(ties)),
        not_fitting=draw(st.sampled_from(list(NotFitting))),
        exclusive=tuple(draw(pairs)),
    )


def granted(found: Outcome) -> dict[int, int]:
    """Return what winners get, by number."""
    return {row.number: row.granted for row in found.rows if row.decision in GETS_MONEY}


@given(counts())
@settings(max_examples=400)
def test_it_is_the_plain_reading_of_the_rule(count: Count) -> None:
    """With the lot drawn there is one order, and walking down it gives our winners and sums [F1]."""
    (expected,) = count.walked(SEED)
    assert granted(count.outcome(SEED)) == expected
    assert count.outcome(SEED).awaiting == ()


@given(counts(ties=LOTS))
@settings(max_examples=2000)
def test_before_the_lot_only_that_is_decided_which_no_lot_undoes(count: Count) -> None:
    """What is decided without the lot holds in each order of equals; one waits where orders differ [F1]."""
    found = count.outcome()
    everywhere = count.walked(None)
    for row in found.rows:
        if row.decision is not Decision.AWAITS_LOT:
            gets = row.granted if row.decision in GETS_MONEY else None
            assert {walked.get(row.number) for walked in everywhere} == {gets}
    differs = any(walked != everywhere[0] for walked in everywhere)
    assert bool(found.awaiting) is differs
    assert any(tie.awaits_lot for tie in found.ties) is differs


@given(counts())
@settings(max_examples=400)
def test_a_tie_is_told_exactly_where_it_decides(count: Count) -> None:
    """A tie is told if and only if another order of equal votes would have other winners [F1]."""
    by_votes = count.walked(None, ties=())
    assert bool(count.outcome(SEED).ties) is any(walked != by_votes[0] for walked in by_votes)


@given(counts(), st.randoms(use_true_random=False), st.sampled_from([None, SEED]))
def test_the_order_of_input_does_not_matter(count: Count, chance: st.DrawFn, seed: str | None) -> None:
    """The same candidates in any order of input have the same outcome [F1]."""
    shuffled = list(count.candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count.outcome(seed, shuffled) == count.outcome(seed)


@given(counts(), st.sampled_from([None, SEED]))
def test_money_is_never_overspent(count: Count, seed: str | None) -> None:
    """What winners get and what stays is the money, and neither lies below zero [F1]."""
    found = count.outcome(seed)
    assert found.spent + found.left == count.money
    assert found.left >= 0
    assert all(0 <= row.granted <= row.cost for row in found.rows)
    assert all((row.granted == 0) or row.decision in GETS_MONEY for row in found.rows)


@given(counts(), st.sampled_from([None, SEED]))
def test_nothing_below_the_threshold_wins(count: Count, seed: str | None) -> None:
    """A project with fewer votes than the threshold gets nothing, and it is told so [F1]."""
    for row in count.outcome(seed).rows:
        assert (row.decision is Decision.BELOW_THRESHOLD) is (row.votes < count.threshold)


@given(counts(), st.sampled_from([None, SEED]))
def test_exclusive_projects_never_both_win(count: Count, seed: str | None) -> None:
    """Of two projects that exclude each other one at most gets money, and the other names it [F1]."""
    found = count.outcome(seed)
    winners = set(found.winners)
    assert not any({a, b} <= winners for a, b in count.exclusive)
    for row in found.rows:
        if row.decision is Decision.EXCLUDED:
            assert row.excluded_by in winners
            assert {(row.number, row.excluded_by), (row.excluded_by, row.number)} & set(count.exclusive)


@given(counts())
def test_a_part_is_exactly_the_rest_and_the_last(count: Count) -> None:
    """Whoever is funded in part takes all that is left, and nobody after it gets anything [F1]."""
    found = count.outcome(SEED)
    parts = [place for place, row in enumerate(found.rows) if row.decision is Decision.PART]
    assert len(parts) <= (count.not_fitting is NotFitting.PART)
    for place in parts:
        row = found.rows[place]
        assert 0 < row.granted < row.cost
        assert found.left == 0
        later = {row.decision for row in found.rows[place + 1 :]}
        assert later <= {Decision.AFTER_STOP, Decision.BELOW_THRESHOLD}


@given(counts())
def test_places_follow_votes(count: Count) -> None:
    """A place is one more than the number of projects with more votes, so equal votes share it [F1]."""
    found = count.outcome()
    for row in found.rows:
        assert row.place == 1 + sum(other.votes > row.votes for other in count.candidates)
    assert sorted(row.number for row in found.rows) == sorted(
        candidate.number for candidate in count.candidates
    )
