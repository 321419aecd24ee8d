"""The other channel's list line by line, and what people in both may have decided (A6)."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.outcome import Candidate
from core.model.refusals import Refusal
from core.rulebook.loader import read
from core.rulebook.model import NotFitting, OutcomeRules, TieBreak
from core.rules.elsewhere import (
    MOST_VOTES,
    Participant,
    ParticipantFault,
    differing,
    elsewhere_verdict,
    read_participants,
    read_totals,
)
from core.rules.elsewhere_reach import may_have_decided
from core.rules.iin import control_digit
from core.rules.outcome import outcome
from core.rules.sheet import read_sheet
from tests.core.rules.samples import outcome_rules
from tests.support.elsewhere import joint
from tests.support.town import IINS

BOOK = read(joint(), "semey-demo")


def lines(*written: str) -> list[Participant]:
    """Return what a list gives."""
    return list(read_participants(read_sheet(written), BOOK.territories))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", ParticipantFault.IIN_MISSING),
        ("3.1E+11", ParticipantFault.IIN_SCIENTIFIC),
        ("991231100001", ParticipantFault.IIN_WRONG),
        ("name", ParticipantFault.IIN_WRONG),
    ],
)
def test_bad_lines_are_told_by_number(line: str, fault: ParticipantFault) -> None:
    """A line that is no person is refused by its number, and nothing of it is repeated [A6] [P1]."""
    found = lines("iin;name", f"{IINS[0]};x", f"{line};x")
    assert found[1] == Participant(line=3, fault=fault)
    assert found[0].iin == IINS[0]


def test_zeros_that_a_spreadsheet_cut_are_restored_and_said() -> None:
    """A number without its leading zeros is taken with a note on the line [A6] [L3]."""
    whole = f"00010160001{control_digit('00010160001')}"
    found = lines("iin", whole.lstrip("0"))
    assert (found[0].iin, found[0].fault) == (whole, ParticipantFault.IIN_ZEROS_RESTORED)
    assert ParticipantFault.IIN_ZEROS_RESTORED.keeps_line


def test_territory_is_optional_but_must_be_known() -> None:
    """With the column of territories an unknown one refuses the line, an empty one does not [A6]."""
    found = lines("territory,iin", f"ortalyq,{IINS[0]}", f",{IINS[1]}", f"mars,{IINS[2]}", "x")
    assert [each.territory for each in found] == ["ortalyq", None, None, None]
    assert [each.fault for each in found] == [
        None,
        None,
        ParticipantFault.TERRITORY_UNKNOWN,
        ParticipantFault.FIELD_COUNT,
    ]


def test_a_person_who_stands_twice_is_one() -> None:
    """The second line of the same person is told and not counted [A6] [P3]."""
    found = lines("iin", IINS[0], IINS[0], f"  {IINS[1]} ")
    assert [each.fault for each in found] == [None, ParticipantFault.LINE_REPEATED, None]


@pytest.mark.parametrize("heading", ["name", "iin;iin", "iin;territory;territory", ""])
def test_without_its_column_nothing_is_read(heading: str) -> None:
    """A heading without one column of IINs refuses the whole list [A6]."""
    assert lines(heading, IINS[0]) == [Participant(line=1, fault=ParticipantFault.COLUMN_MISSING)]


def test_the_refusal_names_where_and_whom_to_ask() -> None:
    """Who has voted on the official page is told which one, and who mends a mistake [A6] [P7]."""
    assert elsewhere_verdict(BOOK, is_elsewhere=False).is_allowed
    (reason,) = elsewhere_verdict(BOOK, is_elsewhere=True).reasons
    assert reason.refusal is Refusal.VOTED_ELSEWHERE
    assert reason.facts["page"] == BOOK.official.pages[0]
    assert reason.facts["phone"] == BOOK.akimat.contacts[0].phone


@pytest.mark.parametrize("wrong", ["", "-1", "1.5", "abc", "١", "9" * 13, str(MOST_VOTES + 1)])
def test_totals_that_are_no_number_are_told_by_project(wrong: str) -> None:
    """An empty or impossible field is told by its project; spaces between digits are read [A6]."""
    totals, told = read_totals({1: "1 200", 2: wrong, 9: "5"}, [2, 1])
    assert totals == {1: 1200}
    assert told == [2]


def test_what_two_people_typed_is_compared() -> None:
    """Differences are told by project [A6] [L1]."""
    assert differing({1: 5, 2: 3}, {1: 5, 2: 3}) == []
    assert differing({1: 5, 2: 3}, {1: 6, 2: 3, 3: 0}) == [1, 3]


def rules(**changes: object) -> OutcomeRules:
    """Return rules of the outcome: ties by number, unless said otherwise."""
    return outcome_rules(**{"ties": (TieBreak.EARLIER_NUMBER,), **changes})  # type: ignore[arg-type]


def candidates(*votes_and_costs: tuple[int, int]) -> list[Candidate]:
    """Return projects numbered from 1."""
    return [
        Candidate(number=number, votes=votes, cost=cost)
        for number, (votes, cost) in enumerate(votes_and_costs, start=1)
    ]


@pytest.mark.parametrize(
    ("projects", "least"),
    [
        # A gap of 10 between the last winner and the first loser, who stands behind by number.
        (((30, 10), (20, 10)), 11),
        # The loser stands first by number, so equal votes are enough.
        (((20, 10), (30, 10)), 10),
        # Both winners fit, their order is nobody's loss; but one may fall below the threshold of 5.
        (((30, 5), (29, 5), (9, 5)), 21),
        (((7, 10), (0, 10)), 3),
        # A dear project passes two cheap ones only when both lose votes.
        (((15, 6), (14, 4), (10, 10)), 10),
    ],
)
def test_reach_of_people_in_both(projects: tuple[tuple[int, int], ...], least: int) -> None:
    """The number of people in both reaches a gap exactly where fewer votes make other winners [A6]."""
    for twice in (0, 1, least - 1, least, least + 5):
        found = may_have_decided(candidates(*projects), twice, money=10, threshold=5, rules=rules())
        assert found is (twice >= least)


def test_an_open_lot_is_reached_too() -> None:
    """What takes away a tie that awaits a lot changes who may win [A6] [F1]."""
    lot = rules(ties=(TieBreak.LOT,))
    assert may_have_decided(candidates((9, 10), (9, 10)), 1, money=10, threshold=5, rules=lot)
    assert not may_have_decided(candidates((9, 10), (7, 10)), 1, money=10, threshold=5, rules=lot)


def test_what_cannot_be_reckoned_is_said_to_reach() -> None:
    """With more ways than are tried the answer is that it may have decided, and it comes soon [A6]."""
    many = candidates(*((1000 + place, 30 - place) for place in range(25)))
    assert may_have_decided(many, 400, money=1000, threshold=5, rules=rules())


VOTES = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3)), min_size=2, max_size=4)


@settings(max_examples=150, deadline=None)
@given(
    projects=VOTES,
    twice=st.integers(0, 4),
    money=st.integers(1, 6),
    threshold=st.integers(0, 3),
    not_fitting=st.sampled_from(NotFitting),
    pairs=st.sampled_from([(), ((1, 2),)]),
)
def test_reach_is_what_trying_every_way_gives(
    projects: list[tuple[int, int]],
    twice: int,
    money: int,
    threshold: int,
    not_fitting: NotFitting,
    pairs: tuple[tuple[int, int], ...],
) -> None:
    """Another sharing of the money is found exactly where trying every way finds one [A6]."""
    ruled = rules(not_fitting=not_fitting, exclusive=pairs)
    found = candidates(*projects)

    def shared(votes: tuple[int, ...]) -> set[tuple[int, int]]:
        counted = [
            Candidate(number=each.number, cost=each.cost, votes=left)
            for each, left in zip(found, votes, strict=True)
        ]
        rows = outcome(counted, money=money, threshold=threshold, rules=ruled).rows
        return {(row.number, row.granted) for row in rows if row.granted}

    own = tuple(each.votes for each in found)
    ways = product(*(range(votes + 1) for votes in own))
    expected = any(shared(way) != shared(own) for way in ways if sum(own) - sum(way) <= twice)
    assert may_have_decided(found, twice, money=money, threshold=threshold, rules=ruled) is expected
