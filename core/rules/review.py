"""Who may move a proposal from which status to which; author and staff move the same one (B6, C1)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.law.zone import end_of, last_date_before, local_date
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal, refuse
from core.model.stage import Stage
from core.rulebook.model import Rulebook


class ReviewAct(StrEnum):
    """What somebody does with a submitted proposal: the clerk, the council, its author."""

    REGISTER = "register"
    RETURN = "return"
    REFUSE = "refuse"
    ADMIT = "admit"
    WITHDRAW = "withdraw"
    RESUBMIT = "resubmit"
    MERGE = "merge"
    REOPEN = "reopen"
    OVERTURN = "overturn"


_S = ProposalStatus
_MOVES: Mapping[ReviewAct, Mapping[ProposalStatus, ProposalStatus]] = MappingProxyType(
    {
        ReviewAct.REGISTER: {_S.SUBMITTED: _S.REGISTERED},
        ReviewAct.RETURN: {_S.SUBMITTED: _S.RETURNED},
        # What was returned and never reworked is refused once its term is over, at any time without a term.
        ReviewAct.REFUSE: {_S.SUBMITTED: _S.REFUSED, _S.REGISTERED: _S.REFUSED, _S.RETURNED: _S.REFUSED},
        ReviewAct.ADMIT: {_S.REGISTERED: _S.ADMITTED},
        ReviewAct.WITHDRAW: {_S.SUBMITTED: _S.WITHDRAWN, _S.RETURNED: _S.WITHDRAWN},
        ReviewAct.RESUBMIT: {_S.RETURNED: _S.SUBMITTED},
        ReviewAct.MERGE: {_S.REGISTERED: _S.MERGED},
        # An appeal that is upheld leads past the refusal: to the council, or to the ballot.
        ReviewAct.REOPEN: {_S.REFUSED: _S.REGISTERED},
        ReviewAct.OVERTURN: {_S.REFUSED: _S.ADMITTED},
    }
)


def next_status(
    status: ProposalStatus, act: ReviewAct, *, due_at: datetime | None = None, now: datetime | None = None
) -> ProposalStatus:
    """Return what a proposal becomes by ``act``; a rework ends at the instant ``due_at`` (B6, C1, C2).

    Raises:
        RuleViolation: ``proposal-decided`` with the ``status``, ``withdraw-too-late`` with it,
            ``proposal-not-returned`` with it, or ``rework-too-late`` with its ``last_day``.
    """
    found = _MOVES[act].get(status)
    is_over = due_at is None or (now is not None and now >= due_at)
    is_too_early = act is ReviewAct.REFUSE and status is ProposalStatus.RETURNED and not is_over
    if found is None or is_too_early:
        raise refuse(_refusal_of(act), status=status.value)
    if act is ReviewAct.RESUBMIT and due_at is not None and is_over:
        raise refuse(Refusal.REWORK_TOO_LATE, last_day=last_date_before(due_at))
    return found


def _refusal_of(act: ReviewAct) -> Refusal:
    match act:
        case ReviewAct.WITHDRAW:
            return Refusal.WITHDRAW_TOO_LATE
        case ReviewAct.RESUBMIT:
            return Refusal.PROPOSAL_NOT_RETURNED
        case _:
            return Refusal.PROPOSAL_DECIDED


def rework_due(rulebook: Rulebook, territory: str, now: datetime) -> datetime | None:
    """Return the half-open end of a rework that is asked for at ``now``, ``None`` where no source says.

    The term is ``review.rework_days`` calendar days after the day of the return; it never outlasts the stage
    of rework where the campaign has one.
    """
    days = rulebook.review.get("rework_days")
    stage = rulebook.window(Stage.REWORK, territory)
    own = end_of(local_date(now) + timedelta(days=days.value)) if days is not None else None
    ends = [each for each in (own, stage.closes if stage is not None else None) if each is not None]
    return min(ends, default=None)
