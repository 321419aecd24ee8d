"""What an author is told of the own proposal: status, decision, what to do by when, who is next (B4, B6).

Separate from the card for others, because reasons, terms and telephones are the author's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from operator import itemgetter

from bot.dialogs.appeal.texts import appeal_steps, appealed
from bot.dialogs.discussion.texts import status_text
from bot.dialogs.titles import own_title
from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.law.working_days import UnknownCalendarError, end_of_term
from core.model.discussion import MergeOffer, OfferState, Question, QuestionState
from core.model.language import Text
from core.model.proposal import ProposalStatus
from core.model.review import CostChange
from core.model.stage import Stage
from core.rules.stages import current_stages
from core.rules.wording import REASON_AT_MOST
from core.usecases.proposal.mine import Event, MyProposal
from core.usecases.proposal.papers import Papers
from core.usecases.review.reading import Decided
from messenger.notices.proposal import told, told_to_authors

STAGE_TEXTS = tuple(f"stage-{stage}" for stage in Stage)
OFFER_TEXTS = tuple(f"mine-offer-{state}" for state in OfferState)
REPLY_TEXTS = tuple(f"mine-reply-{state}" for state in QuestionState)

_TITLE_LENGTH = 110
_REASON_LENGTH = 200
_DECISION_LENGTH = 400
"""Characters of the reason for where it stands now; the history has it whole."""

_EVENTS = 6
"""Steps of a history that a phone shows; the newest are what matters."""

_COSTS = 2
"""Changes of the cost beside them."""


def mine_text(
    words: Words, mine: MyProposal, decided: Decided, now: datetime, questions: int, papers: Iterable[str]
) -> str:
    """Return where one's own proposal stands, why, and what comes next; ``questions`` wait for an answer."""
    title = own_title(words, mine.proposal.title, _TITLE_LENGTH)
    head = [
        words("browsing-card", number=mine.proposal.number, title=title),
        words("mine-status", status=status_text(words, mine.proposal.status), at=mine.last.at),
        words("browsing-card-cost", cost=mine.proposal.cost),
        *_stage(words, mine, now),
    ]
    shown = _cut(decided)
    parts = [*_next(words, mine, now), *told(words, shown), *told_to_authors(words, shown)]
    parts.extend(appealed(words, decided, now))
    if questions:
        parts.append(words("mine-questions-wait", count=questions))
    parts.extend(papers)
    first = mine.rulebook.akimat.contacts[0]
    parts.append(words("decided-contact", contact=first.name, phone=first.phone))
    return Safe("\n\n".join([Safe("\n".join(head)), *parts]))


def _cut(decided: Decided) -> Decided:
    reason = decided.event.reason
    if reason is None:
        return decided
    cut = Text(kk=shortened(reason.kk, _DECISION_LENGTH), ru=shortened(reason.ru, _DECISION_LENGTH))
    return replace(decided, event=replace(decided.event, reason=cut))


def _stage(words: Words, mine: MyProposal, now: datetime) -> Iterator[str]:
    windows = current_stages(mine.rulebook, mine.proposal.territory, now)
    if windows:
        yield words("mine-stage", stages=tuple(words(f"stage-{window.stage}") for window in windows))


def _next(words: Words, mine: MyProposal, now: datetime) -> Iterator[str]:
    """Say who does what next where no decision says so yet."""
    if mine.is_co_author:
        yield words("mine-co-author")
    if mine.proposal.status is ProposalStatus.SUBMITTED:
        yield _check(words, mine, now)
    if mine.proposal.status is ProposalStatus.WITHDRAWN:
        yield words("mine-withdrawn")
    if mine.proposal.merged_into is not None:
        yield words("mine-merged", number=mine.proposal.merged_into)


def _check(words: Words, mine: MyProposal, now: datetime) -> str:
    """Say until when the akimat checks the proposal; a term that is over is told as such (C1, P7)."""
    days = mine.rulebook.review.get("formal_check_working_days")
    if days is None:
        return words("mine-checked")
    try:
        closes = end_of_term(mine.last.at, days.value)
    except UnknownCalendarError:
        return words("mine-checked")
    return words("mine-checked-late" if now >= closes else "mine-checked-by", closes=closes)


def papers_text(words: Words, papers: Papers, *, has_page: bool) -> Iterator[str]:
    """Yield which papers are asked for by when, and where they go: to the akimat's page or its desk (B2)."""
    if not papers.asked:
        return
    facts = {"papers": papers.asked, "received": papers.received}
    if papers.due_at is None:
        yield words("mine-papers", **facts)
    else:
        yield words("mine-papers-by", closes=papers.due_at, **facts)
    if not has_page:
        yield words("papers-desk", contact=papers.desk.name, phone=papers.desk.phone)


def history_text(words: Words, mine: MyProposal) -> str:
    """Return the steps of the proposal, the newest last and with its whole reason."""
    *before, newest = mine.history[-_EVENTS:]
    steps = [(event.at, _event(words, event, _REASON_LENGTH)) for event in before]
    steps.append((newest.at, _event(words, newest, REASON_AT_MOST)))
    steps.extend(appeal_steps(words, mine.appeal, REASON_AT_MOST))
    steps.extend((change.at, _cost(words, change)) for change in mine.costs[-_COSTS:])
    lines = [line for _, line in sorted(steps, key=itemgetter(0))]
    return Safe("\n\n".join([words("mine-history", number=mine.proposal.number), *lines]))


def _event(words: Words, event: Event, length: int) -> str:
    line = words("mine-event", at=event.at, status=status_text(words, event.status))
    if event.reason is None:
        return line
    reason = shortened(event.reason.in_language(words.language), length)
    return Safe(f"{line}\n{words('mine-event-reason', reason=reason)}")


def _cost(words: Words, change: CostChange) -> str:
    """Tell how the cost became another one, and why (C4)."""
    line = words("mine-event-cost", at=change.at, former=change.before, cost=change.after)
    reason = shortened(change.reason.in_language(words.language), _REASON_LENGTH)
    return Safe(f"{line}\n{words('mine-event-reason', reason=reason)}")


def asked_text(words: Words, asked: Sequence[Question], place: int) -> str:
    """Return one of the questions with the own answer, and where that stands."""
    question = asked[place]
    parts = [
        words("mine-question", place=place + 1, count=len(asked)),
        words("mine-asked", question=question.text),
    ]
    if question.answer is not None and question.answer_state is not None:
        state = words(f"mine-reply-{question.answer_state}")
        parts.append(words("mine-replied", answer=question.answer, state=state))
    return Safe("\n\n".join(parts))


def offers_text(words: Words, offers: Sequence[MergeOffer], number: int) -> str:
    """Return what was offered to the proposal ``number`` and by it."""
    lines = []
    for offer in offers:
        other = offer.into if offer.number == number else offer.number
        state = words(f"mine-offer-{offer.state}")
        key = "mine-offer-made" if offer.number == number else "mine-offer-got"
        lines.append(words(key, number=other, state=state))
    return Safe("\n".join([words("mine-offers", number=number), "", *lines]))
