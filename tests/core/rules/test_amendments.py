"""The rulebook as amended, and when it may be: extensions, mergers, freezes, stops, errors (A2, A4)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.amendment import (
    Amending,
    Amendment,
    AmendmentState,
    CorrectedField,
    Correction,
    EarlyFreeze,
    Extension,
    Merger,
    Stop,
)
from core.model.language import Text
from core.model.project import ProjectStatus
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.changes import fingerprint
from core.rulebook.loader import read
from core.rulebook.model import Mode, Rulebook
from core.rulebook.sourced import CHOICE, Sourced
from core.rules.amendment_verdicts import Standing, amendment_verdict, is_signed_act, settling_verdict
from core.rules.amendments import UnfitAmendment, amended, concerned, disorder, places_of, with_change
from core.rules.reminders import reminded_windows
from tests.core.rules.samples import project
from tests.support.town import CLOSED, OPEN, RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
VOTING = BOOK.stages[Stage.VOTING]
REVIEW = BOOK.stages[Stage.REVIEW]
BEFORE = REVIEW.closes + timedelta(hours=1)
"""Review is over, voting has not begun."""

WHY = Text(kk="Жол жабылды", ru="Дорога была закрыта")
DAY = timedelta(days=1)
HERE, THERE = "samal", "ortalyq"
WHOLE = Merger(territories=(THERE, HERE), slug="merged-1", name=Text(kk="А – Б", ru="А – Б"))
NAME = Text(kk="Жөндеу", ru="Ремонт")


def extension(
    stage: Stage = Stage.VOTING,
    *,
    by: timedelta = 3 * DAY,
    territory: str | None = None,
    book: Rulebook = BOOK,
) -> Extension:
    """Return the extension of a stage as it stands in the book."""
    old = book.window(stage, territory)
    assert old is not None
    return Extension(stage=stage, territory=territory, old=old.closes, new=old.closes + by)


def approved(*changes: Amending, at: datetime = BEFORE) -> list[Amendment]:
    """Return the changes as approved amendments."""
    return [
        Amendment(
            number=number,
            what=what,
            reason=WHY,
            state=AmendmentState.APPROVED,
            proposed_by=1,
            proposed_at=at,
            settled_by=2,
            settled_at=at,
        )
        for number, what in enumerate(changes, start=1)
    ]


def refusals(
    what: Amending, now: datetime, book: Rulebook = BOOK, reason: Text | None = WHY, **standing: object
) -> list[tuple[Refusal, object]]:
    """Return why an amendment is refused, each with what is wrong or the stage that it is about."""
    reasons = amendment_verdict(book, what, reason, Standing(**standing), now).reasons  # type: ignore[arg-type]
    return [(each.refusal, each.facts.get("what", each.facts.get("stage"))) for each in reasons]


def test_nothing_amended_is_the_same_book() -> None:
    """Without amendments, and with those of projects alone, rulebook and fingerprint stay [A1] [A4]."""
    assert amended(BOOK, ()) is BOOK
    told = approved(Stop(number=1), Correction(number=1, field=CorrectedField.TITLE, old=NAME, new=WHY))
    assert fingerprint(amended(BOOK, told)) == fingerprint(BOOK)


def test_the_voting_ends_later_and_results_begin_after_it() -> None:
    """The old end stays known, dates of counting stay, results begin after the new end [A2] [E1]."""
    book = amended(BOOK, approved(extension()))
    window = book.stages[Stage.VOTING]
    assert (window.closes, window.first_closes) == (VOTING.closes + 3 * DAY, VOTING.closes)
    assert window.unextended == VOTING
    assert book.stages[Stage.RESULTS].opens == window.closes
    assert book.stages[Stage.IMPLEMENTATION] == BOOK.stages[Stage.IMPLEMENTATION]
    assert list(disorder(book)) == []
    again = amended(book, approved(extension(book=book, by=DAY)))
    assert again.stages[Stage.VOTING].first_closes == VOTING.closes
    assert again.stages[Stage.VOTING].closes == VOTING.closes + 4 * DAY


def test_one_territory_alone_votes_longer() -> None:
    """A territory gets dates of its own, the others keep theirs; later the campaign's leave it alone [A2]."""
    book = amended(BOOK, approved(extension(territory=HERE)))
    assert book.window(Stage.VOTING, HERE) == replace(
        VOTING, closes=VOTING.closes + 3 * DAY, first_closes=VOTING.closes
    )
    assert book.window(Stage.RESULTS, HERE) != book.window(Stage.RESULTS, THERE)
    assert book.window(Stage.VOTING, THERE) == VOTING
    every = extension(book=book, by=DAY)
    assert concerned(book, every) == tuple(slug for slug in BOOK.voting.territories if slug != HERE)
    assert HERE not in places_of(book, every)
    assert places_of(book, extension(territory=HERE))[0] == HERE
    owners = {each.owner for each in reminded_windows(book) if each.window.stage is Stage.VOTING}
    assert owners == {HERE, BOOK.territories.children(None)[0].slug}


