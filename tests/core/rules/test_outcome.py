"""The outcome of small territories whose answer can be read off by anyone."""

from fractions import Fraction

import pytest

from core.model.outcome import Candidate, Decision
from core.rulebook.model import NotFitting, TieBreak
from core.rules.lots import lot_key
from core.rules.outcome import Outcome, Tie, outcome, required_votes
from tests.core.rules.samples import outcome_rules

WON, PART, AWAITS = Decision.WON, Decision.PART, Decision.AWAITS_LOT
BELOW, UNFIT = Decision.BELOW_THRESHOLD, Decision.DOES_NOT_FIT
AFTER, EXCLUDED = Decision.AFTER_STOP, Decision.EXCLUDED
CHEAPER, EARLIER, LOT = TieBreak.CHEAPER, TieBreak.EARLIER_NUMBER, TieBreak.LOT


def count(
    *projects: tuple[int, int, int],
    money: int = 100,
    threshold: int = 50,
    ties: tuple[TieBreak, ...] = (LOT,),
    not_fitting: NotFitting = NotFitting.SKIP,
    exclusive: tuple[tuple[int, int], ...] = (),
    seed: str | None = None,
) -> Outcome:
    """Return the outcome of projects given as number, cost and votes."""
    return outcome(
        [Candidate(number=number, cost=cost, votes=votes) for number, cost, votes in projects],
        money=money,
        threshold=threshold,
        rules=outcome_rules(ties, not_fitting, exclusive),
        lot_seed=seed,
    )


def decisions(found: Outcome) -> dict[int, Decision]:
    """Return what was decided, by number."""
    return {row.number: row.decision for row in found.rows}


FITTING = [
    pytest.param(NotFitting.SKIP, {1: WON, 2: UNFIT, 3: WON, 4: BELOW}, 90, id="skip and go on"),
    pytest.param(NotFitting.STOP, {1: WON, 2: UNFIT, 3: AFTER, 4: BELOW}, 60, id="stop"),
    pytest.param(NotFitting.PART, {1: WON, 2: PART, 3: AFTER, 4: BELOW}, 100, id="part and stop"),
]


@pytest.mark.parametrize(("not_fitting", "expected", "spent"), FITTING)
def test_what_becomes_of_a_project_that_does_not_fit(
    not_fitting: NotFitting, expected: dict[int, Decision], spent: int
) -> None:
    """The rulebook says whether a dear project is passed over, ends the list or gets a part [F1]."""
    found = count((1, 60, 300), (2, 50, 200), (3, 30, 100), (4, 1, 49), not_fitting=not_fitting)
    assert decisions(found) == expected
    assert (found.spent, found.left) == (spent, 100 - spent)


def test_a_part_is_the_rest() -> None:
    """The project that does not fit gets exactly what is left [F1]."""
    found = count((1, 60, 300), (2, 50, 200), not_fitting=NotFitting.PART)
    assert [(row.number, row.granted) for row in found.rows] == [(1, 60), (2, 40)]


def test_nothing_left_is_no_part() -> None:
    """Where the money is gone to the last tenge, nobody gets a part [F1]."""
    found = count((1, 100, 300), (2, 50, 200), (3, 10, 100), not_fitting=NotFitting.PART)
    assert decisions(found) == {1: WON, 2: UNFIT, 3: AFTER}


def test_fewer_votes_than_the_threshold_never_win() -> None:
    """Fifty votes are enough in Semey, forty-nine are not, however much money stays [F1]."""
    found = count((1, 1, 50), (2, 1, 49), money=10**9)
    assert decisions(found) == {1: WON, 2: BELOW}
    assert found.left == 10**9 - 1


@pytest.mark.parametrize(
    ("threshold", "entitled", "votes"),
    [
        pytest.param(50, 10, 50, id="a number of votes, whatever the number of people"),
        pytest.param(Fraction(1, 10), 300, 30, id="a tenth of three hundred"),
        pytest.param(Fraction(1, 10), 301, 31, id="a share is rounded up"),
        pytest.param(Fraction(1, 3), 100, 34, id="a third"),
        pytest.param(Fraction(1, 10), 0, 0, id="a share of nobody"),
    ],
)
def test_a_threshold_may_be_a_share(threshold: int | Fraction, entitled: int, votes: int) -> None:
    """The least votes are a number or a share of those entitled, rounded up to a whole vote [F1]."""
    assert required_votes(threshold, entitled) == votes


TIED = ((1, 60, 100), (2, 50, 100))
TIES = [
    pytest.param((EARLIER,), {1: WON, 2: UNFIT}, (1, 2), (EARLIER,), id="earlier number"),
    pytest.param((CHEAPER, EARLIER), {1: UNFIT, 2: WON}, (2, 1), (CHEAPER,), id="cheaper"),
    pytest.param((CHEAPER, LOT), {1: UNFIT, 2: WON}, (2, 1), (CHEAPER,), id="cheaper, the lot is not needed"),
]


@pytest.mark.parametrize(("ties", "expected", "numbers", "settled_by"), TIES)
def test_a_tie_is_settled_by_the_rulebook(
    ties: tuple[TieBreak, ...],
    expected: dict[int, Decision],
    numbers: tuple[int, ...],
    settled_by: tuple[TieBreak, ...],
) -> None:
    """Equal votes are ordered by the rulebook's rules, and the outcome tells which of them decided [F1]."""
    found = count(*TIED, ties=ties)
    assert decisions(found) == expected
    assert found.ties == (Tie(votes=100, numbers=numbers, settled_by=settled_by, awaits_lot=False),)
    assert {row.place for row in found.rows} == {1}


