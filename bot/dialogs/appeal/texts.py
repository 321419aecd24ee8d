"""What an author is told of appealing: what is asked, what was typed, how far the appeal has come (B6)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from core.language.locales import Words
from core.language.markup import Safe
from core.language.shortening import shortened
from core.model.appeal import Appeal
from core.model.language import Text
from core.model.proposal import ProposalStatus
from core.rules.appeal import APPEAL_AT_MOST
from core.usecases.appeal.filing import MyAppeal
from core.usecases.review.reading import Decided
from messenger.notices.appeal import answer_text, dismissed_text

_REASON_LENGTH = 400
"""Characters of the reason on the proposal's page; the steps of the proposal have it whole."""


def writing_text(words: Words, number: int, known: MyAppeal, typed: str | None) -> str:
    """Return the request for the words of an appeal, or those that were typed with what sending means."""
    if typed is not None:
        return words("appeal-check", number=number, text=typed)
    parts = [words("appeal-write", number=number, most=APPEAL_AT_MOST)]
    if known.term is not None:
        key = "appeal-term-ballot" if known.term.is_of_ballot else "appeal-term"
        parts.append(words(key, closes=known.term.closes))
    return Safe("\n\n".join(parts))


def appealed(words: Words, decided: Decided, now: datetime) -> Iterator[str]:
    """Yield how far an appeal has come, or that it is too late for one; `offered` says that it is not."""
    appeal = decided.appeal.appeal
    if appeal is None:
        if decided.event.status is ProposalStatus.REFUSED:
            yield from _too_late(words, decided.appeal)
    elif appeal.is_waiting:
        yield words("mine-appeal-waiting", filed_at=appeal.filed_at)
        yield from _answer(words, appeal, now)
    elif appeal.is_upheld is False and appeal.decided_at is not None:
        yield words("mine-appeal-dismissed", decided_at=appeal.decided_at)
        yield from dismissed_text(words, decided.rulebook, _cut(appeal))


def _cut(appeal: Appeal) -> Appeal:
    reason = appeal.reason
    if reason is None:
        return appeal
    cut = Text(kk=shortened(reason.kk, _REASON_LENGTH), ru=shortened(reason.ru, _REASON_LENGTH))
    return replace(appeal, reason=cut)


def _too_late(words: Words, known: MyAppeal) -> Iterator[str]:
    if not known.can_be_filed and known.term is not None:
        yield words("mine-appeal-late", closes=known.term.closes)


def _answer(words: Words, appeal: Appeal, now: datetime) -> Iterator[str]:
    if appeal.due_at is not None and now >= appeal.due_at:
        yield words("appeal-answer-late", due_at=appeal.due_at)
    else:
        yield from answer_text(words, appeal)


def appeal_steps(words: Words, appeal: Appeal | None, longest: int) -> Iterator[tuple[datetime, str]]:
    """Yield the steps that an appeal adds to a proposal's history, each with its instant.

    What is upheld stands in the history by itself: the proposal becomes something else by it.
    """
    if appeal is None:
        return
    yield appeal.filed_at, words("mine-appeal-step-filed", at=appeal.filed_at)
    if appeal.is_upheld is False and appeal.decided_at is not None and appeal.reason is not None:
        line = words("mine-appeal-step-dismissed", at=appeal.decided_at)
        reason = shortened(appeal.reason.in_language(words.language), longest)
        yield appeal.decided_at, Safe(f"{line}\n{words('mine-event-reason', reason=reason)}")
