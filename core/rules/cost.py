"""Whether the cost of a proposal may become another one: exact after the review, within the cap (C4)."""

from collections.abc import Iterator
from datetime import datetime

from core.model.language import Text
from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.wording import reason_reasons

_REVIEWED = frozenset({ProposalStatus.REGISTERED, ProposalStatus.ADMITTED})


def cost_verdict(
    rulebook: Rulebook,
    proposal: Proposal,
    cost: int | None,
    reason: Text | None,
    now: datetime,
    *,
    is_concluded: bool = False,
) -> Verdict:
    """Return every reason against ``cost`` (whole tenge, ``None`` for what is no number) at ``now`` (C4, A4).

    ``is_concluded`` says that the council has decided with the present cost and nobody has read it yet (C2).

    Refusals: ``cost-wrong`` with ``what`` (``status``, ``concluded``, ``unreadable``, ``same``, ``cap``) and
    the ``cap`` in tenge, 0 for none; ``ballot-frozen`` opens, closes; and those of a reason that people are
    told.
    """
    return Verdict(
        reasons=(
            *_ballot_reasons(rulebook, proposal.territory, now),
            *_cost_reasons(rulebook, proposal, cost, is_concluded=is_concluded),
            *reason_reasons(reason),
        )
    )


def _ballot_reasons(rulebook: Rulebook, territory: str, now: datetime) -> Iterator[Reason]:
    """Change no cost from the opening on: people have seen it, and the outcome is counted by it."""
    window = rulebook.window(Stage.VOTING, rulebook.voting_territory(territory))
    since = rulebook.ballot_stands_from(territory)
    if window is not None and since is not None and now >= since:
        yield Reason(refusal=Refusal.BALLOT_FROZEN, facts={"opens": window.opens, "closes": window.closes})


def _cost_reasons(
    rulebook: Rulebook, proposal: Proposal, cost: int | None, *, is_concluded: bool
) -> Iterator[Reason]:
    cap = rulebook.cap()
    faults = {
        "status": proposal.status not in _REVIEWED,
        "concluded": is_concluded,
        "unreadable": cost is None or cost <= 0,
        "same": cost == proposal.cost,
        "cap": cap is not None and cost is not None and cost > cap,
    }
    for what, is_fault in faults.items():
        if is_fault:
            yield Reason(refusal=Refusal.COST_WRONG, facts={"what": what, "cap": cap or 0})