def test_a_file_that_says_so_itself_is_not_extended_twice() -> None:
    """What a changed file has taken up changes nothing more; what it contradicts is told [A2]."""
    change = extension(by=DAY)
    later = replace(BOOK, stages={**BOOK.stages, Stage.VOTING: replace(VOTING, closes=change.new)})
    assert with_change(later, change, None) == later
    gone = replace(
        BOOK, stages={stage: each for stage, each in BOOK.stages.items() if stage is not Stage.VOTING}
    )
    with pytest.raises(UnfitAmendment, match="amendment 1"):
        amended(gone, approved(change))
    sooner = replace(BOOK.stages[Stage.RESULTS], closes=VOTING.closes + timedelta(hours=1))
    with pytest.raises(UnfitAmendment, match="results"):
        amended(replace(BOOK, stages={**BOOK.stages, Stage.RESULTS: sooner}), approved(change))


def test_merged_territories_have_one_of_everything() -> None:
    """One list, one sum of money, one number of adults, the name of both; all of them vote there [K1]."""
    adults = {HERE: Sourced(value=40, act="x"), THERE: Sourced(value=60, act="x")}
    small = replace(BOOK, voting=replace(BOOK.voting, adults=adults))
    book = amended(small, approved(WHOLE))
    assert book.voting.territories == ("merged-1", "zhagalau", "qaragaily")
    assert {book.voting_territory(slug) for slug in (HERE, THERE, "samal-1", "merged-1")} == {"merged-1"}
    assert book.money["merged-1"] == Sourced(value=180_000_000, act=CHOICE)
    assert book.voting.adults == {"merged-1": Sourced(value=100, act="x")}
    assert not {HERE, THERE} & book.money.keys()
    assert book.territories.require("merged-1").name == WHOLE.name
    assert book.territories.require("merged-1").parent == BOOK.territories.require(HERE).parent
    slugs = list(book.territories.nodes)
    assert slugs.index("merged-1") < min(slugs.index(HERE), slugs.index(THERE))
    assert book.ballot_stands_from("samal-1") == VOTING.opens
    halved = amended(
        replace(small, voting=replace(small.voting, adults={HERE: adults[HERE]})), approved(WHOLE)
    )
    assert halved.voting.adults == {}


def test_dates_of_the_box_go_with_the_whole() -> None:
    """Equal dates of both are those of the whole; an intake of one's own stays with its part [A2] [K1]."""
    own = {stage: replace(BOOK.stages[stage], act="x") for stage in (Stage.VOTING, Stage.INTAKE)}
    dated = replace(BOOK, stage_overrides={HERE: own, THERE: {Stage.VOTING: own[Stage.VOTING]}})
    book = amended(dated, approved(WHOLE))
    assert book.stage_overrides == {
        HERE: {Stage.INTAKE: own[Stage.INTAKE]},
        "merged-1": {Stage.VOTING: own[Stage.VOTING]},
    }
    assert refusals(WHOLE, BEFORE, dated) == []
    uneven = replace(BOOK, stage_overrides={HERE: own})
    assert refusals(WHOLE, BEFORE, uneven) == [(Refusal.AMENDMENT_WRONG, "dates")]


def test_what_people_froze_stands_before_the_opening() -> None:
    """A ballot that was frozen early stands from then on, the others from their opening [A4]."""
    book = amended(BOOK, approved(EarlyFreeze(territory=HERE), at=BEFORE))
    assert book.ballot_stands_from("samal-1") == BEFORE
    assert book.ballot_stands_from(THERE) == VOTING.opens
    assert book.ballot_stands_from(None) == VOTING.opens
    assert fingerprint(book) == fingerprint(BOOK)


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


@given(
    st.lists(
        st.tuples(
            st.sampled_from((Stage.INTAKE, Stage.DISCUSSION, Stage.REVIEW, Stage.VOTING, Stage.RESULTS)),
            st.sampled_from((None, HERE, THERE, "samal-1")),
            st.integers(-24, 24 * 40),
        ),
        max_size=6,
    ),
    st.integers(0, 24 * 110),
)
def test_allowed_extensions_keep_order_and_counting_dates(
    wanted: list[tuple[Stage, str | None, int]], hour: int
) -> None:
    """However they follow each other, stages keep their order, ends move later, E1's dates stay [A2] [E1]."""
    now, book = BOOK.stages[Stage.INTAKE].opens + timedelta(hours=hour), BOOK
    for stage, territory, hours in wanted:
        what = extension(stage, by=timedelta(hours=hours), territory=territory, book=book)
        if refusals(what, now, book):
            continue
        former, book = book, amended(book, approved(what))
        for slug in (None, *BOOK.territories.nodes):
            old, new = former.window(stage, slug), book.window(stage, slug)
            assert old is not None
            assert new is not None
            assert (new.opens, new.closes >= old.closes) == (old.opens, True) or stage is Stage.RESULTS
    assert list(disorder(book)) == []
    for slug in BOOK.voting.territories:
        window = book.window(Stage.VOTING, slug)
        assert window is not None
        assert window.unextended == VOTING
