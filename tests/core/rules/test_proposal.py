"""Every check of intake: what refuses, what only warns, and what is still missing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.model.proposal import Author, Contents, Estimate, EstimateLine, Step
from core.model.refusals import Reason, Refusal
from core.model.stage import Stage
from core.rules.proposal import (
    DESCRIPTION_AT_MOST,
    LANDMARK_AT_MOST,
    NAME_AT_MOST,
    REASON_AT_MOST,
    TITLE_AT_MOST,
    ImprovedYard,
    IntakeFacts,
    KnownProposal,
    ProposalCheck,
    ProposalWarning,
    check_proposal,
)
from tests.core.rules.intake import BOOK, CAP, FINISHED, INTAKE, NOON, PICTURE, book, facts
from tests.core.rules.samples import (
    LEFT,
    OTHER_CITY,
    RIGHT,
    VOTING,
    proposal_rules,
    registration,
    resident,
    window,
)

SECOND = timedelta(seconds=1)
UNTIL = {"closes": INTAKE.closes, "is_rework": False}


def check(known: IntakeFacts | None = None, now: datetime = NOON, **spoilt: Any) -> ProposalCheck:
    """Check the finished proposal of which ``spoilt`` changes some."""
    return check_proposal(BOOK, replace(FINISHED, **spoilt), known or facts(), now)


def reasons(asked: ProposalCheck) -> dict[Refusal, dict[str, object]]:
    """Return the reasons with their facts."""
    return {reason.refusal: dict(reason.facts) for reason in asked.verdict.reasons}


def test_a_finished_proposal_can_be_submitted() -> None:
    """With every answer, in time, by an adult of the place, nothing stands against it [B3] [B1]."""
    asked = check()
    assert asked.can_be_submitted
    assert asked == ProposalCheck(missing=(), verdict=asked.verdict, warnings=(), similar=())


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            INTAKE.opens - SECOND,
            {Refusal.INTAKE_NOT_OPEN_YET: {"opens": INTAKE.opens, "closes": INTAKE.closes}},
        ),
        (INTAKE.opens, {}),
        (INTAKE.closes - SECOND, {}),
        (INTAKE.closes, {Refusal.INTAKE_CLOSED: {"last_day": date(2027, 3, 1)}}),
    ],
)
def test_intake_is_half_open(now: datetime, expected: dict[Refusal, dict[str, object]]) -> None:
    """Proposals are taken from the opening up to the close, to the second [B3] [P8]."""
    assert reasons(check(now=now)) == expected
    assert reasons(check(facts(is_rework=True), now=now)) == {}


def test_a_territory_has_an_intake_of_its_own() -> None:
    """Where a district's intake is moved, its window counts for places there alone [A2] [B3]."""
    later = window(Stage.INTAKE, "2027-02-20T00:00:00+05:00", "2027-03-20T00:00:00+05:00")
    moved = book(stage_overrides={RIGHT: {Stage.INTAKE: later}})
    right = check_proposal(moved, replace(FINISHED, territory=RIGHT), facts(), NOON)
    assert list(reasons(right)) == [Refusal.INTAKE_NOT_OPEN_YET]
    assert check_proposal(moved, FINISHED, facts(), NOON).can_be_submitted


def test_a_rulebook_without_intake_is_a_mistake() -> None:
    """The loader lets none pass, so it is an error and no refusal [A2]."""
    with pytest.raises(KeyError):
        check_proposal(book(stages={Stage.VOTING: VOTING}), FINISHED, facts(), NOON)


AUTHORS: list[Any] = [
    pytest.param(facts(resident=None), {Refusal.AUTHOR_NOT_VERIFIED: {}}, id="nobody verified"),
    pytest.param(
        facts(resident=resident(registration(), born=date(2009, 2, 11))),
        {Refusal.AUTHOR_UNDER_AGE: {"author_age": 18, "of_age_on": date(2027, 2, 11)}},
        id="a day too young",
    ),
    pytest.param(facts(resident=resident(registration(), born=date(2009, 2, 10))), {}, id="18 today"),
    pytest.param(facts(resident=resident()), {Refusal.AUTHOR_NOT_RESIDENT: {}}, id="registered nowhere"),
    pytest.param(
        facts(resident=resident(registration(OTHER_CITY))),
        {Refusal.AUTHOR_NOT_RESIDENT: {}},
        id="registered in another city",
    ),
    pytest.param(facts(resident=resident(registration(RIGHT))), {}, id="in the other district: may propose"),
    pytest.param(
        facts(resident=resident(registration(until=date(2027, 2, 9)))),
        {Refusal.AUTHOR_NOT_RESIDENT: {}},
        id="until yesterday",
    ),
    pytest.param(facts(resident=resident(registration(until=date(2027, 2, 10)))), {}, id="until today"),
    pytest.param(facts(own=(7,)), {Refusal.SECOND_PROPOSAL: {"number": 7, "most": 1}}, id="a second one"),
    pytest.param(facts(own=(7,), is_rework=True), {}, id="the same one again"),
    pytest.param(facts(resident=resident(), is_rework=True), {}, id="moved away during rework"),
]


