"""Real and invented elections counted again, and ties told exactly."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.outcome import Candidate
from core.rules.pabulib import Election, PabulibProject, parse_pabulib
from core.rules.replay import RULES, Finding, Replayed, replay
from tests.core.rules.brute_force import orders, walk
from tests.house import tree

INVENTED = tree.ROOT / "tests" / "data" / "pabulib"
# Real elections bear no licence, so no copy is kept; those that lie beside the checkout are counted too.
REAL = tree.ROOT.parent / "shared" / "data" / "pabulib"
GREEDY_FILES = [
    pytest.param(path, id=path.stem)
    for path in (
        *sorted(INVENTED.glob("*_match.pb")),
        *sorted(INVENTED.glob("*_tie.pb")),
        *sorted(REAL.glob("*.pb")),
    )
]


def election(
    projects: list[tuple[int, int, bool]], budget: int, rule: str = "greedy", threshold: int = 0
) -> Election:
    """Return an election of projects given as cost, score and whether the file lets them win."""
    return Election(
        rule=rule,
        budget=Fraction(budget),
        threshold=Fraction(threshold),
        projects=tuple(
            PabulibProject(
                project_id=str(number), cost=Fraction(cost), score=Fraction(score), is_selected=is_selected
            )
            for number, (cost, score, is_selected) in enumerate(projects)
        ),
    )


@pytest.mark.parametrize("path", GREEDY_FILES)
def test_elections_follow_their_rule(path: Path) -> None:
    """Every greedy election that tells its winners has those of our count or of some order of equals [F1]."""
    read = parse_pabulib(path.read_text(encoding="utf-8-sig"))
    expected = {Finding.MATCH, Finding.TIE} if read.has_winners else {Finding.NO_WINNERS}
    assert replay(read).finding in (expected if read.rule in RULES else {Finding.OTHER_RULE})


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("skip_match", Finding.MATCH),
        ("stop_match", Finding.MATCH),
        ("threshold_match", Finding.MATCH),
        ("ordinal_tie", Finding.TIE),
        ("differs", Finding.DIFFERS),
        ("no_winners", Finding.NO_WINNERS),
        ("other_rule", Finding.OTHER_RULE),
    ],
)
def test_invented_elections(name: str, finding: Finding) -> None:
    """Each invented file is found to be what its name says [F1]."""
    assert replay(parse_pabulib((INVENTED / f"{name}.pb").read_text(encoding="utf-8"))).finding is finding


def test_a_difference_names_the_projects() -> None:
    """Who wins only in the file and who only by the rule is told by id [F1]."""
    found = replay(election([(70, 3, False), (60, 2, True), (40, 1, True)], budget=100))
    assert found == Replayed(finding=Finding.DIFFERS, only_in_file=("1", "2"), only_by_rule=("0",))


def test_a_greedy_file_may_have_a_threshold() -> None:
    """Any of the rules leaves out what has less than the file's least score [F1]."""
    for rule in RULES:
        found = replay(election([(10, 5, True), (10, 4, False)], budget=100, rule=rule, threshold=5))
        assert found.finding is Finding.MATCH


def test_a_withdrawn_project_stops_nobody() -> None:
    """A project withdrawn after the vote, marked by its cost, does not end the list [F1]."""
    found = replay(election([(999_999_999, 9, False), (10, 4, True)], budget=100, rule="greedy-no-skip"))
    assert found.finding is Finding.MATCH


@pytest.mark.parametrize("rule", ["greedy", "greedy-no-skip"])
def test_many_equals_are_told_without_trying_their_orders(rule: str) -> None:
    """Two hundred equal scores are more orders than can be tried, and yet the answer is exact [F1]."""
    won = [(2, 7, number % 2 == 0) for number in range(200)]
    assert replay(election(won, budget=201, rule=rule)).finding is Finding.TIE
    one_too_few = [(2, 7, number % 2 == 0 and number > 0) for number in range(200)]
    assert replay(election(one_too_few, budget=201, rule=rule)).finding is Finding.DIFFERS


_PROJECTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.booleans()), min_size=1, max_size=5)


@given(_PROJECTS, st.integers(0, 9), st.sampled_from(sorted(RULES)), st.integers(0, 1))
@settings(max_examples=600)
def test_a_tie_is_what_some_order_gives(
    projects: list[tuple[int, int, bool]], budget: int, rule: str, threshold: int
) -> None:
    """A file matches if every order of equals has its winners, and is a tie if some order has them [F1]."""
    candidates = [
        Candidate(number=number, cost=cost, votes=score) for number, (cost, score, _) in enumerate(projects)
    ]
    possible = {
        frozenset(walk(order, budget, threshold, RULES[rule], ())) for order in orders(candidates, (), None)
    }
    in_file = frozenset(number for number, (_, _, is_selected) in enumerate(projects) if is_selected)
    if in_file not in possible:
        expected = Finding.DIFFERS
    else:
        expected = Finding.MATCH if len(possible) == 1 else Finding.TIE
    assert replay(election(projects, budget, rule, threshold)).finding is expected
