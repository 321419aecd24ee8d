"""Quorum, majority and conflicts of interest: a table of cases, and what holds for every council [C2]."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.council import Choice
from core.model.refusals import Refusal, RuleViolation
from core.rulebook.loader import read
from core.rules.council import (
    CouncilShares,
    Tally,
    council_shares,
    has_quorum,
    is_admitted,
    majority_needed,
    quorum_needed,
    quorum_verdict,
    tally_of,
)

RULEBOOKS = Path(__file__).parents[3] / "rulebooks"
HALF, THIRDS = Fraction(1, 2), Fraction(2, 3)
ADMIT, REFUSE, CONFLICT = Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT


def shares(quorum: Fraction = THIRDS, majority: Fraction = HALF, *, leaves: bool = True) -> CouncilShares:
    """Return rules of deciding."""
    return CouncilShares(quorum=quorum, majority=majority, conflict_leaves=leaves)


def tally(members: int, admitting: int, refusing: int, conflicted: int = 0) -> Tally:
    """Return what a council said."""
    return Tally(members=members, admitting=admitting, refusing=refusing, conflicted=conflicted)


@pytest.mark.parametrize(
    ("found", "leaves", "needed", "has"),
    [
        (tally(9, 6, 0), True, 6, True),
        (tally(9, 3, 2), True, 6, False),
        (tally(9, 3, 3), True, 6, True),
        (tally(7, 5, 0), True, 5, True),
        (tally(7, 2, 2), True, 5, False),
        # One of nine has a conflict: of eight members two thirds are six, of nine they are six as well.
        (tally(9, 3, 2, 1), True, 6, False),
        (tally(9, 3, 2, 1), False, 6, True),
        (tally(3, 1, 0, 1), True, 2, False),
        (tally(3, 1, 0, 1), False, 2, True),
        (tally(3, 1, 1, 1), True, 2, True),
        (tally(3, 0, 0, 3), True, 1, False),
        (tally(3, 0, 0, 3), False, 2, True),
        (tally(0, 0, 0), True, 1, False),
    ],
)
def test_quorum(found: Tally, *, leaves: bool, needed: int, has: bool) -> None:
    """A share of the members takes part, rounded up; a conflict that leaves is no member either [C2]."""
    assert quorum_needed(shares(leaves=leaves), found) == needed
    assert has_quorum(shares(leaves=leaves), found) is has


@pytest.mark.parametrize(
    ("found", "majority", "leaves", "needed", "is_in"),
    [
        (tally(9, 5, 4), HALF, True, 5, True),
        (tally(8, 4, 4), HALF, True, 5, False),
        (tally(9, 4, 4), HALF, True, 5, False),
        (tally(9, 4, 3, 2), HALF, True, 4, True),
        (tally(9, 4, 3, 2), HALF, False, 5, False),
        (tally(9, 6, 3), THIRDS, True, 7, False),
        (tally(9, 7, 2), THIRDS, True, 7, True),
        (tally(3, 2, 1), THIRDS, True, 3, False),
        (tally(3, 3, 0), Fraction(1), True, 3, True),
        (tally(3, 2, 1), Fraction(1), True, 3, False),
        (tally(9, 2, 0), HALF, True, 2, False),
        (tally(3, 0, 0, 3), HALF, False, 2, False),
    ],
)
def test_majority(found: Tally, majority: Fraction, *, leaves: bool, needed: int, is_in: bool) -> None:
    """More than the share admits, a tie does not, and nobody admits without a quorum [C2]."""
    rules = shares(majority=majority, leaves=leaves)
    assert majority_needed(rules, found) == needed
    assert is_admitted(rules, found) is is_in


def test_no_quorum_is_told_with_its_numbers() -> None:
    """The refusal names who is there, how many it takes, of how many [C2] [P7]."""
    found = quorum_verdict(shares(), tally(9, 2, 1), 12)
    assert [each.refusal for each in found.reasons] == [Refusal.NO_QUORUM]
    assert found.reasons[0].facts == {"number": 12, "present": 3, "needed": 6, "members": 9}
    assert quorum_verdict(shares(), tally(9, 6, 0), 12).is_allowed


@pytest.mark.parametrize("name", ["almaty-like", "semey-2024"])
def test_what_no_source_settles_is_not_invented(name: str) -> None:
    """A rulebook that leaves the council open names every key that is missing [C2] [A1]."""
    rulebook = read((RULEBOOKS / f"{name}.toml").read_text(encoding="utf-8"), name)
    with pytest.raises(RuleViolation) as caught:
        council_shares(rulebook.council)
    assert caught.value.refusal is Refusal.COUNCIL_RULES_MISSING
    keys = "council.quorum, council.majority, council.conflict_leaves_denominator"
    assert caught.value.reasons[0].facts == {"keys": keys, "count": 3}


def test_one_missing_key_is_named_alone() -> None:
    """Only what is open is asked for [C2]."""
    rulebook = read((RULEBOOKS / "semey-demo.toml").read_text(encoding="utf-8"), "semey-demo")
    assert council_shares(rulebook.council) == shares()
    with pytest.raises(RuleViolation) as caught:
        council_shares(replace(rulebook.council, majority=None))
    assert caught.value.reasons[0].facts == {"keys": "council.majority", "count": 1}


def test_two_logins_of_a_person_have_one_voice() -> None:
    """Whoever speaks twice counts once, by the more careful of both; strangers count nothing [C2] [L1]."""
    members = {1: b"ann", 2: b"ann", 3: b"ben"}
    said = [(1, ADMIT), (2, REFUSE), (3, ADMIT), (9, REFUSE)]
    assert tally_of(members, said) == tally(2, 1, 1)
    assert tally_of(members, [(2, CONFLICT), (1, ADMIT)]) == tally(2, 0, 0, 1)
    assert tally_of(members, [(9, ADMIT)]) == tally(2, 0, 0)


fractions = st.fractions(min_value=Fraction(1, 10), max_value=1, max_denominator=12)
rules = st.builds(CouncilShares, quorum=fractions, majority=fractions, conflict_leaves=st.booleans())
counts = st.integers(min_value=0, max_value=12)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Return any council with at least one silent member."""
    admitting, refusing, conflicted, silent = draw(counts), draw(counts), draw(counts), draw(counts)
    return tally(admitting + refusing + conflicted + silent + 1, admitting, refusing, conflicted)


