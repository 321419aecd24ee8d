"""Who may appeal against a refusal and until when, and who may decide on it: others than the first (B6)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.law.working_days import UnknownCalendarError, end_of_term
from core.law.zone import end_of, last_date_before, local_date
from core.model.appeal import Appeal
from core.model.proposal import ProposalStatus
from core.model.refusals import Reason, Refusal, Verdict
from core.model.staff import Actor
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.rules.wording import wording_reasons

APPEAL_AT_MOST = 1000
"""Characters of an appeal: one message shows it whole to its author and to whoever decides."""

_MOMENT = timedelta(microseconds=1)


class Part(StrEnum):
    """What somebody has had to do with a refusal or with its appeal already, in the order it is told in."""

    AUTHOR = "author"
    REFUSAL = "refusal"
    ENTERED = "entered"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTerm:
    """Until when a refusal may be appealed against: the half-open end ``closes``, in UTC.

    ``is_of_ballot`` says that it is the opening of the ballot that ends it, not the rulebook's term.
    """

    closes: datetime
    is_of_ballot: bool


def appeal_term(rulebook: Rulebook, territory: str, refused_at: datetime) -> AppealTerm | None:
    """Return until when a refusal of the instant ``refused_at`` may be appealed against (B6).

    The term is ``review.appeal_days`` calendar days after the day of the refusal. From the opening of the
    ballot on nothing could come of an appeal, so that ends every term, and is the only end where the rulebook
    states none; without a ballot either there is no end, ``None``.
    """
    ends = []
    if (days := rulebook.review.get("appeal_days")) is not None:
        closes = end_of(local_date(refused_at) + timedelta(days=days.value))
        ends.append(AppealTerm(closes=closes, is_of_ballot=False))
    if (opens := _ballot_opens(rulebook, territory)) is not None:
        ends.append(AppealTerm(closes=opens, is_of_ballot=True))
    return min(ends, key=lambda term: (term.closes, term.is_of_ballot), default=None)


def appeal_verdict(
    rulebook: Rulebook,
    *,
    territory: str,
    status: ProposalStatus,
    refused_at: datetime | None,
    appeal: Appeal | None,
    now: datetime,
) -> Verdict:
    """Say whether an appeal may be filed at ``now`` against the refusal of ``refused_at`` (B6).

    Refusals: ``appeal-filed`` (filed_at) where there is one already, ``appeal-nothing`` (status) where
    nothing is refused now, ``appeal-too-late`` (last_day, is_ballot) from the end of the term on.
    """
    if appeal is not None:
        return _against(Refusal.APPEAL_FILED, filed_at=appeal.filed_at)
    if status is not ProposalStatus.REFUSED or refused_at is None:
        return _against(Refusal.APPEAL_NOTHING, status=status.value)
    term = appeal_term(rulebook, territory, refused_at)
    if term is not None and now >= term.closes:
        facts = {"last_day": last_date_before(term.closes), "is_ballot": term.is_of_ballot}
        return _against(Refusal.APPEAL_TOO_LATE, **facts)
    return Verdict()


def appeal_text_verdict(text: str) -> Verdict:
    """Say whether the words of an appeal may stand.

    Refusals: ``appeal-empty``, ``text-too-long`` (most, length), ``text-holds-iin`` (P1).
    """
    return Verdict(reasons=tuple(_said(text)))


def _said(text: str) -> Iterator[Reason]:
    if not text.strip():
        yield Reason(refusal=Refusal.APPEAL_EMPTY)
    yield from wording_reasons(text, APPEAL_AT_MOST)


def answer_due(rulebook: Rulebook, territory: str, filed_at: datetime) -> datetime | None:
    """Return the half-open end of the term for the answer: ``review.appeal_answer_working_days`` (B6).

    The opening of the ballot ends it sooner, for nothing can be upheld from then on (A4). ``None`` where no
    source says, or where the days off of that year are not known yet, and no ballot is to come.
    """
    opens = _ballot_opens(rulebook, territory)
    ends = [_stated_answer(rulebook, filed_at), opens if opens is not None and filed_at < opens else None]
    return min((end for end in ends if end is not None), default=None)


def appeals_come_late(rulebook: Rulebook, refused_at: datetime) -> bool:
    """Say whether an appeal against a refusal of ``refused_at`` may lack its whole term for the answer (B6).

    So it is where any ballot opens before the terms for an appeal and for its answer are over, one after the
    other; a term that the rulebook does not state counts as none.
    """
    days = rulebook.review.get("appeal_days")
    last = end_of(local_date(refused_at) + timedelta(days=days.value)) if days is not None else refused_at
    answered = _stated_answer(rulebook, last - _MOMENT) or last
    windows = [rulebook.window(Stage.VOTING, where) for where in rulebook.voting.territories or (None,)]
    return any(each is not None and refused_at < each.opens < answered for each in windows)


def _ballot_opens(rulebook: Rulebook, territory: str) -> datetime | None:
    """Return from when on nothing on the ballot changes; where nothing is voted on, when voting opens."""
    if rulebook.voting_territory(territory) is not None:
        return rulebook.ballot_stands_from(territory)
    window = rulebook.window(Stage.VOTING, territory)
    return window.opens if window is not None else None


def _stated_answer(rulebook: Rulebook, filed_at: datetime) -> datetime | None:
    days = rulebook.review.get("appeal_answer_working_days")
    if days is None:
        return None
    try:
        return end_of_term(filed_at, days.value)
    except UnknownCalendarError:
        return None


def decider_verdict(actor: Actor, parts: Mapping[Part, Collection[bytes]]) -> Verdict:
    """Say whether ``actor`` has had no part in the matter; ``parts`` are persons by what they did (B6, L1).

    Persons count, not logins. Refusal: ``appeal-own-decision`` (part).
    """
    part = next((each for each in Part if actor.person_key in parts.get(each, ())), None)
    return _against(Refusal.APPEAL_OWN_DECISION, part=part.value) if part is not None else Verdict()


def _against(refusal: Refusal, **facts: object) -> Verdict:
    return Verdict(reasons=(Reason(refusal=refusal, facts=facts),))