def test_a_tie_that_decides_awaits_the_lot() -> None:
    """Without the public value the tied projects wait, and what is certain is decided already [F1]."""
    found = count((9, 10, 500), *TIED, (3, 95, 90), (4, 20, 80), (5, 1, 10))
    assert decisions(found) == {9: WON, 1: AWAITS, 2: AWAITS, 3: UNFIT, 4: AWAITS, 5: BELOW}
    assert found.awaiting == (1, 2, 4)
    assert found.ties == (Tie(votes=100, numbers=(1, 2), settled_by=(), awaits_lot=True),)


@pytest.mark.parametrize("seed", [f"{number:064x}" for number in range(4)])
def test_the_lot_decides_by_its_key(seed: str) -> None:
    """The project with the smaller key is taken first, as anyone can compute [F1]."""
    found = count(*TIED, seed=seed)
    first = min((1, 2), key=lambda number: lot_key(seed, number))
    assert found.winners == (first,)
    assert found.ties[0].settled_by == (LOT,)
    assert found.ties[0].numbers[0] == first
    assert found.lot_seed == seed


NO_DECIDING_TIE = [
    pytest.param(((1, 60, 100), (2, 40, 100)), {1: WON, 2: WON}, id="both fit"),
    pytest.param(((1, 101, 100), (2, 40, 100)), {1: UNFIT, 2: WON}, id="one fits in no order"),
    pytest.param(((1, 101, 100), (2, 102, 100)), {1: UNFIT, 2: UNFIT}, id="neither fits"),
    pytest.param(((1, 60, 49), (2, 50, 49)), {1: BELOW, 2: BELOW}, id="both below the threshold"),
]


@pytest.mark.parametrize(("projects", "expected"), NO_DECIDING_TIE)
def test_a_tie_that_changes_nothing_awaits_nothing(
    projects: tuple[tuple[int, int, int], ...], expected: dict[int, Decision]
) -> None:
    """No lot is drawn, and none is told, where every order has the same winners [F1]."""
    found = count(*projects)
    assert decisions(found) == expected
    assert found.ties == ()


def test_stopping_makes_a_tie_decide() -> None:
    """Where the list ends at the first that does not fit, it matters who of two equals comes first [F1]."""
    found = count((1, 101, 100), (2, 40, 100), not_fitting=NotFitting.STOP)
    assert decisions(found) == {1: UNFIT, 2: AWAITS}
    assert found.ties[0].awaits_lot


def test_nothing_is_awaited_after_a_stop() -> None:
    """Equal votes after the end of the list change nothing [F1]."""
    found = count((1, 101, 100), (2, 40, 90), (3, 40, 90), not_fitting=NotFitting.STOP)
    assert decisions(found) == {1: UNFIT, 2: AFTER, 3: AFTER}
    assert found.ties == ()


def test_exclusive_projects() -> None:
    """The project with more votes excludes its partner, which is told by whom; its money goes on [F1]."""
    found = count((1, 60, 300), (2, 30, 200), (3, 40, 100), exclusive=((2, 1),))
    assert decisions(found) == {1: WON, 2: EXCLUDED, 3: WON}
    assert [row.excluded_by for row in found.rows] == [None, 1, None]


def test_a_partner_that_does_not_win_excludes_nobody() -> None:
    """A project that gets no money leaves the place to its partner [F1]."""
    found = count((1, 160, 300), (2, 30, 200), exclusive=((1, 2),))
    assert decisions(found) == {1: UNFIT, 2: WON}


def test_exclusive_equals_await_the_lot_and_others_do_not() -> None:
    """With money for all, the lot decides between two that exclude each other, about nobody else [F1]."""
    found = count((1, 10, 100), (2, 10, 100), (3, 10, 90), exclusive=((1, 2),))
    assert decisions(found) == {1: AWAITS, 2: AWAITS, 3: WON}


def test_a_partner_of_somebody_who_awaits_the_lot_awaits_it_too() -> None:
    """Whether a project is excluded cannot be told before its partner's lot is drawn [F1]."""
    found = count((1, 10, 100), (2, 10, 100), (3, 10, 90), (4, 10, 80), exclusive=((1, 2), (1, 3)))
    assert decisions(found) == {1: AWAITS, 2: AWAITS, 3: AWAITS, 4: WON}


def test_an_outcome_without_projects() -> None:
    """A territory in which nothing stood for election keeps its money [F1]."""
    found = count()
    assert (found.rows, found.winners, found.left) == ((), (), 100)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param({"projects": [(1, 5, 5), (1, 6, 6)]}, "stands twice", id="a number twice"),
        pytest.param({"projects": [(1, -5, 5)]}, "below zero", id="a cost below zero"),
        pytest.param({"projects": [], "money": -1}, "below zero", id="money below zero"),
        pytest.param({"projects": [], "ties": (CHEAPER,)}, "decides in the end", id="ties without an end"),
    ],
)
def test_nonsense_is_refused(arguments: dict[str, object], message: str) -> None:
    """What no loader lets through raises instead of giving an outcome [F1]."""
    projects = arguments.pop("projects")
    with pytest.raises(ValueError, match=message):
        count(*projects, **arguments)  # type: ignore[misc, arg-type]