@pytest.mark.parametrize(("known", "expected"), AUTHORS)
def test_who_may_propose(known: IntakeFacts, expected: dict[Refusal, dict[str, object]]) -> None:
    """An adult of the campaign's territories proposes once; rework asks only who it is [B1] [B3]."""
    assert reasons(check(known)) == expected


CONTENTS: list[Any] = [
    pytest.param({"direction": "metro"}, Refusal.DIRECTION_UNKNOWN, {}, id="direction"),
    pytest.param(
        {"title": "Скамейки. Урны"}, Refusal.TITLE_TOO_MANY_SENTENCES, {"allowed": 1}, id="two sentences"
    ),
    pytest.param(
        {"title": "а" * (TITLE_AT_MOST + 1)},
        Refusal.TITLE_TOO_LONG,
        {"most": TITLE_AT_MOST, "length": TITLE_AT_MOST + 1},
        id="long title",
    ),
    pytest.param(
        {"description": "а" * (DESCRIPTION_AT_MOST + 1)},
        Refusal.DESCRIPTION_TOO_LONG,
        {"most": DESCRIPTION_AT_MOST, "length": DESCRIPTION_AT_MOST + 1},
        id="long description",
    ),
    pytest.param(
        {"reason": "а" * (REASON_AT_MOST + 1)},
        Refusal.ANSWER_TOO_LONG,
        {"step": "direction", "most": REASON_AT_MOST, "length": REASON_AT_MOST + 1},
        id="long reason",
    ),
    pytest.param(
        {"landmark": "а" * (LANDMARK_AT_MOST + 1)},
        Refusal.ANSWER_TOO_LONG,
        {"step": "place", "most": LANDMARK_AT_MOST, "length": LANDMARK_AT_MOST + 1},
        id="long landmark",
    ),
    pytest.param(
        {"author": replace(FINISHED.author, name="А" * (NAME_AT_MOST + 1))},
        Refusal.ANSWER_TOO_LONG,
        {"step": "author", "most": NAME_AT_MOST, "length": NAME_AT_MOST + 1},
        id="long name",
    ),
    pytest.param({"territory": OTHER_CITY}, Refusal.PLACE_OUTSIDE, {}, id="another city"),
    pytest.param(
        {"estimate": Estimate(typed=CAP + 1)},
        Refusal.COST_OVER_CAP,
        {"cost": CAP + 1, "cap": CAP},
        id="a tenge over the cap",
    ),
    pytest.param(
        {"estimate": Estimate(typed=1, lines=(EstimateLine(item="липа", quantity=Decimal(3), price=CAP),))},
        Refusal.COST_OVER_CAP,
        {"cost": 3 * CAP, "cap": CAP},
        id="lines over the cap",
    ),
    pytest.param({"pictures": (PICTURE,) * 4}, Refusal.TOO_MANY_PICTURES, {"most": 3}, id="pictures"),
    pytest.param({"description": "ЖСН 990101100000"}, Refusal.HOLDS_IIN, {}, id="IIN in the description"),
    pytest.param({"title": "Дом 9901 0110 0000"}, Refusal.HOLDS_IIN, {}, id="IIN in groups in the title"),
    pytest.param({"landmark": "990101-100000"}, Refusal.HOLDS_IIN, {}, id="IIN in the landmark"),
    pytest.param(
        {"author": replace(FINISHED.author, name="Айгүл 990101100000")}, Refusal.HOLDS_IIN, {}, id="name"
    ),
    pytest.param(
        {"estimate": Estimate(lines=(EstimateLine(item="990101100000", quantity=Decimal(1), price=5),))},
        Refusal.HOLDS_IIN,
        {},
        id="IIN in a line of the estimate",
    ),
]


@pytest.mark.parametrize(("spoilt", "refusal", "special"), CONTENTS)
def test_what_the_contents_must_not_be(
    spoilt: dict[str, Any], refusal: Refusal, special: dict[str, object]
) -> None:
    """Each fault that would cost months later is refused at once, with the term to mend it [B3] [P7] [P1]."""
    assert reasons(check(**spoilt)) == {refusal: UNTIL | special}
    rework = check(facts(is_rework=True), now=INTAKE.closes, **spoilt)
    assert reasons(rework) == {refusal: UNTIL | special | {"is_rework": True}}


