"""Quorum and majority of the expert council, by integers and fractions alone (C2).

The rule, as it is stated to people and in docs/decisions/0019-council.md:

1. A member is a person. Two logins of one person have one voice; who is no member of the sitting has none.
2. Participants are the members who gave an opinion. A declared conflict of interest counts as taking part
   only where it does not leave the denominator (``council.conflict_leaves_denominator``).
3. Quorum: there are participants, and they are at least ``council.quorum`` of the members; members with a
   conflict that leaves the denominator are not counted among the members either.
4. Admitted: those who admit are more than ``council.majority`` of the participants. Of a share of 1/2 that
   is more than half, of 2/3 more than two thirds, so that two of three do not suffice; 1 asks for all.
5. Equal voices therefore admit nothing. The chair has one voice like everybody: no key gives a second one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from core.model.council import Choice
from core.model.refusals import Reason, Refusal, Verdict, refuse
from core.rulebook.model import CouncilRules

COMMENT_AT_MOST = 500
"""Characters of what a member says besides his choice."""

_CAREFUL = (Choice.ADMIT, Choice.REFUSE, Choice.CONFLICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilShares:
    """What a rulebook settles about deciding, as far as counting needs it (C2)."""

    quorum: Fraction
    majority: Fraction
    conflict_leaves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was said of one proposal: persons, not logins; ``members`` are all of the sitting."""

    members: int
    admitting: int = 0
    refusing: int = 0
    conflicted: int = 0

    @property
    def silent(self) -> int:
        """Return how many members have given no opinion yet."""
        return self.members - self.admitting - self.refusing - self.conflicted


def council_shares(rules: CouncilRules) -> CouncilShares:
    """Return the rules of deciding; every one of them has to be settled by an act or a choice (A1, C2).

    Raises:
        RuleViolation: ``council-rules-missing`` with the ``keys`` that the rulebook leaves open.
    """
    quorum, majority, conflict = rules.quorum, rules.majority, rules.conflict_leaves_denominator
    if quorum is None or majority is None or conflict is None:
        named = {
            "council.quorum": quorum,
            "council.majority": majority,
            "council.conflict_leaves_denominator": conflict,
        }
        missing = [name for name, value in named.items() if value is None]
        raise refuse(Refusal.COUNCIL_RULES_MISSING, keys=", ".join(missing), count=len(missing))
    return CouncilShares(quorum=quorum.value, majority=majority.value, conflict_leaves=conflict.value)


def tally_of(members: Mapping[int, bytes], opinions: Iterable[tuple[int, Choice]]) -> Tally:
    """Count opinions, given as (login, choice), by person; ``members`` are logins with their persons.

    Opinions of others than members count nothing. Where two logins of one person say different things the
    more careful one stands: a conflict before a refusal before an admission.
    """
    said: dict[bytes, Choice] = {}
    for staff_id, choice in opinions:
        person = members.get(staff_id)
        if person is not None:
            said[person] = max(said.get(person, choice), choice, key=_CAREFUL.index)
    choices = list(said.values())
    return Tally(
        members=len(set(members.values())),
        admitting=choices.count(Choice.ADMIT),
        refusing=choices.count(Choice.REFUSE),
        conflicted=choices.count(Choice.CONFLICT),
    )


def participants(shares: CouncilShares, tally: Tally) -> int:
    """Return how many members take part in deciding, by point 2 of the rule."""
    spoken = tally.admitting + tally.refusing
    return spoken if shares.conflict_leaves else spoken + tally.conflicted


def quorum_needed(shares: CouncilShares, tally: Tally) -> int:
    """Return the least number of participants, by point 3; never below one."""
    base = tally.members - tally.conflicted if shares.conflict_leaves else tally.members
    return max(1, ceil(shares.quorum * base))


def has_quorum(shares: CouncilShares, tally: Tally) -> bool:
    """Say whether enough members take part."""
    return participants(shares, tally) >= quorum_needed(shares, tally)


def majority_needed(shares: CouncilShares, tally: Tally) -> int:
    """Return the least number of admitting members, by point 4: more than the share, or all for 1."""
    present = participants(shares, tally)
    return max(1, min(floor(shares.majority * present) + 1, present))


def is_admitted(shares: CouncilShares, tally: Tally) -> bool:
    """Say whether the council admits; only where there is a quorum."""
    return has_quorum(shares, tally) and tally.admitting >= majority_needed(shares, tally)


def quorum_verdict(shares: CouncilShares, tally: Tally, number: int) -> Verdict:
    """Say whether ``number`` may be decided on: else ``no-quorum`` number, present, needed, members."""
    if has_quorum(shares, tally):
        return Verdict()
    facts = {
        "number": number,
        "present": participants(shares, tally),
        "needed": quorum_needed(shares, tally),
        "members": tally.members,
    }
    return Verdict(reasons=(Reason(refusal=Refusal.NO_QUORUM, facts=facts),))
