"""Whether clerk or council may decide so: ground, reasons, frozen ballot; apart from the moves (C1-C3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.model.language import Text
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.proposal import DESCRIPTION_AT_MOST, TITLE_AT_MOST
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST, both_reasons, reason_reasons

STAFF_ACTS = (ReviewAct.REGISTER, ReviewAct.RETURN, ReviewAct.REFUSE, ReviewAct.ADMIT)
"""What clerk and council decide; the other acts are the author's."""

SITE_CHECK_AT_MOST = 1000
"""Characters of what was found at the place."""

_REASONED = frozenset({ReviewAct.RETURN, ReviewAct.REFUSE, ReviewAct.REOPEN, ReviewAct.OVERTURN})
_ADMITTING = frozenset({ReviewAct.ADMIT, ReviewAct.OVERTURN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided on a proposal, and why.

    A refusal needs the ``ground``, a slug of the rulebook, and like a return its ``reason`` in both
    languages. ``title``, ``description`` and ``site_check`` come with an admission; for a language that is
    left empty the author's own words stand (C3, C5). ``version`` is the one that was read, where it is known:
    what came in its place meanwhile is not decided on.
    """

    act: ReviewAct
    ground: str | None = None
    reason: Text | None = None
    title: Text | None = None
    description: Text | None = None
    site_check: Text | None = None
    version: int | None = None


def decision_verdict(rulebook: Rulebook, territory: str, decision: Decision, now: datetime) -> Verdict:
    """Return every reason against deciding so on a proposal for ``territory`` at ``now`` (C1, C2, A4).

    ``voting-not-here`` territory, mode; ``ballot-frozen`` opens, closes; ``ground-unknown`` ground;
    ``reason-missing``; ``text-too-long`` most, length; ``text-holds-iin``.
    """
    of_ballot = ballot_verdict(rulebook, territory, decision.act, now)
    return Verdict(reasons=(*of_ballot.reasons, *_said(rulebook, decision)))


def ballot_verdict(rulebook: Rulebook, territory: str, act: ReviewAct, now: datetime) -> Verdict:
    """Say whether the ballot of ``territory`` lets ``act`` happen at ``now``, whatever its words (A4).

    Refusals: ``voting-not-here`` territory, mode; ``ballot-frozen`` opens, closes.
    """
    return Verdict(reasons=tuple(_ballot_reasons(rulebook, territory, act, now)))


def _ballot_reasons(rulebook: Rulebook, territory: str, act: ReviewAct, now: datetime) -> Iterator[Reason]:
    """Admit nothing to a ballot from its opening on, and decide nothing while it is open (A4)."""
    where = rulebook.voting_territory(territory)
    if where is None and rulebook.voting.territories and act in _ADMITTING:
        facts = {"territory": territory, "mode": rulebook.voting.mode.value}
        yield Reason(refusal=Refusal.VOTING_NOT_HERE, facts=facts)
        return
    window = rulebook.window(Stage.VOTING, where)
    since = rulebook.ballot_stands_from(territory)
    if window is None or since is None or now < since:
        return
    if act in _ADMITTING or now < window.closes:
        frozen = {"opens": window.opens, "closes": window.closes}
        yield Reason(refusal=Refusal.BALLOT_FROZEN, facts=frozen)


def _said(rulebook: Rulebook, decision: Decision) -> Iterator[Reason]:
    if decision.act is ReviewAct.REFUSE and decision.ground not in {item.slug for item in rulebook.grounds}:
        yield Reason(refusal=Refusal.GROUND_UNKNOWN, facts={"ground": decision.ground or ""})
    if decision.act in _REASONED:
        yield from reason_reasons(decision.reason)
    else:
        yield from both_reasons(decision.reason, REASON_AT_MOST)
    yield from both_reasons(decision.title, TITLE_AT_MOST)
    yield from both_reasons(decision.description, DESCRIPTION_AT_MOST)
    yield from both_reasons(decision.site_check, SITE_CHECK_AT_MOST)
