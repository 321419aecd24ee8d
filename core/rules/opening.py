"""When a box may be opened and its key destroyed; apart, because page and clock ask alike (ledger 4)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from core.law.zone import ZONE, local_date
from core.model.refusals import Reason, Refusal, Verdict
from core.model.stage import StageWindow

LIVE_LEAST = 100
"""The least votes that a live count opens: k_live (ledger 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFacts:
    """How far a voting territory has come.

    ``closes`` is the end of its voting, ``lines_until`` the hour until which lines of paper are entered, if
    any; ``has_key`` says that the key lies on this machine or two people bring it.
    """

    closes: datetime | None
    is_closed: bool
    opened_at: datetime | None
    destroyed_at: datetime | None
    lines_until: datetime | None
    is_paper_settled: bool
    has_key: bool


def opening_verdict(facts: BoxFacts, now: datetime) -> Verdict:
    """Say everything that stands against opening a box now (ledger 4, 9).

    Refusals: ``opening-done`` alone; ``opening-too-early`` with ``closes``; ``opening-paper-lines`` with
    ``until``; ``opening-paper-open``; ``opening-key-missing``.
    """
    if facts.opened_at is not None:
        done = Reason(refusal=Refusal.OPENING_DONE, facts={"opened_at": facts.opened_at})
        return Verdict(reasons=(done,))
    reasons = []
    if not facts.is_closed:
        early = {"has_end": facts.closes is not None, "closes": facts.closes or now}
        reasons.append(Reason(refusal=Refusal.OPENING_TOO_EARLY, facts=early))
    if facts.lines_until is not None and now < facts.lines_until:
        reasons.append(Reason(refusal=Refusal.OPENING_PAPER_LINES, facts={"until": facts.lines_until}))
    if not facts.is_paper_settled:
        reasons.append(Reason(refusal=Refusal.OPENING_PAPER_OPEN))
    if not facts.has_key:
        reasons.append(Reason(refusal=Refusal.OPENING_KEY_MISSING))
    return Verdict(reasons=tuple(reasons))


def destruction_verdict(facts: BoxFacts) -> Verdict:
    """Say what stands against destroying a box key: ``box-not-open`` or ``box-key-destroyed``."""
    if facts.destroyed_at is not None:
        gone = Reason(refusal=Refusal.BOX_KEY_DESTROYED, facts={"at": facts.destroyed_at})
        return Verdict(reasons=(gone,))
    if facts.opened_at is None:
        return Verdict(reasons=(Reason(refusal=Refusal.BOX_NOT_OPEN),))
    return Verdict()


def is_live_due(*, entitled: int, from_entitled: int, waiting: int) -> bool:
    """Say whether a live count opens a half: enough people, and twice the least number waits (E6)."""
    return entitled >= from_entitled and waiting >= 2 * LIVE_LEAST


def last_live_instant(window: StageWindow, hour: str, now: datetime) -> datetime | None:
    """Return the last printed hour of a live count that has come while voting goes on, or ``None`` (E6).

    ``hour`` is a time such as ``14:00`` in the campaign's zone; an hour at which voting opens counts nothing.
    """
    if not window.is_open(now):
        return None
    day, wall = local_date(now), time.fromisoformat(hour)
    for each in (day, day - timedelta(days=1)):
        instant = datetime.combine(each, wall, tzinfo=ZONE.value).astimezone(UTC)
        if window.opens < instant <= now:
            return instant
    return None
