"""The rulebook as amended, and when it may be: extensions, mergers, freezes, stops, errors (A2, A4)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.amendment import (
    CorrectedField,
    Correction,
    EarlyFreeze,
    Stop,
)
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rulebook.changes import fingerprint
from core.rulebook.sourced import CHOICE, Sourced
from core.rules.amendments import UnfitAmendment, amended, concerned, disorder, places_of, with_change
from core.rules.reminders import reminded_windows
from tests.core.rules.amending import (
    BEFORE,
    BOOK,
    DAY,
    HERE,
    NAME,
    THERE,
    VOTING,
    WHOLE,
    WHY,
    approved,
    extension,
    refusals,
)


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
