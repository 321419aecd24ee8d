"""The clerk's check against every requirement and criterion, and what may follow from it (C1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.model.language import Text
from core.model.refusals import Reason, Refusal, Verdict
from core.rulebook.model import Rulebook
from core.rules.review import ReviewAct
from core.rules.wording import REASON_AT_MOST, both_reasons

ITEM_REASON_AT_MOST = 500
"""Characters of why one item is not met."""

CHECK_ACTS = (ReviewAct.REGISTER, ReviewAct.RETURN, ReviewAct.REFUSE)
"""What a check may lead to."""

_NOTHING = Text(kk="", ru="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One requirement or criterion; ``position`` counts from 1 and is how people name it."""

    key: str
    position: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the clerk found of one item; ``is_met`` is ``None`` while it is not answered."""

    is_met: bool | None = None
    reason: Text = field(default=_NOTHING)

    @property
    def is_reasoned(self) -> bool:
        """Say whether both languages tell why."""
        return bool(self.reason.kk.strip() and self.reason.ru.strip())


_OPEN = Finding()


def checklist(rulebook: Rulebook) -> tuple[CheckItem, ...]:
    """Return what is checked: the rulebook's requirements, which it only numbers, then its criteria (C1)."""
    requirements = [
        (f"requirement-{place}", text) for place, text in enumerate(rulebook.requirements, start=1)
    ]
    named = [*requirements, *((f"criterion-{item.slug}", item.text) for item in rulebook.criteria)]
    return tuple(
        CheckItem(key=key, position=place, text=text) for place, (key, text) in enumerate(named, start=1)
    )


def finding_reasons(findings: Mapping[str, Finding]) -> Iterator[Reason]:
    """Yield what stands against keeping findings, finished or not: ``text-too-long``, ``text-holds-iin``."""
    for finding in findings.values():
        yield from both_reasons(finding.reason, ITEM_REASON_AT_MOST)


def formal_verdict(rulebook: Rulebook, findings: Mapping[str, Finding], act: ReviewAct) -> Verdict:
    """Say whether ``act`` follows from what was found (C1).

    Refusals: ``formal-check-incomplete`` with ``what`` (``answer``, or ``reason`` for a no without one in
    both languages) and ``items``, their positions; ``formal-check-contradicts`` with ``act`` and ``items``,
    those that are not met; and those of the wording.
    """
    items = [(item.position, findings.get(item.key, _OPEN)) for item in checklist(rulebook)]
    return Verdict(reasons=(*_incomplete(items), *_contradicting(items, act), *finding_reasons(findings)))


def _incomplete(items: list[tuple[int, Finding]]) -> Iterator[Reason]:
    lacking = {
        "answer": tuple(place for place, found in items if found.is_met is None),
        "reason": tuple(place for place, found in items if found.is_met is False and not found.is_reasoned),
    }
    for what, places in lacking.items():
        if places:
            facts = {"what": what, "items": places}
            yield Reason(refusal=Refusal.FORMAL_CHECK_INCOMPLETE, facts=facts)


def _contradicting(items: list[tuple[int, Finding]], act: ReviewAct) -> Iterator[Reason]:
    failed = tuple(place for place, found in items if found.is_met is False)
    is_open = any(found.is_met is None for _, found in items)
    # An unfinished check contradicts nothing yet: the missing answer may be the no.
    if bool(failed) == (act is ReviewAct.REGISTER) and not (is_open and not failed):
        facts = {"act": act.value, "items": failed}
        yield Reason(refusal=Refusal.FORMAL_CHECK_CONTRADICTS, facts=facts)


def composed_reason(rulebook: Rulebook, findings: Mapping[str, Finding]) -> Text | None:
    """Return the reason that the items which are not met make together, ``None`` where none has one (C1).

    Each is named by the rulebook's words as long as one message holds them all, else by its position.
    """
    failed = [
        (item, findings[item.key])
        for item in checklist(rulebook)
        if findings.get(item.key, _OPEN).is_met is False and findings[item.key].is_reasoned
    ]
    if not failed:
        return None
    whole = _lines([(item.text, found.reason) for item, found in failed])
    if max(len(whole.kk), len(whole.ru)) <= REASON_AT_MOST:
        return whole
    places = [(Text(kk=str(item.position), ru=str(item.position)), found.reason) for item, found in failed]
    return _lines(places)


def _lines(named: list[tuple[Text, Text]]) -> Text:
    return Text(
        kk="\n".join(f"– {name.kk}: {why.kk.strip()}" for name, why in named),
        ru="\n".join(f"– {name.ru}: {why.ru.strip()}" for name, why in named),
    )
