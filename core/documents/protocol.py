"""The protocol of a sitting of the expert council, as PDF and as DOCX, in both languages (C2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.documents.council import conflicted, count, frame, quorum, votes
from core.documents.typesetting import typeset
from core.documents.word import fill
from core.documents.wording import Wording, both, same
from core.language.locales import Locales
from core.model.council import AgendaItem, Sitting
from core.rulebook.model import Rulebook
from core.rules.council import CouncilShares, council_shares


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolFacts:
    """What the protocol says. Until ``sitting.closed_at`` is there it is marked as a draft.

    The official names of akimat, campaign and council are those of the rulebook. A member is present who gave
    an opinion on any item of the agenda, a declared conflict of interest included. ``persons`` are the people
    behind the members' logins, as ``core.rules.council`` counts them; empty where each login is another one.
    """

    sitting: Sitting
    rulebook: Rulebook
    persons: Mapping[int, bytes] = field(default_factory=dict)


def protocol_pdf(locales: Locales, facts: ProtocolFacts) -> bytes:
    """Return the protocol as PDF; equal facts give equal bytes.

    Raises:
        RuleViolation: ``council-rules-missing`` where the rulebook has no rules to count by.
    """
    at = facts.sitting.closed_at or facts.sitting.opened_at
    return typeset("protocol", protocol_sheet(Wording.of(locales), facts), at)


def protocol_docx(locales: Locales, facts: ProtocolFacts) -> bytes:
    """Return the same protocol as DOCX, for whoever has to add to it by hand; raise as ``protocol_pdf``."""
    at = facts.sitting.closed_at or facts.sitting.opened_at
    return fill("protocol", protocol_sheet(Wording.of(locales), facts), at)


def protocol_sheet(wording: Wording, facts: ProtocolFacts) -> dict[str, object]:
    """Return what both templates print."""
    sitting, persons = facts.sitting, facts.persons
    shares = council_shares(facts.rulebook.council)
    return {
        **frame(wording, facts.rulebook, sitting, persons, "document-protocol-quorum-rule"),
        "title": wording.say("document-protocol-title", number=sitting.sitting),
        "is_draft": sitting.closed_at is None,
        "items": [_item(wording, facts, shares, item) for item in sitting.items],
    }


def _item(
    wording: Wording, facts: ProtocolFacts, shares: CouncilShares, item: AgendaItem
) -> dict[str, object]:
    tally, tree = count(facts.sitting, facts.persons, item), facts.rulebook.territories
    territory = (
        both(tree.require(item.territory).name) if item.territory in tree.nodes else same(item.territory)
    )
    return {
        "application": wording.say("document-protocol-application", number=item.number),
        "title": both(item.title),
        "rows": [
            {"label": wording.say("document-protocol-territory"), "both": territory},
            {
                "label": wording.say("document-protocol-cost"),
                "both": wording.say("document-money", cost=item.cost),
            },
            {"label": wording.say("document-protocol-quorum"), "both": quorum(wording, shares, tally)},
            *conflicted(wording, facts.sitting, item),
        ],
        "votes": votes(wording, tally),
        "decision": wording.say(_decision(item)),
        "because": list(_because(wording, facts.rulebook, item)),
    }


def _decision(item: AgendaItem) -> str:
    if item.is_put_off:
        return "document-protocol-put-off"
    if item.is_admitted is None:
        return "document-protocol-undecided"
    return "document-protocol-admitted" if item.is_admitted else "document-protocol-refused"


def _because(wording: Wording, rulebook: Rulebook, item: AgendaItem) -> Iterator[dict[str, object]]:
    if item.ground is not None:
        named = next((each.text for each in rulebook.grounds if each.slug == item.ground), None)
        ground = both(named) if named is not None else same(item.ground)
        yield {"label": wording.say("document-protocol-ground"), "both": ground}
    if item.reason is not None:
        yield {"label": wording.say("document-protocol-reason"), "both": both(item.reason)}
    if item.has_dropped_out:
        yield {"label": None, "both": wording.say("document-protocol-dropped")}
