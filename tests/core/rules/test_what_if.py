"""Other settings beside the ones that bind: read, tried, compared (F4)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.outcome import Candidate, Decision
from core.rulebook.model import NotFitting, TieBreak
from core.rules.outcome import Outcome, outcome
from core.rules.what_if import (
    TIES,
    Fate,
    Settings,
    SettingWrong,
    TriedField,
    compare,
    name_of,
    read_settings,
    try_out,
)
from tests.core.rules.samples import outcome_rules

BINDING = Settings(
    threshold=5,
    money=100,
    not_fitting=NotFitting.SKIP,
    ties=(TieBreak.EARLIER_NUMBER,),
    exclusive=((1, 2),),
)
PROJECTS = [
    Candidate(number=1, votes=30, cost=60),
    Candidate(number=2, votes=20, cost=30),
    Candidate(number=3, votes=10, cost=50),
    Candidate(number=4, votes=4, cost=10),
    Candidate(number=5, votes=40, cost=1, is_stopped=True),
]
RULES = outcome_rules(ties=BINDING.ties, exclusive=BINDING.exclusive)
BALLOT = {each.number for each in PROJECTS}


def tried(**changes: object) -> Outcome:
    """Return the count under other settings."""
    return try_out(PROJECTS, replace(BINDING, **changes), RULES, lot_seed=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "winners"),
    [
        ({}, (1,)),
        ({"exclusive": ()}, (1, 2)),
        ({"exclusive": (), "threshold": 0}, (1, 2, 4)),
        ({"exclusive": (), "threshold": 21}, (1,)),
        ({"money": 110}, (1, 3)),
        ({"money": 100, "not_fitting": NotFitting.PART}, (1, 3)),
        ({"money": 100, "exclusive": (), "not_fitting": NotFitting.STOP, "threshold": 0}, (1, 2)),
    ],
)
def test_each_setting_changes_what_it_says(changes: dict[str, object], winners: tuple[int, ...]) -> None:
    """Threshold, what does not fit, money and pairs each give their own winners; stopped stays [F4] [F1]."""
    assert tried(**changes).winners == winners


def test_differences_are_marked() -> None:
    """A project with another fate is marked, one with the same is not [F4]."""
    binding = {
        row.number: Fate(decision=row.decision, granted=row.granted, excluded_by=row.excluded_by)
        for row in tried().rows
    }
    compared = compare(binding, tried(exclusive=()))
    assert {each.number for each in compared if each.is_changed} == {2}
    changed = next(each for each in compared if each.is_changed)
    assert (changed.binding.decision, changed.tried.decision) == (Decision.EXCLUDED, Decision.WON)
    assert not any(each.is_changed for each in compare(binding, tried()))


def test_a_form_that_says_nothing_is_what_binds() -> None:
    """Missing fields are as they bind; an emptied list of pairs has none [F4]."""
    assert read_settings({}, BINDING, BALLOT) == BINDING
    typed = {
        "threshold": "1 000",
        "money": "2 500 000",
        "not-fitting": "part",
        "ties": "cheaper-lot",
        "exclusive": "4-3\n\n 1 – 2 \n3-4",
    }
    found = read_settings(typed, BINDING, BALLOT)
    assert (found.threshold, found.money, found.not_fitting) == (1000, 2_500_000, NotFitting.PART)
    assert found.ties == (TieBreak.CHEAPER, TieBreak.LOT)
    assert found.exclusive == ((1, 2), (3, 4))
    assert read_settings({"exclusive": ""}, BINDING, BALLOT).exclusive == ()


@pytest.mark.parametrize(
    ("field", "written"),
    [
        (TriedField.THRESHOLD, "-1"),
        (TriedField.THRESHOLD, ""),
        (TriedField.THRESHOLD, "9" * 5000),
        (TriedField.MONEY, "0"),
        (TriedField.MONEY, "1.5"),
        (TriedField.MONEY, "9" * 17),
        (TriedField.NOT_FITTING, "never"),
        (TriedField.TIES, "none"),
        (TriedField.EXCLUSIVE, "1-1"),
        (TriedField.EXCLUSIVE, "1-99"),
        (TriedField.EXCLUSIVE, "1 and 2"),
    ],
)
def test_what_cannot_be_read_is_told_by_field(field: TriedField, written: str) -> None:
    """A field that makes no sense is named and nothing is tried [F4] [P7]."""
    with pytest.raises(SettingWrong) as caught:
        read_settings({field.value: written}, BINDING, BALLOT)
    assert caught.value.field is field


def test_every_order_of_ties_has_a_name() -> None:
    """Whatever a rulebook may say of ties is one of the choices [F4]."""
    for name, ties in TIES.items():
        assert name_of(ties) == name


@given(
    votes=st.lists(st.integers(0, 9), min_size=1, max_size=6),
    money=st.integers(1, 40),
    threshold=st.integers(0, 6),
    not_fitting=st.sampled_from(NotFitting),
)
def test_the_settings_that_bind_change_nothing(
    votes: list[int], money: int, threshold: int, not_fitting: NotFitting
) -> None:
    """Tried with its own settings, a count comes out as it was [F4]."""
    rules = outcome_rules(ties=(TieBreak.EARLIER_NUMBER,), not_fitting=not_fitting)
    found = [Candidate(number=place, votes=each, cost=place) for place, each in enumerate(votes, start=1)]
    binding = outcome(found, money=money, threshold=threshold, rules=rules)
    same = Settings(
        threshold=threshold,
        money=money,
        not_fitting=not_fitting,
        ties=(TieBreak.EARLIER_NUMBER,),
        exclusive=(),
    )
    assert try_out(found, same, rules, lot_seed=None) == binding
