"""Deciding on results: the count stands beside the decision, and a difference needs its reason (F2)."""

from collections.abc import Iterator

from core.model.council import Choice
from core.model.language import Text
from core.model.refusals import Reason, Refusal, Verdict
from core.model.result import ResultItem
from core.rules.council import COMMENT_AT_MOST
from core.rules.wording import REASON_AT_MOST, both_reasons, reason_reasons, wording_reasons


def result_opinion_verdict(item: ResultItem, choice: Choice, comment: str) -> Verdict:
    """Say whether a member may say so of a project: against the count only with words of his own (F2).

    ``opinion-unreasoned`` with ``what``: ``difference``; ``text-too-long`` most, length; ``text-holds-iin``.
    """
    return Verdict(reasons=(*_unreasoned(item, choice, comment), *wording_reasons(comment, COMMENT_AT_MOST)))


def _unreasoned(item: ResultItem, choice: Choice, comment: str) -> Iterator[Reason]:
    is_against = choice is not Choice.CONFLICT and (choice is Choice.ADMIT) != item.has_won
    if is_against and not comment.strip():
        yield Reason(refusal=Refusal.OPINION_UNREASONED, facts={"what": "difference"})


def result_verdict(item: ResultItem, reason: Text, *, is_implemented: bool) -> Verdict:
    """Say whether the council's decision may be written down so; people are told the reason (F2, P7).

    What follows the count needs no reason: the rule is one. ``reason-missing`` where the decision differs and
    a language is empty; ``text-too-long`` most, length; ``text-holds-iin``.
    """
    if is_implemented != item.has_won:
        return Verdict(reasons=(*reason_reasons(reason),))
    if bool(reason.kk.strip()) != bool(reason.ru.strip()):
        return Verdict(reasons=(Reason(refusal=Refusal.REASON_MISSING),))
    return Verdict(reasons=(*both_reasons(reason, REASON_AT_MOST),))
