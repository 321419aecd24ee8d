"""Who may support, ask and merge now; apart, because card and act must give the same answer (D6)."""

from collections.abc import Iterator
from datetime import datetime

from core.model.proposal import Proposal, ProposalStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.sharing import TALKED_ABOUT

QUESTION_AT_MOST = 500
"""Characters of a question: read on a phone without scrolling."""

ANSWER_AT_MOST = 1000
"""Characters of an answer."""

MOST_WAITING = 3
"""Questions of a person that may wait for moderation at once in a campaign."""

MOST_OFFERS = 3
"""Offers to merge a proposal that may wait for an answer at once."""

_MERGEABLE = frozenset({ProposalStatus.REGISTERED})


def support_verdict(proposal: Proposal, rulebook: Rulebook, now: datetime, *, is_own: bool) -> Verdict:
    """Say whether a verified person may support ``proposal`` at ``now`` (D6).

    Facts: ``SUPPORT_OWN`` and ``DISCUSSION_SETTLED`` number, the latter also status and, where it was merged,
    into; ``DISCUSSION_NOT_OPEN`` phase (``before``, ``after`` or ``none``), council, and for a stage that the
    rulebook has opens and closes (UTC, half-open).
    """
    own = Reason(refusal=Refusal.SUPPORT_OWN, facts={"number": proposal.number})
    return Verdict(reasons=(*((own,) if is_own else ()), *_talk_reasons(proposal, rulebook, now)))


def question_verdict(
    proposal: Proposal, rulebook: Rulebook, now: datetime, *, is_own: bool, waiting: int
) -> Verdict:
    """Say whether a verified person with so many questions ``waiting`` may ask one at ``now`` (D6).

    Facts as those of ``support_verdict``; ``QUESTION_OWN`` number, ``QUESTIONS_WAITING`` most.
    """
    own = Reason(refusal=Refusal.QUESTION_OWN, facts={"number": proposal.number})
    many = Reason(refusal=Refusal.QUESTIONS_WAITING, facts={"most": MOST_WAITING})
    reasons = (
        *((own,) if is_own else ()),
        *_talk_reasons(proposal, rulebook, now),
        *((many,) if waiting >= MOST_WAITING else ()),
    )
    return Verdict(reasons=reasons)


def merge_verdict(mine: Proposal, into: Proposal, *, waiting: int = 0) -> Verdict:
    """Say whether ``mine``, with so many offers ``waiting``, may become part of ``into`` (D6).

    The two are of two authors; somebody at the akimat has read both, and the council has decided on neither.
    Facts: ``MERGE_OWN`` number; ``MERGE_SETTLED`` number and status of the one that is not in between;
    ``OFFERS_WAITING`` most.
    """
    if mine.person_key == into.person_key:
        return Verdict(reasons=(Reason(refusal=Refusal.MERGE_OWN, facts={"number": into.number}),))
    many = Reason(refusal=Refusal.OFFERS_WAITING, facts={"most": MOST_OFFERS})
    settled = (
        Reason(refusal=Refusal.MERGE_SETTLED, facts={"number": each.number, "status": each.status.value})
        for each in (mine, into)
        if each.status not in _MERGEABLE
    )
    return Verdict(reasons=(*settled, *((many,) if waiting >= MOST_OFFERS else ())))


def can_be_merged(proposal: Proposal) -> bool:
    """Say whether the proposal has been read and is still open enough to be merged with another (D6)."""
    return proposal.status in _MERGEABLE


def _talk_reasons(proposal: Proposal, rulebook: Rulebook, now: datetime) -> Iterator[Reason]:
    if proposal.status not in TALKED_ABOUT:
        merged = {"into": proposal.merged_into} if proposal.merged_into is not None else {}
        facts = {"number": proposal.number, "status": proposal.status.value, **merged}
        yield Reason(refusal=Refusal.DISCUSSION_SETTLED, facts=facts)
        return
    window = rulebook.window(Stage.DISCUSSION, proposal.territory)
    council = rulebook.council.name
    if window is None:
        yield Reason(refusal=Refusal.DISCUSSION_NOT_OPEN, facts={"phase": "none", "council": council})
    elif not window.is_open(now):
        phase = "before" if now < window.opens else "after"
        days = {"opens": window.opens, "closes": window.closes}
        yield Reason(refusal=Refusal.DISCUSSION_NOT_OPEN, facts={"phase": phase, "council": council, **days})
