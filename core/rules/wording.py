"""What may be said to people in writing: not too long, without an IIN; one rule for all who write (P1)."""

from collections.abc import Iterator

from core.model.language import Text
from core.model.refusals import Reason, Refusal
from core.rules.iin import contains_iin

REASON_AT_MOST = 1000
"""Characters of the reason for a decision: one message tells it to whom it concerns, whole."""


def wording_reasons(text: str, most: int) -> Iterator[Reason]:
    """Yield what stands against a text: ``text-too-long`` (most, length), ``text-holds-iin`` (P1, P5)."""
    if len(text) > most:
        yield Reason(refusal=Refusal.TEXT_TOO_LONG, facts={"most": most, "length": len(text)})
    if contains_iin(text):
        yield Reason(refusal=Refusal.TEXT_HOLDS_IIN)


def reason_reasons(reason: Text | None) -> Iterator[Reason]:
    """Yield what stands against a reason that people are told; it needs both languages (C3)."""
    if reason is None or not reason.kk.strip() or not reason.ru.strip():
        yield Reason(refusal=Refusal.REASON_MISSING)
    else:
        yield from both_reasons(reason, REASON_AT_MOST)


def both_reasons(text: Text | None, most: int) -> Iterator[Reason]:
    """Yield what stands against a text in one language or both; none of it is asked for."""
    for each in (text.kk, text.ru) if text is not None else ():
        yield from wording_reasons(each, most)
