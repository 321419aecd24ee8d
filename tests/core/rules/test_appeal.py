"""Until when a refusal may be appealed against, with which words, and who may decide on it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law.zone import end_of, local_date
from core.model.appeal import Appeal
from core.model.language import Language
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, Verdict
from core.model.staff import Actor, Role
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rules.appeal import (
    APPEAL_AT_MOST,
    AppealTerm,
    Part,
    answer_due,
    appeal_term,
    appeal_text_verdict,
    appeal_verdict,
    appeals_come_late,
    decider_verdict,
)
from tests.support.town import RULEBOOK

DAYS = 'appeal_days = { value = 3, act = "choice" }\n'
ANSWER = 'appeal_answer_working_days = { value = 5, act = "choice" }\n'
BOOK = read(RULEBOOK, "semey-demo")
REFUSED = datetime(2026, 9, 10, 6, tzinfo=UTC)
ENDS = datetime(2026, 9, 13, 19, tzinfo=UTC)
"""Midnight of Almaty after the third day that follows the day of the refusal."""

BALLOT = BOOK.window(Stage.VOTING)
assert BALLOT is not None
OPEN = BALLOT.opens
SECOND = timedelta(seconds=1)
WHERE = "eski-qala"
FILED = Appeal(number=44, ordinal=2, text="Қараңыз.", language=Language.KAZAKH, filed_at=REFUSED, due_at=None)


def without(*lines: str) -> Rulebook:
    """Return the rulebook that leaves terms of appeals unstated."""
    text = RULEBOOK
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    keys = ", ".join(f'"review.{line.partition(" ")[0]}"' for line in lines)
    unstated = 'unstated = ["akimat.bin", "official.application_form"]'
    assert unstated in text
    return read(text.replace(unstated, unstated.replace("]", f", {keys}]")), "open")


def verdict(now: datetime, rulebook: Rulebook = BOOK, **facts: object) -> Verdict:
    """Return what the rule says of an appeal against a refusal of `REFUSED`."""
    known = {"territory": WHERE, "status": ProposalStatus.REFUSED, "refused_at": REFUSED, "appeal": None}
    return appeal_verdict(rulebook, **{**known, **facts}, now=now)  # type: ignore[arg-type]  # facts vary


def refusals(verdict: Verdict) -> list[Refusal]:
    """Return the codes of every reason."""
    return [reason.refusal for reason in verdict.reasons]


@pytest.mark.parametrize(
    ("now", "is_allowed"),
    [(REFUSED, True), (ENDS - SECOND, True), (ENDS, False), (ENDS + SECOND, False)],
)
def test_the_term_is_of_whole_days(now: datetime, *, is_allowed: bool) -> None:
    """Three calendar days after the day of the refusal, to the last second of Almaty's clock [B6] [P8]."""
    found = verdict(now)
    assert found.is_allowed is is_allowed
    if not is_allowed:
        assert refusals(found) == [Refusal.APPEAL_TOO_LATE]
        assert found.reasons[0].facts == {"last_day": local_date(ENDS - SECOND), "is_ballot": False}


def test_the_ballot_ends_every_term() -> None:
    """A refusal on the eve of the ballot: from its opening on nothing could come of an appeal [B6] [A4]."""
    eve = OPEN - timedelta(hours=12)
    assert appeal_term(BOOK, WHERE, eve) == AppealTerm(closes=OPEN, is_of_ballot=True)
    assert verdict(OPEN - SECOND, refused_at=eve).is_allowed
    found = verdict(OPEN, refused_at=eve)
    assert found.reasons[0].facts["is_ballot"] is True


def test_an_unstated_term_lasts_until_the_ballot() -> None:
    """No source names a term: the opening of the ballot is the only end [A1] [B6]."""
    book = without(DAYS)
    assert appeal_term(book, WHERE, REFUSED) == AppealTerm(closes=OPEN, is_of_ballot=True)
    assert verdict(ENDS, book).is_allowed
    assert not verdict(OPEN, book).is_allowed


@pytest.mark.parametrize("status", [each for each in ProposalStatus if each is not ProposalStatus.REFUSED])
def test_only_a_refusal_is_appealed_against(status: ProposalStatus) -> None:
    """Whatever else a proposal is, withdrawn for instance, there is nothing to appeal against [B6]."""
    found = verdict(REFUSED, status=status, refused_at=None)
    assert refusals(found) == [Refusal.APPEAL_NOTHING]
    assert found.reasons[0].facts == {"status": status.value}