FITTING: list[Any] = [
    pytest.param({"title": "а" * TITLE_AT_MOST}, id="longest title"),
    pytest.param({"description": "а" * DESCRIPTION_AT_MOST}, id="longest description"),
    pytest.param({"reason": "а" * REASON_AT_MOST}, id="longest reason"),
    pytest.param({"landmark": "а" * LANDMARK_AT_MOST}, id="longest landmark"),
    pytest.param({"author": replace(FINISHED.author, name="А" * NAME_AT_MOST)}, id="longest name"),
    pytest.param({"estimate": Estimate(typed=CAP)}, id="exactly the cap"),
    pytest.param({"pictures": (PICTURE,) * 3}, id="most pictures"),
    pytest.param(
        {"author": Author(kind="resident", name="А", phone="+7 700 000 00 01")}, id="a phone is no IIN"
    ),
]


@pytest.mark.parametrize("spoilt", FITTING)
def test_what_just_fits_is_taken(spoilt: dict[str, Any]) -> None:
    """A limit itself is within the limit [B3]."""
    assert check(**spoilt).can_be_submitted


def test_limits_that_no_source_names_are_not_asked() -> None:
    """A rulebook that leaves limits open refuses nothing by them [A1] [B3]."""
    open_book = book(limits={}, cost_cap=None, proposal=proposal_rules())
    generous = replace(
        FINISHED, title="Раз. Два. Три", estimate=Estimate(typed=10**12), pictures=(PICTURE,) * 9
    )
    child = facts(resident=resident(registration(), born=date(2015, 1, 1)), own=(1, 2))
    assert check_proposal(open_book, generous, child, NOON).can_be_submitted


def test_everything_is_said_at_once() -> None:
    """Somebody with three faults reads of all three, those of time and person first [B3] [P7]."""
    asked = check(facts(resident=None), INTAKE.closes, title="Раз! Два", estimate=Estimate(typed=CAP + 1))
    assert list(reasons(asked)) == [
        Refusal.INTAKE_CLOSED,
        Refusal.AUTHOR_NOT_VERIFIED,
        Refusal.TITLE_TOO_MANY_SENTENCES,
        Refusal.COST_OVER_CAP,
    ]
    assert not asked.can_be_submitted


def test_an_empty_draft_is_missing_and_not_refused() -> None:
    """What was not answered yet is asked, and nothing stands against it [B2] [B3]."""
    asked = check_proposal(BOOK, Contents(language=FINISHED.language), facts(), NOON)
    assert asked.verdict.is_allowed
    assert asked.missing[0] is Step.DIRECTION
    assert not asked.can_be_submitted


def test_swearing_warns_and_refuses_nothing() -> None:
    """A swear word is left to a moderator [B3]."""
    asked = check(description="Вот же сука, темно!")
    assert [warned.warning for warned in asked.warnings] == [ProposalWarning.SWEARING]
    assert asked.can_be_submitted


OTHER = KnownProposal(
    number=7,
    title="Липы на улице Самурык",
    landmark="ул. Самурык, 10–58",
    territory=LEFT,
    direction="greening",
    latitude=None,
    longitude=None,
)


def test_a_similar_proposal_is_shown_and_refuses_nothing() -> None:
    """A similar one is named, so that it may be supported instead; one's own is not [B3]."""
    asked = check(facts(others=(OTHER,)))
    assert [similar.number for similar in asked.similar] == [7]
    (warned,) = asked.warnings
    assert warned.warning is ProposalWarning.SIMILAR
    assert warned.facts == {"number": 7, "title": OTHER.title}
    assert asked.can_be_submitted
    assert check(facts(others=(OTHER,), own=(7,), is_rework=True)).similar == ()


def test_a_yard_improved_lately_warns() -> None:
    """The office's list is shown with its day, and staff decide [B3]."""
    yard = ImprovedYard(territory=LEFT, address="ул. Самурык, 10", improved_on=date(2025, 6, 1))
    old = replace(yard, improved_on=date(2020, 6, 1))
    asked = check(facts(yards=(old, yard)))
    (warned,) = asked.warnings
    assert warned.warning is ProposalWarning.YARD
    assert warned.facts == {"address": "ул. Самурык, 10", "improved_on": date(2025, 6, 1)}
    assert asked.can_be_submitted


def test_a_draft_without_a_place_is_checked_too() -> None:
    """Without a territory, or with one that the campaign lacks, the other checks still speak [B3]."""
    yard = ImprovedYard(territory=LEFT, address="ул. Самурык, 10", improved_on=date(2025, 6, 1))
    known = facts(yards=(yard,), others=(OTHER,))
    assert check(known, territory=None, title="Раз! Два").verdict.reasons == (
        Reason(refusal=Refusal.TITLE_TOO_MANY_SENTENCES, facts=UNTIL | {"allowed": 1}),
    )
    assert check(known, territory=None).warnings == ()
    assert check(known, territory=OTHER_CITY).warnings == ()
