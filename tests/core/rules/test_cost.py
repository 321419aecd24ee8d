"""When a cost may become the exact one, and what stands against it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.proposal import Proposal, ProposalStatus
from core.rulebook.loader import read
from core.rules.cost import cost_verdict
from tests.support.town import CLOSED, OPEN, RULEBOOK

BOOK = read(RULEBOOK, "semey-demo")
CAP = BOOK.cap()
REVIEW = datetime(2026, 10, 20, 6, tzinfo=UTC)
WHY = Text(kk="Сметаны мамандар есептеді.", ru="Смету посчитали специалисты.")
PROPOSAL = Proposal(
    campaign_id=CampaignId("semey", "semey-demo"),
    number=44,
    person_key=b"",
    account_id=None,
    status=ProposalStatus.REGISTERED,
    version=1,
    title="",
    direction="rest-and-play",
    territory="eski-qala",
    landmark="",
    latitude=None,
    longitude=None,
    cost=340_000,
    due_at=None,
    papers_due_at=None,
    merged_into=None,
    submitted_at=REVIEW,
)


@pytest.mark.parametrize(
    ("cost", "found"),
    [
        (380_000, []),
        (CAP, []),
        (1, []),
        (None, ["unreadable"]),
        (0, ["unreadable"]),
        (-5, ["unreadable"]),
        (340_000, ["same"]),
        ((CAP or 0) + 1, ["cap"]),
    ],
)
def test_a_cost_is_whole_tenge_within_the_cap(cost: int | None, found: list[str]) -> None:
    """An exact cost is a number of tenge, another than before, and no more than the rules allow [C4] [A1]."""
    reasons = cost_verdict(BOOK, PROPOSAL, cost, WHY, REVIEW).reasons
    assert [reason.facts["what"] for reason in reasons] == found


@pytest.mark.parametrize("status", list(ProposalStatus))
def test_only_after_the_review_and_before_the_end(status: ProposalStatus) -> None:
    """What was registered or admitted may get its exact cost, nothing else [C4]."""
    verdict = cost_verdict(BOOK, replace(PROPOSAL, status=status), 380_000, WHY, REVIEW)
    assert verdict.is_allowed == (status in {ProposalStatus.REGISTERED, ProposalStatus.ADMITTED})


@pytest.mark.parametrize("now", [OPEN, CLOSED])
def test_the_ballot_is_frozen_from_the_opening_on(now: datetime) -> None:
    """From the opening on no cost changes silently, and everything else is said, too [C4] [A4] [P7]."""
    reasons = cost_verdict(BOOK, PROPOSAL, None, None, now).reasons
    assert [reason.refusal.value for reason in reasons] == ["ballot-frozen", "cost-wrong", "reason-missing"]


def test_no_cap_means_no_limit() -> None:
    """Where no source has a cap none is made up [C4] [P2]."""
    book = replace(BOOK, cost_cap=None)
    assert cost_verdict(book, PROPOSAL, 10**12, WHY, REVIEW).is_allowed


def test_what_the_council_has_concluded_keeps_its_cost() -> None:
    """Between a conclusion and its publication the cost stays: the protocol says it already [C4] [C2]."""
    reasons = cost_verdict(BOOK, PROPOSAL, 380_000, WHY, REVIEW, is_concluded=True).reasons
    assert [reason.facts["what"] for reason in reasons] == ["concluded"]
