"""The moves of a proposal: every status by every act."""

from datetime import UTC, datetime

import pytest

from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, RuleViolation
from core.rulebook.loader import read
from core.rules.review import ReviewAct, next_status, rework_due
from tests.core.rulebook.sample import DEMO, edited

RULEBOOK = read(DEMO, "demo")
S = ProposalStatus
ALLOWED = {
    (S.SUBMITTED, ReviewAct.REGISTER): S.REGISTERED,
    (S.SUBMITTED, ReviewAct.RETURN): S.RETURNED,
    (S.SUBMITTED, ReviewAct.REFUSE): S.REFUSED,
    (S.REGISTERED, ReviewAct.REFUSE): S.REFUSED,
    (S.RETURNED, ReviewAct.REFUSE): S.REFUSED,
    (S.REGISTERED, ReviewAct.ADMIT): S.ADMITTED,
    (S.SUBMITTED, ReviewAct.WITHDRAW): S.WITHDRAWN,
    (S.RETURNED, ReviewAct.WITHDRAW): S.WITHDRAWN,
    (S.RETURNED, ReviewAct.RESUBMIT): S.SUBMITTED,
    (S.REGISTERED, ReviewAct.MERGE): S.MERGED,
    (S.REFUSED, ReviewAct.REOPEN): S.REGISTERED,
    (S.REFUSED, ReviewAct.OVERTURN): S.ADMITTED,
}
REFUSED_BY = {
    ReviewAct.WITHDRAW: Refusal.WITHDRAW_TOO_LATE,
    ReviewAct.RESUBMIT: Refusal.PROPOSAL_NOT_RETURNED,
}
NOW = dict.fromkeys(ReviewAct) | {ReviewAct.REFUSE: datetime(2026, 9, 20, tzinfo=UTC)}
"""A refusal comes after the term of a rework, should there be one."""

RETURNED_AT = datetime(2026, 9, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize("status", ProposalStatus)
@pytest.mark.parametrize("act", ReviewAct)
def test_every_cell(status: ProposalStatus, act: ReviewAct) -> None:
    """Each act moves from its own statuses alone; from any other it is refused with the status [B6] [C1]."""
    if (status, act) in ALLOWED:
        assert next_status(status, act, due_at=RETURNED_AT, now=NOW[act]) is ALLOWED[status, act]
        return
    with pytest.raises(RuleViolation) as refused:
        next_status(status, act)
    assert refused.value.refusal is REFUSED_BY.get(act, Refusal.PROPOSAL_DECIDED)
    assert refused.value.reasons[0].facts == {"status": status.value}


def test_rework_ends_half_open() -> None:
    """A rework is taken until the instant before its end; the last day is the one before midnight [B6]."""
    due_at = rework_due(RULEBOOK, "samal", RETURNED_AT)
    assert due_at == datetime(2026, 9, 14, 19, tzinfo=UTC)
    before = due_at.replace(hour=18, minute=59)
    assert next_status(S.RETURNED, ReviewAct.RESUBMIT, due_at=due_at, now=before) is S.SUBMITTED
    with pytest.raises(RuleViolation) as refused:
        next_status(S.RETURNED, ReviewAct.RESUBMIT, due_at=due_at, now=due_at)
    assert refused.value.refusal is Refusal.REWORK_TOO_LATE
    assert str(refused.value.reasons[0].facts["last_day"]) == "2026-09-14"


def test_nobody_is_refused_during_a_rework() -> None:
    """What was returned is refused when its term is over, and no instant before [B6] [C1]."""
    due_at = datetime(2026, 9, 14, 19, tzinfo=UTC)
    for now in (None, due_at.replace(hour=18)):
        with pytest.raises(RuleViolation) as refused:
            next_status(S.RETURNED, ReviewAct.REFUSE, due_at=due_at, now=now)
        assert refused.value.refusal is Refusal.PROPOSAL_DECIDED
    assert next_status(S.RETURNED, ReviewAct.REFUSE, due_at=due_at, now=due_at) is S.REFUSED


def test_a_rework_without_a_term_is_refused_at_any_time() -> None:
    """Where no source gives a term nothing would ever end the rework: the clerk may [B6] [C1]."""
    assert next_status(S.RETURNED, ReviewAct.REFUSE, due_at=None, now=RETURNED_AT) is S.REFUSED


def test_rework_never_outlasts_its_stage() -> None:
    """Where the campaign has a stage of rework, it ends every rework [A2] [B6]."""
    stage = '[stages.rework]\nopens = 2026-09-01T00:00:00\ncloses = 2026-09-12T00:00:00\nact = "choice"\n\n'
    rulebook = read(edited(("[stages.review]", stage + "[stages.review]")), "sample")
    assert rework_due(rulebook, "samal", RETURNED_AT) == datetime(2026, 9, 11, 19, tzinfo=UTC)
