"""The protocol of a sitting of the expert council, as PDF and as DOCX, in both languages (C2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.documents.typesetting import typeset
from core.documents.word import fill
from core.documents.wording import Both, Wording, basis, both, head, same
from core.language.locales import Locales
from core.model.council import AgendaItem, Choice, Member, Sitting
from core.rulebook.model import CouncilRules, Rulebook
from core.rules.council import (
    CouncilShares,
    Tally,
    council_shares,
    has_quorum,
    participants,
    quorum_needed,
    tally_of,
)

_PREFIX = "document-protocol-"
LABEL_TEXTS = tuple(
    _PREFIX + name
    for name in (
        "draft",
        "held",
        "place",
        "members",
        "name",
        "position",
        "attendance",
        "agenda",
        "votes",
        "decision",
        "empty",
    )
)
"""What the templates call by name."""


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

    def person(self, member: Member) -> bytes:
        """Return who is behind a member's login."""
        return self.persons.get(member.staff_id, str(member.staff_id).encode())

    def tally(self, item: AgendaItem) -> Tally:
        """Count what was said of an item, by the rule of the council."""
        members = {member.staff_id: self.person(member) for member in self.sitting.members}
        return tally_of(members, [(each.staff_id, each.choice) for each in item.opinions])


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
    say, sitting, rules = wording.say, facts.sitting, facts.rulebook.council
    shares = council_shares(rules)
    present = {facts.person(member) for member in sitting.members if _is_present(sitting, member)}
    everybody = {facts.person(member) for member in sitting.members}
    return {
        "title": say("document-protocol-title", number=sitting.sitting),
        "is_draft": sitting.closed_at is None,
        "head": head(wording, facts.rulebook, rules.name),
        "labels": wording.labels(LABEL_TEXTS, _PREFIX) | _shared(wording),
        "held": say("document-day", day=sitting.held_on),
        "place": both(sitting.place),
        "members": [_member(wording, sitting, member) for member in sitting.members],
        "attended": say("document-protocol-attended", members=len(everybody), present=len(present)),
        "rules": _rules(wording, shares),
        "items": [_item(wording, facts, shares, item) for item in sitting.items],
        "basis": _basis(wording, facts.rulebook, rules),
        "signatures": _signatures(wording, sitting),
    }


def _shared(wording: Wording) -> dict[str, Both]:
    return {
        "basis": wording.say("document-basis"),
        "signature": wording.say("document-signature"),
        "date": wording.say("document-date"),
    }


def _is_present(sitting: Sitting, member: Member) -> bool:
    return any(opinion.staff_id == member.staff_id for item in sitting.items for opinion in item.opinions)


def _member(wording: Wording, sitting: Sitting, member: Member) -> dict[str, object]:
    present = _is_present(sitting, member)
    return {
        "name": member.name,
        "position": both(member.position),
        "role": wording.say("document-protocol-chair") if member.is_chair else None,
        "attendance": wording.say(
            "document-protocol-present" if present else "document-protocol-absent",
        ),
    }


def _rules(wording: Wording, shares: CouncilShares) -> list[Both]:
    return [
        wording.say(
            "document-protocol-quorum-rule", quorum=str(shares.quorum), majority=str(shares.majority)
        ),
        wording.say("document-protocol-conflict-rule", leaves=shares.conflict_leaves),
    ]


def _item(
    wording: Wording, facts: ProtocolFacts, shares: CouncilShares, item: AgendaItem
) -> dict[str, object]:
    tally, tree = facts.tally(item), facts.rulebook.territories
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
            {"label": wording.say("document-protocol-quorum"), "both": _quorum(wording, shares, tally)},
            *_conflicted(wording, facts.sitting, item),
        ],
        "votes": _votes(wording, tally),
        "decision": wording.say(_decision(item)),
        "because": list(_because(wording, facts.rulebook, item)),
    }


def _quorum(wording: Wording, shares: CouncilShares, tally: Tally) -> Both:
    counts = {"present": participants(shares, tally), "needed": quorum_needed(shares, tally)}
    if has_quorum(shares, tally):
        return wording.say("document-protocol-quorum-held", **counts)
    return wording.say("document-protocol-quorum-missing", **counts)


def _conflicted(wording: Wording, sitting: Sitting, item: AgendaItem) -> Iterator[dict[str, object]]:
    said = {opinion.staff_id for opinion in item.opinions if opinion.choice is Choice.CONFLICT}
    names = [member.name for member in sitting.members if member.staff_id in said]
    if names:
        yield {"label": wording.say("document-protocol-conflicted"), "both": same(", ".join(names))}


def _votes(wording: Wording, tally: Tally) -> list[dict[str, object]]:
    return [
        {"label": wording.say("document-protocol-for"), "count": tally.admitting},
        {"label": wording.say("document-protocol-against"), "count": tally.refusing},
        {"label": wording.say("document-protocol-conflict"), "count": tally.conflicted},
        {"label": wording.say("document-protocol-silent"), "count": tally.silent},
    ]


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


def _basis(wording: Wording, rulebook: Rulebook, rules: CouncilRules) -> list[Both]:
    """Return the acts by which the council decides, else those by which people propose (P2)."""
    own = basis(wording, rulebook, (rules.quorum, rules.majority, rules.conflict_leaves_denominator))
    return own or basis(wording, rulebook, (*rulebook.limits.values(), *rulebook.review.values()))


def _signatures(wording: Wording, sitting: Sitting) -> list[dict[str, object]]:
    chair = next((member for member in sitting.members if member.is_chair), None)
    secretary = sitting.secretary
    return [
        {
            "position": _signer(wording.say("document-protocol-chair"), chair),
            "name": chair.name if chair else "",
        },
        {
            "position": _signer(wording.say("document-protocol-secretary"), secretary),
            "name": secretary.name,
        },
    ]


def _signer(role: Both, member: Member | None) -> Both:
    """Return who signs: the role at the sitting and, behind it, the position."""
    if member is None:
        return role
    position = both(member.position)
    return {
        language: f"{said[:1].upper()}{said[1:]}, {position[language]}" if position[language] else said
        for language, said in role.items()
    }
