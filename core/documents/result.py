"""The protocol of the council's sitting on results, as PDF and as DOCX: the count beside the decision (F2).

It is set by the templates of the council's protocol, because it is one: other items, the same paper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.documents.council import conflicted, count, frame, quorum, votes
from core.documents.typesetting import typeset
from core.documents.word import fill
from core.documents.wording import Both, Wording, both
from core.language.locales import Locales
from core.model.result import ResultItem, ResultSitting
from core.rulebook.model import Rulebook
from core.rules.council import CouncilShares, council_shares

COUNTED_TEXTS = ("document-result-won", "document-result-part")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultProtocol:
    """What the protocol says. Until ``sitting.published_at`` is there it is marked as a draft.

    ``persons`` are the people behind the members' logins.
    """

    sitting: ResultSitting
    rulebook: Rulebook
    persons: Mapping[int, bytes] = field(default_factory=dict)


def result_pdf(locales: Locales, facts: ResultProtocol) -> bytes:
    """Return the protocol as PDF; equal facts give equal bytes.

    Raises:
        RuleViolation: ``council-rules-missing`` where the rulebook has no rules to count by.
    """
    at = facts.sitting.published_at or facts.sitting.opened_at
    return typeset("protocol", result_sheet(Wording.of(locales), facts), at)


def result_docx(locales: Locales, facts: ResultProtocol) -> bytes:
    """Return the same protocol as DOCX; raise as ``result_pdf``."""
    at = facts.sitting.published_at or facts.sitting.opened_at
    return fill("protocol", result_sheet(Wording.of(locales), facts), at)


def result_sheet(wording: Wording, facts: ResultProtocol) -> dict[str, object]:
    """Return what both templates print."""
    sitting, rulebook = facts.sitting, facts.rulebook
    territory = rulebook.territories.require(sitting.territory).name
    shares = council_shares(rulebook.council)
    return {
        **frame(wording, rulebook, sitting, facts.persons, "document-result-rule"),
        "title": wording.say("document-result-title", territory=territory),
        "is_draft": sitting.published_at is None,
        "items": [_item(wording, facts, shares, item) for item in sitting.items],
    }


def _item(
    wording: Wording, facts: ResultProtocol, shares: CouncilShares, item: ResultItem
) -> dict[str, object]:
    tally = count(facts.sitting, facts.persons, item)
    return {
        "application": wording.say("document-protocol-application", number=item.number),
        "title": both(item.title),
        "rows": [
            {"label": wording.say("document-protocol-cost"), "both": _money(wording, item.cost)},
            {"label": wording.say("document-result-votes"), "both": _votes(wording, item)},
            {"label": wording.say("document-result-counted"), "both": _counted(wording, facts.sitting, item)},
            {"label": wording.say("document-result-granted"), "both": _money(wording, item.granted)},
            {"label": wording.say("document-protocol-quorum"), "both": quorum(wording, shares, tally)},
            *conflicted(wording, facts.sitting, item),
        ],
        "votes": votes(wording, tally),
        "decision": wording.say(_decision(item)),
        "because": list(_because(wording, item)),
    }


def _money(wording: Wording, tenge: int) -> Both:
    return wording.say("document-money", cost=tenge)


def _votes(wording: Wording, item: ResultItem) -> Both:
    if item.votes is None or item.place is None:
        return wording.say("document-result-votes-hidden")
    return wording.say("document-result-votes-counted", votes=item.votes, place=item.place)


def _counted(wording: Wording, sitting: ResultSitting, item: ResultItem) -> Both:
    if item.counted is None:
        return wording.say("document-result-not-won")
    facts = {"granted": item.granted, "cost": item.cost, "threshold": sitting.threshold}
    # What won has a mark on screens that no font of papers has.
    prefix = "document-result-" if item.has_won else "decision-"
    key = prefix + item.counted.value.replace("_", "-")
    return wording.say(key, number=item.excluded_by or 0, **facts)


def _decision(item: ResultItem) -> str:
    if item.is_implemented is None:
        return "document-protocol-undecided"
    return "document-result-implemented" if item.is_implemented else "document-result-declined"


def _because(wording: Wording, item: ResultItem) -> Iterator[dict[str, object]]:
    if item.differs:
        yield {"label": None, "both": wording.say("document-result-differs", is_won=item.has_won)}
    if item.reason is not None:
        yield {"label": wording.say("document-protocol-reason"), "both": both(item.reason)}
