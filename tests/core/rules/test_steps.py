"""Which steps a campaign asks, which are open, and what stands before and after each."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.language import Language
from core.model.proposal import Author, Contents, Estimate, EstimateLine, Step
from core.model.territory import TerritoryTree
from core.rules.steps import (
    author_kind_of,
    first_missing,
    missing_steps,
    step_after,
    step_before,
    steps_of,
    territory_of,
)
from tests.core.rules.intake import BOOK, FINISHED, book
from tests.core.rules.samples import CITY, TREE, proposal_rules, sourced

EMPTY = Contents(language=Language.KAZAKH)
ELDER = Author(kind="house-elder", name="Ерлан", phone="77000000002")
ONE_PLACE = TerritoryTree(nodes={CITY: TREE.nodes[CITY]})


def test_steps_follow_the_campaign_and_the_author() -> None:
    """Papers only of authors that bring some, a question only where the rulebook asks it [B2] [A1]."""
    plain = [step for step in Step if step is not Step.PAPERS]
    assert list(steps_of(BOOK, FINISHED)) == plain
    assert list(steps_of(BOOK, replace(FINISHED, author=ELDER))) == list(Step)
    silent = book(proposal=proposal_rules())
    assert Step.QUESTION not in steps_of(silent, FINISHED)
    assert Step.QUESTION not in steps_of(book(proposal=proposal_rules(question=False)), FINISHED)
    assert steps_of(silent, FINISHED)[-1] is Step.PREVIEW


def test_a_single_territory_is_not_asked() -> None:
    """Where there is one territory only, it is that of every proposal [B2]."""
    alone = book(territories=ONE_PLACE)
    assert Step.TERRITORY not in steps_of(alone, EMPTY)
    assert territory_of(alone, EMPTY) == CITY
    assert territory_of(BOOK, EMPTY) is None


def test_a_single_kind_of_author_is_not_open() -> None:
    """Where residents alone propose, the kind needs no answer; an unknown kind is none [A1] [B2]."""
    alone = book(authors=BOOK.authors[:1])
    anybody = replace(FINISHED, author=replace(FINISHED.author, kind=None))
    assert author_kind_of(alone, anybody) == BOOK.authors[0]
    assert missing_steps(alone, anybody) == ()
    assert missing_steps(BOOK, anybody) == (Step.AUTHOR,)
    unknown = replace(FINISHED, author=replace(FINISHED.author, kind="mayor"))
    assert missing_steps(BOOK, unknown) == (Step.AUTHOR,)
    assert missing_steps(book(authors=()), anybody) == ()


def test_an_empty_draft_misses_everything_but_papers_and_preview() -> None:
    """What has not been answered is missing, in the order in which it is asked [B2] [B3]."""
    silent = {Step.PAPERS, Step.PREVIEW}
    assert missing_steps(BOOK, EMPTY) == tuple(step for step in Step if step not in silent)
    assert first_missing(BOOK, EMPTY) is Step.DIRECTION


def test_a_finished_draft_misses_nothing() -> None:
    """With every answer there is nothing left to ask [B2]."""
    assert missing_steps(BOOK, FINISHED) == ()
    assert first_missing(BOOK, FINISHED) is None


MISSING: list[Any] = [
    pytest.param({"direction": None}, Step.DIRECTION, id="no direction"),
    pytest.param({"direction": "other"}, Step.DIRECTION, id="«other» without its reason"),
    pytest.param({"direction": "other", "reason": " - "}, Step.DIRECTION, id="a reason of signs"),
    pytest.param({"title": "  "}, Step.TITLE, id="spaces"),
    pytest.param({"title": "..."}, Step.TITLE, id="dots"),
    pytest.param({"description": None}, Step.DESCRIPTION, id="no description"),
    pytest.param({"territory": None}, Step.TERRITORY, id="no territory"),
    pytest.param({"landmark": None, "latitude": 50.4, "longitude": 80.2}, Step.PLACE, id="a pin alone"),
    pytest.param({"estimate": Estimate()}, Step.ESTIMATE, id="no estimate"),
    pytest.param({"estimate": Estimate(file="digest")}, Step.ESTIMATE, id="a file without its sum"),
    pytest.param({"pictures": ()}, Step.PICTURES, id="no picture"),
    pytest.param({"author": Author(kind="resident", name="Айгүл")}, Step.AUTHOR, id="no contact"),
    pytest.param({"author": Author(kind="resident", phone="7")}, Step.AUTHOR, id="no name"),
    pytest.param({"agreed_version": None}, Step.RULES, id="rules not accepted"),
    pytest.param({"has_answered_question": False}, Step.QUESTION, id="question open"),
]


@pytest.mark.parametrize(("spoilt", "step"), MISSING)
def test_each_missing_answer_is_named(spoilt: dict[str, Any], step: Step) -> None:
    """Each answer that is not there leads back to its own step [B2] [B3]."""
    contents = replace(FINISHED, **spoilt)
    assert missing_steps(BOOK, contents) == (step,)
    assert first_missing(BOOK, contents) is step


ANSWERED: list[Any] = [
    pytest.param({"direction": "other", "reason": "Жол белгісі жоқ"}, id="«other» with its reason"),
    pytest.param({"estimate": Estimate(typed=1, file="digest")}, id="a file with its sum"),
    pytest.param(
        {"estimate": Estimate(lines=(EstimateLine(item="липа", quantity=Decimal(200), price=5000),))},
        id="lines",
    ),
    pytest.param({"author": ELDER}, id="papers are brought later"),
]


@pytest.mark.parametrize("answer", ANSWERED)
def test_other_ways_to_answer(answer: dict[str, Any]) -> None:
    """A stated reason, lines instead of a sum, papers that follow: nothing is open [B2] [A1]."""
    assert missing_steps(BOOK, replace(FINISHED, **answer)) == ()


def test_pictures_are_asked_as_many_as_the_rulebook_says() -> None:
    """The least number of pictures is the rulebook's; where it names none, none is missing [B2] [A1]."""
    two = book(limits={"pictures_at_least": sourced(2)})
    assert missing_steps(two, FINISHED) == (Step.PICTURES,)
    assert missing_steps(book(limits={}), replace(FINISHED, pictures=())) == ()


def test_steps_lead_to_each_other() -> None:
    """Forward passes over what isn't asked, back does too, and both have an end [B2]."""
    assert step_after(BOOK, FINISHED, Step.AUTHOR) is Step.RULES
    assert step_after(BOOK, replace(FINISHED, author=ELDER), Step.AUTHOR) is Step.PAPERS
    assert step_before(BOOK, FINISHED, Step.RULES) is Step.AUTHOR
    assert step_after(BOOK, FINISHED, Step.PAPERS) is Step.RULES
    assert step_before(BOOK, FINISHED, Step.PAPERS) is Step.AUTHOR
    assert step_after(BOOK, FINISHED, Step.PREVIEW) is None
    assert step_before(BOOK, FINISHED, Step.DIRECTION) is None


@given(st.sampled_from(Step), st.sampled_from([FINISHED, EMPTY, replace(FINISHED, author=ELDER)]))
def test_going_on_and_back_returns(step: Step, contents: Contents) -> None:
    """From every asked step, one forward and one back is the same step [B2]."""
    after = step_after(BOOK, contents, step)
    if step in steps_of(BOOK, contents) and after is not None:
        assert step_before(BOOK, contents, after) is step
