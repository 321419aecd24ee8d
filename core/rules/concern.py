"""What may be reported and disputed, by when it is answered, and who may read it (E9, E10)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from core.law.working_days import UnknownCalendarError, last_working_day
from core.law.zone import local_date
from core.model.concern import CaseState
from core.model.refusals import Reason, Refusal, Verdict
from core.model.staff import Actor, Role
from core.rulebook.model import Rulebook
from core.rules.wording import wording_reasons

REPORT_AT_MOST = 1000
"""Characters of a report: one message shows it whole to its writer."""

REPORTS_A_DAY = 3
"""Reports that one account may send in a day: enough for an honest one, too few to bury others."""

NOTE_AT_MOST = 2000
"""Characters of what the observer writes down for himself."""

HELPING_FOR = timedelta(hours=1)
"""How long helper mode lasts without a new person: what was laid aside is its owner's again (K1)."""


def report_verdict(text: str) -> Verdict:
    """Say whether words may go to the observer: ``text-too-long``, ``text-holds-iin``; rude ones may (E9)."""
    return Verdict(reasons=tuple(wording_reasons(text, REPORT_AT_MOST)))


def note_verdict(text: str) -> Verdict:
    """Say whether the observer may write this down: ``text-too-long``, ``text-holds-iin``."""
    return Verdict(reasons=tuple(wording_reasons(text, NOTE_AT_MOST)))


def case_due(rulebook: Rulebook, now: datetime) -> date | None:
    """Return the last day for the answer to a case of ``now``, by ``review.case_working_days`` (E10).

    ``None`` where no source says, or where the days off of that year are not known yet.
    """
    days = rulebook.review.get("case_working_days")
    if days is None:
        return None
    try:
        return last_working_day(local_date(now) + timedelta(days=1), days.value)
    except UnknownCalendarError:
        return None


def reader_verdict(actor: Actor) -> Verdict:
    """Say whether an observer may read cases and reports: not where he is a clerk besides (E9).

    A report may be about the clerk, and the evidence of a case names one. Refusal: ``cases-of-clerk``.
    """
    if Role.CLERK in actor.roles:
        return Verdict(reasons=(Reason(refusal=Refusal.CASES_OF_CLERK),))
    return Verdict()


def closing_verdict(state: CaseState, number: int) -> Verdict:
    """Say whether a case may still be changed: ``case-closed`` with its number where it was answered."""
    return Verdict(reasons=tuple(_closed(state, number)))


def _closed(state: CaseState, number: int) -> Iterator[Reason]:
    if state is CaseState.CLOSED:
        yield Reason(refusal=Refusal.CASE_CLOSED, facts={"number": number})
