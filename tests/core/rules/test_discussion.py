"""Who may support, ask and merge: status, stage, authorship, and how many questions wait (D6)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.model.campaign import CampaignId
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.loader import read
from core.rules.discussion import (
    MOST_WAITING,
    can_be_merged,
    merge_verdict,
    question_verdict,
    support_verdict,
)
from tests.support.town import RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
WINDOW = BOOK.stages[Stage.DISCUSSION]
SILENT = replace(BOOK, stages={key: each for key, each in BOOK.stages.items() if key is not Stage.DISCUSSION})
MINE = Proposal(
    campaign_id=CampaignId("semey", "semey-demo"),
    number=44,
    person_key=b"mine",
    account_id=1,
    status=ProposalStatus.REGISTERED,
    version=1,
    title="Орындық қою",
    direction="greening",
    territory="samal-1",
    landmark="Абай алаңы",
    latitude=None,
    longitude=None,
    cost=340_000,
    due_at=None,
    papers_due_at=None,
    merged_into=None,
    submitted_at=datetime(2026, 9, 1, tzinfo=UTC),
)
OTHER = replace(MINE, number=45, person_key=b"other")
TALKED = {ProposalStatus.REGISTERED, ProposalStatus.ADMITTED}
OPEN_ONES = {ProposalStatus.REGISTERED}


def refusals(verdict: Verdict) -> list[Refusal]:
    """Return why a verdict refuses."""
    return [reason.refusal for reason in verdict.reasons]


@pytest.mark.parametrize("status", ProposalStatus)
def test_only_what_is_read_and_open_is_talked_about(status: ProposalStatus) -> None:
    """Support and questions go to registered and admitted proposals alone [D6]."""
    proposal = replace(OTHER, status=status)
    expected = [] if status in TALKED else [Refusal.DISCUSSION_SETTLED]
    assert refusals(support_verdict(proposal, BOOK, WINDOW.opens, is_own=False)) == expected
    asked = question_verdict(proposal, BOOK, WINDOW.opens, is_own=False, waiting=0)
    assert refusals(asked) == expected


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (WINDOW.opens - timedelta(microseconds=1), "before"),
        (WINDOW.opens, None),
        (WINDOW.closes - timedelta(microseconds=1), None),
        (WINDOW.closes, "after"),
    ],
)
def test_the_stage_is_half_open(now: datetime, phase: str | None) -> None:
    """The first instant counts, the last one no more; the refusal says which side it is [D6] [P8]."""
    reasons = support_verdict(OTHER, BOOK, now, is_own=False).reasons
    assert [reason.facts["phase"] for reason in reasons] == ([phase] if phase else [])


def test_without_a_stage_there_is_no_talk() -> None:
    """A rulebook that has no discussion says so, and names the council [D6] [A2]."""
    (reason,) = support_verdict(OTHER, SILENT, WINDOW.opens, is_own=False).reasons
    assert (reason.facts["phase"], reason.facts["council"]) == ("none", BOOK.council.name)


def test_all_reasons_come_at_once() -> None:
    """One's own proposal, too late, with three questions waiting: each is said [P7] [D6]."""
    late = question_verdict(MINE, BOOK, WINDOW.closes, is_own=True, waiting=MOST_WAITING)
    assert refusals(late) == [
        Refusal.QUESTION_OWN,
        Refusal.DISCUSSION_NOT_OPEN,
        Refusal.QUESTIONS_WAITING,
    ]
    assert refusals(support_verdict(MINE, BOOK, WINDOW.opens, is_own=True)) == [Refusal.SUPPORT_OWN]


@pytest.mark.parametrize("mine", ProposalStatus)
@pytest.mark.parametrize("into", ProposalStatus)
def test_two_open_proposals_of_two_people_are_merged(mine: ProposalStatus, into: ProposalStatus) -> None:
    """Each of the two has been read and is undecided; the refusal names whichever is not [D6] [C2]."""
    one, other = replace(MINE, status=mine), replace(OTHER, status=into)
    settled = [each.number for each in (one, other) if each.status not in OPEN_ONES]
    verdict = merge_verdict(one, other)
    assert [reason.facts["number"] for reason in verdict.reasons] == settled
    assert verdict.is_allowed is (can_be_merged(one) and can_be_merged(other))
    own = merge_verdict(one, replace(other, person_key=one.person_key))
    assert refusals(own) == [Refusal.MERGE_OWN]
