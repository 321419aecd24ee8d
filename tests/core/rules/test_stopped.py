"""A project that was stopped after the freeze: it keeps its votes and decides nothing (A4, F1)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model.outcome import Candidate, Decision
from core.rulebook.model import Leftovers, NotFitting, OutcomeRules, TieBreak
from core.rulebook.sourced import CHOICE, Sourced
from core.rules.outcome import outcome

CANDIDATES = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 9),
        cost=st.integers(1, 30),
        votes=st.integers(0, 6),
        is_stopped=st.booleans(),
    ),
    max_size=7,
    unique_by=lambda candidate: candidate.number,
)


def rules(not_fitting: NotFitting, last: TieBreak) -> OutcomeRules:
    """Return rules of an outcome with two pairs that exclude each other."""
    return OutcomeRules(
        ties=Sourced(value=(last,), act=CHOICE),
        not_fitting=Sourced(value=not_fitting, act=CHOICE),
        leftovers=Sourced(value=Leftovers.STAYS, act=CHOICE),
        exclusive=((1, 2), (3, 4)),
    )


@given(
    CANDIDATES,
    st.sampled_from(NotFitting),
    st.sampled_from((TieBreak.LOT, TieBreak.EARLIER_NUMBER)),
    st.integers(0, 60),
)
def test_a_stopped_project_changes_nothing_for_the_others(
    candidates: list[Candidate], not_fitting: NotFitting, last: TieBreak, money: int
) -> None:
    """The others come out as if it had not stood there; it keeps its votes and gets nothing [A4] [F1]."""
    given_rules = rules(not_fitting, last)
    whole = outcome(candidates, money=money, threshold=2, rules=given_rules)
    standing = [each for each in candidates if not each.is_stopped]
    alone = outcome(standing, money=money, threshold=2, rules=given_rules)
    stopped = {each.number: each for each in candidates if each.is_stopped}
    others = [replace(row, place=0) for row in whole.rows if row.number not in stopped]
    assert others == [replace(row, place=0) for row in alone.rows]
    assert (whole.ties, whole.spent) == (alone.ties, alone.spent)
    for row in whole.rows:
        if row.number in stopped:
            assert (row.decision, row.granted) == (Decision.STOPPED, 0)
            assert row.votes == stopped[row.number].votes
