"""What protocols of the council share: who sat, by which rule they count, who signs (C2, F2).

Apart from each protocol, because a sitting on proposals and one on results differ in their items alone.
"""

from collections.abc import Iterable, Iterator, Mapping

from core.documents.wording import Both, Wording, basis, both, head, same
from core.model.council import AgendaItem, Choice, Member, Opinion, Sitting
from core.model.result import ResultItem, ResultSitting
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


AnySitting = Sitting | ResultSitting
AnyItem = AgendaItem | ResultItem


def frame(
    wording: Wording, rulebook: Rulebook, sitting: AnySitting, persons: Mapping[int, bytes], rule: str
) -> dict[str, object]:
    """Return what stands around the items; ``rule`` is the text that says when something is decided.

    A member is present who gave an opinion on any item, a declared conflict of interest included. ``persons``
    are the people behind the members' logins; empty where each login is another one.
    """
    say, rules = wording.say, rulebook.council
    present = {_person(persons, member) for member in sitting.members if _is_present(sitting, member)}
    everybody = {_person(persons, member) for member in sitting.members}
    return {
        "head": head(wording, rulebook, rules.name),
        "labels": wording.labels(LABEL_TEXTS, _PREFIX) | _shared(wording),
        "held": say("document-day", day=sitting.held_on),
        "place": both(sitting.place),
        "members": [_member(wording, sitting, member) for member in sitting.members],
        "attended": say("document-protocol-attended", members=len(everybody), present=len(present)),
        "rules": _rules(wording, council_shares(rules), rule),
        "basis": _basis(wording, rulebook, rules),
        "signatures": _signatures(wording, sitting),
    }


def count(sitting: AnySitting, persons: Mapping[int, bytes], item: AnyItem) -> Tally:
    """Count what was said of an item, by the rule of the council."""
    members = {member.staff_id: _person(persons, member) for member in sitting.members}
    return tally_of(members, [(each.staff_id, each.choice) for each in item.opinions])


def quorum(wording: Wording, shares: CouncilShares, tally: Tally) -> Both:
    """Say whether enough members take part in an item."""
    counts = {"present": participants(shares, tally), "needed": quorum_needed(shares, tally)}
    if has_quorum(shares, tally):
        return wording.say("document-protocol-quorum-held", **counts)
    return wording.say("document-protocol-quorum-missing", **counts)


def conflicted(wording: Wording, sitting: AnySitting, item: AnyItem) -> Iterator[dict[str, object]]:
    """Yield the row of those who declared a conflict of interest, where somebody did."""
    said = {opinion.staff_id for opinion in item.opinions if opinion.choice is Choice.CONFLICT}
    names = [member.name for member in sitting.members if member.staff_id in said]
    if names:
        yield {"label": wording.say("document-protocol-conflicted"), "both": same(", ".join(names))}


def votes(wording: Wording, tally: Tally) -> list[dict[str, object]]:
    """Return the voices: for, against, conflict, silent."""
    return [
        {"label": wording.say("document-protocol-for"), "count": tally.admitting},
        {"label": wording.say("document-protocol-against"), "count": tally.refusing},
        {"label": wording.say("document-protocol-conflict"), "count": tally.conflicted},
        {"label": wording.say("document-protocol-silent"), "count": tally.silent},
    ]


def _person(persons: Mapping[int, bytes], member: Member) -> bytes:
    return persons.get(member.staff_id, str(member.staff_id).encode())


def _shared(wording: Wording) -> dict[str, Both]:
    return {
        "basis": wording.say("document-basis"),
        "signature": wording.say("document-signature"),
        "date": wording.say("document-date"),
    }


def _opinions(sitting: AnySitting) -> Iterator[Opinion]:
    items: Iterable[AnyItem] = sitting.items
    for item in items:
        yield from item.opinions


def _is_present(sitting: AnySitting, member: Member) -> bool:
    return any(opinion.staff_id == member.staff_id for opinion in _opinions(sitting))


def _member(wording: Wording, sitting: AnySitting, member: Member) -> dict[str, object]:
    present = _is_present(sitting, member)
    return {
        "name": member.name,
        "position": both(member.position),
        "role": wording.say("document-protocol-chair") if member.is_chair else None,
        "attendance": wording.say(
            "document-protocol-present" if present else "document-protocol-absent",
        ),
    }


def _rules(wording: Wording, shares: CouncilShares, rule: str) -> list[Both]:
    return [
        wording.say(rule, quorum=str(shares.quorum), majority=str(shares.majority)),
        wording.say("document-protocol-conflict-rule", leaves=shares.conflict_leaves),
    ]


def _basis(wording: Wording, rulebook: Rulebook, rules: CouncilRules) -> list[Both]:
    """Return the acts by which the council decides, else those by which people propose (P2)."""
    own = basis(wording, rulebook, (rules.quorum, rules.majority, rules.conflict_leaves_denominator))
    return own or basis(wording, rulebook, (*rulebook.limits.values(), *rulebook.review.values()))


def _signatures(wording: Wording, sitting: AnySitting) -> list[dict[str, object]]:
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