def test_there_is_one_appeal() -> None:
    """A second one is refused whatever became of the first, and whatever the proposal is now [B6]."""
    for status in (ProposalStatus.REFUSED, ProposalStatus.REGISTERED):
        assert refusals(verdict(ENDS, status=status, appeal=FILED)) == [Refusal.APPEAL_FILED]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Аула ашық.", []),
        ("", [Refusal.APPEAL_EMPTY]),
        (" \n\t", [Refusal.APPEAL_EMPTY]),
        ("ә" * APPEAL_AT_MOST, []),
        ("ә" * (APPEAL_AT_MOST + 1), [Refusal.TEXT_TOO_LONG]),
        ("990101100000", [Refusal.TEXT_HOLDS_IIN]),
        ("9901 0110 0000 " + "ә" * APPEAL_AT_MOST, [Refusal.TEXT_TOO_LONG, Refusal.TEXT_HOLDS_IIN]),
    ],
)
def test_the_words_of_an_appeal(text: str, expected: list[Refusal]) -> None:
    """Something must be said, in one message and without an IIN; every fault at once [B6] [P1] [P7]."""
    assert refusals(appeal_text_verdict(text)) == expected


def test_the_answer_has_its_term() -> None:
    """Five working days after the day on which it came: Thursday to Thursday [B6] [L2]."""
    assert answer_due(BOOK, WHERE, REFUSED) == end_of(local_date(REFUSED) + timedelta(days=7))
    far = datetime(2060, 1, 1, tzinfo=UTC)
    assert answer_due(BOOK, WHERE, far) is None, "the days off are not known so far"


def test_the_ballot_ends_the_answers_term() -> None:
    """What comes in the last days is answered before the ballot opens, or it is in vain [B6] [A4]."""
    for moment in (OPEN - timedelta(days=3), OPEN - SECOND):
        assert answer_due(BOOK, WHERE, moment) == OPEN
    assert answer_due(without(ANSWER), WHERE, REFUSED) == OPEN, "the only end that is known"
    for moment in (OPEN, OPEN + SECOND):
        assert answer_due(without(ANSWER), WHERE, moment) is None


def test_refusals_that_leave_no_time() -> None:
    """Three days to appeal and five working ones to answer have to pass before a ballot opens [B6] [C3]."""
    assert not appeals_come_late(BOOK, REFUSED)
    eve = OPEN - timedelta(days=5)
    assert appeals_come_late(BOOK, eve)
    assert not appeals_come_late(BOOK, OPEN), "it has opened: there is nothing to hurry for"
    assert not appeals_come_late(without(DAYS, ANSWER), eve), "no source names a term"
    assert appeals_come_late(without(ANSWER), OPEN - timedelta(days=1))


def test_others_than_the_first_decide() -> None:
    """Persons count: a second login of the one who refused is refused, and so is the author [B6] [L1]."""
    for first, is_allowed in [({b"b"}, True), ({b"a", b"b"}, False), (set[bytes](), True)]:
        found = decider_verdict(_actor(b"a"), {Part.AUTHOR: {b"author"}, Part.REFUSAL: first})
        assert found.is_allowed is is_allowed
        assert all(reason.facts == {"part": "refusal"} for reason in found.reasons)
    every = {part: {b"a"} for part in Part}
    for part in Part:
        found = decider_verdict(_actor(b"a"), {part: {b"a"}})
        assert refusals(found) == [Refusal.APPEAL_OWN_DECISION]
        assert found.reasons[0].facts == {"part": part.value}
    assert decider_verdict(_actor(b"a"), every).reasons[0].facts == {"part": "author"}
    assert decider_verdict(_actor(b"a"), {}).is_allowed


@given(
    refused_at=st.datetimes(datetime(2026, 9, 1), datetime(2026, 10, 30), timezones=st.just(UTC)),  # noqa: DTZ001
    waited=st.timedeltas(timedelta(0), timedelta(days=60)),
)
def test_a_term_once_over_stays_over(refused_at: datetime, waited: timedelta) -> None:
    """From its end on an appeal is never allowed again, before it always [B6] [P8]."""
    term = appeal_term(BOOK, WHERE, refused_at)
    assert term is not None
    now = refused_at + waited
    assert verdict(now, refused_at=refused_at).is_allowed is (now < term.closes)


def _actor(person_key: bytes) -> Actor:
    roles = frozenset({Role.AKIM})
    return Actor(akimat="semey", staff_id=7, person_key=person_key, name="Әкім", roles=roles)
