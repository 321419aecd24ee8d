"""When the office may extend, merge, freeze, stop or mend, and what is a signed act (A2, A4, K1)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.model.amendment import (
    Amending,
    AmendmentState,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Stop,
)
from core.model.language import Text
from core.model.project import ProjectStatus
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.model import Mode
from core.rulebook.model_voting import BoxKey
from core.rulebook.sourced import CHOICE, Sourced
from core.rules.amendment_verdicts import Standing, is_signed_act, settling_verdict
from core.rules.amendments import concerned
from tests.core.rules.amending import (
    BEFORE,
    BOOK,
    DAY,
    HERE,
    NAME,
    REVIEW,
    THERE,
    VOTING,
    WHOLE,
    WHY,
    approved,
    extension,
    refusals,
)
from tests.core.rules.samples import project
from tests.support.town import CLOSED, OPEN


def test_boxes_with_keys_in_a_safe_are_not_merged() -> None:
    """The merged box would have no key, so nothing would be frozen and nobody could vote there [K1] [E7]."""
    safe = replace(BOOK, voting=replace(BOOK.voting, box_key=Sourced(value=BoxKey.SAFE, act=CHOICE)))
    assert refusals(WHOLE, BEFORE) == []
    assert refusals(WHOLE, BEFORE, safe) == [(Refusal.AMENDMENT_WRONG, "safe")]


@pytest.mark.parametrize(
    ("what", "now", "expected"),
    [
        pytest.param(extension(), OPEN, [], id="while it lasts"),
        pytest.param(extension(), BEFORE, [], id="before it begins"),
        pytest.param(extension(), CLOSED, [(Refusal.STAGE_OVER, "voting")], id="at its end"),
        pytest.param(extension(), CLOSED - timedelta(microseconds=1), [], id="the last instant"),
        pytest.param(
            extension(by=timedelta()), OPEN, [(Refusal.AMENDMENT_WRONG, "earlier")], id="the same end"
        ),
        pytest.param(extension(by=-DAY), OPEN, [(Refusal.AMENDMENT_WRONG, "earlier")], id="an earlier end"),
        pytest.param(
            replace(extension(), old=VOTING.closes - DAY),
            OPEN,
            [(Refusal.AMENDMENT_WRONG, "changed")],
            id="extended meanwhile",
        ),
        pytest.param(
            extension(Stage.REVIEW, by=10 * DAY),
            REVIEW.opens,
            [(Refusal.AMENDMENT_WRONG, "order")],
            id="past the opening of the voting",
        ),
        pytest.param(
            extension(by=400 * DAY),
            OPEN,
            [(Refusal.AMENDMENT_WRONG, "order")],
            id="past the end of the results",
        ),
        pytest.param(
            replace(extension(), stage=Stage.REWORK),
            OPEN,
            [(Refusal.AMENDMENT_WRONG, "stage")],
            id="no such stage",
        ),
        pytest.param(
            replace(extension(), territory="nowhere"),
            OPEN,
            [(Refusal.AMENDMENT_WRONG, "stage")],
            id="no such territory",
        ),
        pytest.param(
            extension(territory="samal-1"), OPEN, [(Refusal.AMENDMENT_WRONG, "below")], id="a part of a box"
        ),
        pytest.param(
            extension(Stage.INTAKE, by=DAY, territory="samal-1"),
            BOOK.stages[Stage.INTAKE].opens,
            [],
            id="intake of a part",
        ),
        pytest.param(WHOLE, BEFORE, [], id="merged in time"),
        pytest.param(WHOLE, OPEN, [(Refusal.BALLOT_FROZEN, None)], id="merged too late"),
        pytest.param(
            replace(WHOLE, territories=(HERE,)),
            BEFORE,
            [(Refusal.AMENDMENT_WRONG, "territories")],
            id="one alone",
        ),
        pytest.param(
            replace(WHOLE, territories=(HERE, "samal-1")),
            BEFORE,
            [(Refusal.AMENDMENT_WRONG, "territories")],
            id="with a part of it",
        ),
        pytest.param(EarlyFreeze(territory=HERE), BEFORE, [], id="frozen in time"),
        pytest.param(
            EarlyFreeze(territory=HERE),
            REVIEW.opens,
            [(Refusal.FREEZE_TOO_EARLY, "review")],
            id="frozen too early",
        ),
        pytest.param(
            EarlyFreeze(territory="samal-1"),
            BEFORE,
            [(Refusal.AMENDMENT_WRONG, "territories")],
            id="a part frozen",
        ),
        pytest.param(Stop(number=1), OPEN, [(Refusal.AMENDMENT_WRONG, "project")], id="no such project"),
    ],
)
def test_when_it_may_be(what: Amending, now: datetime, expected: list[tuple[Refusal, object]]) -> None:
    """Later ends only, before the old one, in order; mergers and freezes at their time [A2] [A4] [K1]."""
    assert refusals(what, now) == expected


def test_what_stands_bars() -> None:
    """A frozen, a closed, an undecided territory, one without keys, and a guide [A4] [A6]."""
    frozen = {HERE: BEFORE}
    assert refusals(WHOLE, BEFORE, frozen=frozen) == [(Refusal.BALLOT_FROZEN, None)]
    early = EarlyFreeze(territory=HERE)
    assert refusals(early, BEFORE, frozen=frozen) == [(Refusal.FROZEN_ALREADY, None)]
    assert refusals(early, BEFORE, undecided=2) == [(Refusal.AMENDMENT_WRONG, "undecided")]
    assert refusals(early, BEFORE, has_keys=False) == [(Refusal.AMENDMENT_WRONG, "keys")]
    assert refusals(extension(), OPEN, closed=frozenset({HERE})) == [(Refusal.STAGE_OVER, "voting")]
    guide = replace(BOOK, voting=replace(BOOK.voting, mode=Sourced(value=Mode.GUIDE, act=CHOICE)))
    assert refusals(WHOLE, BEFORE, guide) == [(Refusal.AMENDMENT_WRONG, "guide")]
    assert refusals(early, BEFORE, guide) == [(Refusal.AMENDMENT_WRONG, "territories")]
    assert refusals(extension(), OPEN, guide) == []
    assert refusals(extension(), OPEN, reason=None) == [(Refusal.REASON_MISSING, None)]


def test_a_stop_needs_a_frozen_ballot_that_is_open() -> None:
    """Before the freeze the council refuses; after the close it decides on results; not twice [A4] [F2]."""
    here = project("samal-1", ProjectStatus.ADMITTED)
    stop = Stop(number=here.number)
    frozen = {HERE: VOTING.opens}
    assert refusals(stop, OPEN, project=here, frozen=frozen) == []
    assert refusals(stop, BEFORE, project=here) == [(Refusal.NOT_FROZEN_YET, None)]
    closed = frozenset({HERE})
    assert refusals(stop, CLOSED, project=here, frozen=frozen, closed=closed) == [
        (Refusal.STAGE_OVER, "voting")
    ]
    for status, what in ((ProjectStatus.STOPPED, "same"), (ProjectStatus.REFUSED, "project")):
        other = replace(here, status=status)
        assert refusals(stop, OPEN, project=other, frozen=frozen) == [(Refusal.AMENDMENT_WRONG, what)]


def test_a_typing_error_changes_words_alone() -> None:
    """Other words for what stands there, in both languages, not too long, without an IIN [A4] [P1]."""
    here = replace(project("samal-1", ProjectStatus.ADMITTED), title=NAME, description=WHY)
    right = Correction(
        number=1, field=CorrectedField.TITLE, old=NAME, new=Text(kk="Жөндеу жұмысы", ru="Ремонт двора")
    )
    assert refusals(right, OPEN, project=here) == []
    assert refusals(replace(right, field=CorrectedField.TEXT, old=WHY), OPEN, project=here) == []
    assert refusals(replace(right, new=NAME), OPEN, project=here) == [(Refusal.AMENDMENT_WRONG, "same")]
    assert refusals(replace(right, old=WHY), OPEN, project=here) == [(Refusal.AMENDMENT_WRONG, "same")]
    assert refusals(right, OPEN) == [(Refusal.AMENDMENT_WRONG, "project")]
    empty = replace(right, new=Text(kk="", ru="Ремонт двора"))
    assert refusals(empty, OPEN, project=here) == [(Refusal.TITLE_MISSING, "title")]
    long = replace(right, new=Text(kk="а" * 201, ru="б"))
    assert refusals(long, OPEN, project=here) == [(Refusal.TEXT_TOO_LONG, None)]


@pytest.mark.parametrize(
    ("what", "now", "frozen", "expected"),
    [
        (extension(), BEFORE, (), False),
        (extension(), OPEN, (), True),
        (extension(Stage.DISCUSSION, by=DAY), BEFORE, (HERE,), True),
        (Stop(number=1), OPEN, (HERE,), True),
        (Stop(number=1), OPEN, (THERE,), False),
    ],
)
def test_what_is_a_signed_act(what: Amending, now: datetime, frozen: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001
    """Once a ballot that it concerns stands, a change is an act of the ledger; a guide has none [A4]."""
    standing = Standing(frozen=dict.fromkeys(frozen, VOTING.opens))
    here = concerned(BOOK, what, "samal-1")
    assert is_signed_act(BOOK, what, here, standing, now) is expected
    guide = replace(BOOK, voting=replace(BOOK.voting, mode=Sourced(value=Mode.GUIDE, act=CHOICE)))
    assert not is_signed_act(guide, what, here, standing, now)


def test_settled_once() -> None:
    """What was approved, withdrawn or sent back is settled; what waits is not [A2]."""
    (done,) = approved(extension())
    assert settling_verdict(replace(done, state=AmendmentState.WAITING)).is_allowed
    (reason,) = settling_verdict(done).reasons
    assert (reason.refusal, reason.facts["state"]) == (Refusal.AMENDMENT_SETTLED, "approved")