@given(rules, tallies())
def test_another_admitting_voice_never_harms(given_rules: CouncilShares, found: Tally) -> None:
    """What was admitted stays so when a silent member admits, or one who refused [C2]."""
    if is_admitted(given_rules, found):
        assert is_admitted(given_rules, replace(found, admitting=found.admitting + 1))
        if found.refusing:
            turned = replace(found, admitting=found.admitting + 1, refusing=found.refusing - 1)
            assert is_admitted(given_rules, turned)


@given(rules, tallies())
def test_a_conflict_never_replaces_an_admission(given_rules: CouncilShares, found: Tally) -> None:
    """Where it is not admitted, an admitting member who declares a conflict instead changes nothing [C2]."""
    if found.admitting and not is_admitted(given_rules, found):
        declared = replace(found, admitting=found.admitting - 1, conflicted=found.conflicted + 1)
        assert not is_admitted(given_rules, declared)


@given(rules, tallies())
def test_a_conflict_that_stays_is_no_help(given_rules: CouncilShares, found: Tally) -> None:
    """Where it stays in the denominator, it weighs as a refusal does [C2]."""
    staying = replace(given_rules, conflict_leaves=False)
    refusing = replace(found, refusing=found.refusing + found.conflicted, conflicted=0)
    assert is_admitted(staying, found) is is_admitted(staying, refusing)
    assert has_quorum(staying, found) is has_quorum(staying, refusing)


@given(rules, tallies())
def test_a_conflict_that_leaves_is_as_if_he_were_no_member(given_rules: CouncilShares, found: Tally) -> None:
    """Where it leaves the denominator, the others decide as a council without him [C2]."""
    leaving = replace(given_rules, conflict_leaves=True)
    others = replace(found, members=found.members - found.conflicted, conflicted=0)
    assert is_admitted(leaving, found) is is_admitted(leaving, others)
    assert quorum_needed(leaving, found) == quorum_needed(leaving, others)


@given(rules, tallies())
def test_admitted_means_a_real_majority(given_rules: CouncilShares, found: Tally) -> None:
    """Admitting voices are more than the share of all who take part, or all of them [C2]."""
    if is_admitted(given_rules, found):
        stays = 0 if given_rules.conflict_leaves else found.conflicted
        present = found.admitting + found.refusing + stays
        assert found.admitting > given_rules.majority * present or found.admitting == present


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Choice)), max_size=30),
    st.dictionaries(st.integers(0, 5), st.sampled_from([b"a", b"b", b"c"]), min_size=1),
)
def test_nobody_outside_counts(said: list[tuple[int, Choice]], members: dict[int, bytes]) -> None:
    """Opinions of others change nothing, and no person counts twice, in whatever order they come [C2]."""
    found = tally_of(members, said)
    assert found == tally_of(members, [each for each in said if each[0] in members])
    assert found == tally_of(members, list(reversed(said)))
    assert found.silent >= 0
