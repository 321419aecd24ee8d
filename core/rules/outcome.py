"""Which projects win; apart, because bot, office, protocol and replay must all read one rule (F1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil
from typing import assert_never

from core.model.outcome import Candidate, Decision, Grant
from core.rulebook.model import OutcomeRules, TieBreak
from core.rules.lots import lot_key
from core.rules.purse import Purse

_DECIDING = frozenset({TieBreak.LOT, TieBreak.EARLIER_NUMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the outcome: equal votes share a ``place``, ``granted`` is what the project gets in tenge."""

    place: int
    number: int
    votes: int
    cost: int
    decision: Decision
    granted: int
    excluded_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Equal votes whose order changes who wins: the numbers in their order, and the rules that made it.

    While it ``awaits_lot``, the order of ``numbers`` means nothing.
    """

    votes: int
    numbers: tuple[int, ...]
    settled_by: tuple[TieBreak, ...]
    awaits_lot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome of one territory: every project in order, and what decided. Money in whole tenge (F1)."""

    rows: tuple[Row, ...]
    money: int
    threshold: int
    ties: tuple[Tie, ...]
    lot_seed: str | None

    @property
    def winners(self) -> tuple[int, ...]:
        """Return the numbers of those who get money, in order."""
        return tuple(row.number for row in self.rows if row.decision in {Decision.WON, Decision.PART})

    @property
    def awaiting(self) -> tuple[int, ...]:
        """Return the numbers about whom nothing is decided before the lot, in order."""
        return tuple(row.number for row in self.rows if row.decision is Decision.AWAITS_LOT)

    @property
    def spent(self) -> int:
        """Return what those who have won get."""
        return sum(row.granted for row in self.rows)

    @property
    def left(self) -> int:
        """Return what no winner takes; it stays in the budget. Before a lot it may still shrink."""
        return self.money - self.spent


def required_votes(threshold: int | Fraction, entitled: int) -> int:
    """Return the least votes of a winner: the number itself, or the share of ``entitled`` rounded up (F1)."""
    return threshold if isinstance(threshold, int) else ceil(threshold * entitled)


def outcome(
    candidates: Iterable[Candidate],
    *,
    money: int,
    threshold: int,
    rules: OutcomeRules,
    lot_seed: str | None = None,
) -> Outcome:
    """Return who wins of ``candidates`` with ``money`` tenge and at least ``threshold`` votes (F1).

    Most votes come first, equal ones by ``rules.ties``; what was stopped keeps its votes and wins nothing.
    Without ``lot_seed`` (``core.rules.lots``) whoever depends on a lot awaits it, unless no winner changes.

    Raises:
        ValueError: for a number that stands twice, money or a cost below zero, or ties that nothing decides.
    """
    order = _Order(ties=_applied(rules.ties.value), lot_seed=lot_seed)
    ranked = sorted(candidates, key=lambda candidate: (*order.key(candidate), candidate.number))
    _check(ranked, money)
    purse = Purse(
        left=money,
        not_fitting=rules.not_fitting.value,
        exclusive={frozenset(pair) for pair in rules.exclusive},
    )
    rows: list[Row] = []
    ties: list[Tie] = []
    for votes, group in groupby(ranked, key=lambda candidate: candidate.votes):
        tied = tuple(group)
        stopped = _numbers(candidate for candidate in tied if candidate.is_stopped)
        standing = tuple(candidate for candidate in tied if not candidate.is_stopped)
        grants = dict.fromkeys(stopped, Grant(decision=Decision.STOPPED))
        if votes < threshold:
            grants |= dict.fromkeys(_numbers(standing), Grant(decision=Decision.BELOW_THRESHOLD))
        elif standing:
            is_open = not purse.awaiting and purse.depends_on_order(standing)
            grants |= _decide(standing, order, purse)
            ties.extend([order.tie(standing, awaits_lot=bool(purse.awaiting))] if is_open else [])
        rows.extend(_rows(tied, grants, place=len(rows) + 1))
    return Outcome(rows=tuple(rows), money=money, threshold=threshold, ties=tuple(ties), lot_seed=lot_seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Most votes first, then the rules for ties; without a seed the lot leaves equals equal."""

    ties: tuple[TieBreak, ...]
    lot_seed: str | None

    def key(self, candidate: Candidate) -> tuple[int | str, ...]:
        return (-candidate.votes, *(self._part(tie, candidate) for tie in self.ties))

    def tie(self, tied: Sequence[Candidate], *, awaits_lot: bool) -> Tie:
        keys = [self.key(candidate) for candidate in tied]
        classes = [len({key[: length + 1] for key in keys}) for length in range(len(self.ties) + 1)]
        return Tie(
            votes=tied[0].votes,
            numbers=_numbers(tied),
            settled_by=tuple(
                tie
                for tie, (before, after) in zip(self.ties, pairwise(classes), strict=True)
                if after > before
            ),
            awaits_lot=awaits_lot,
        )

    def _part(self, tie: TieBreak, candidate: Candidate) -> int | str:
        match tie:
            case TieBreak.CHEAPER:
                return candidate.cost
            case TieBreak.EARLIER_NUMBER:
                return candidate.number
            case TieBreak.LOT:
                return "" if self.lot_seed is None else lot_key(self.lot_seed, candidate.number)
        assert_never(tie)


def _decide(tied: Sequence[Candidate], order: _Order, purse: Purse) -> dict[int, Grant]:
    grants: dict[int, Grant] = {}
    for _, group in groupby(tied, key=order.key):
        equal = tuple(group)
        if purse.depends_on_order(equal):
            grants |= purse.take_undecided(equal)
        else:
            grants |= {candidate.number: purse.take(candidate) for candidate in equal}
    return grants


def _rows(tied: Sequence[Candidate], grants: Mapping[int, Grant], *, place: int) -> Iterator[Row]:
    for candidate in tied:
        grant = grants[candidate.number]
        yield Row(
            place=place,
            number=candidate.number,
            votes=candidate.votes,
            cost=candidate.cost,
            decision=grant.decision,
            granted=grant.tenge,
            excluded_by=grant.excluded_by,
        )


def _numbers(candidates: Iterable[Candidate]) -> tuple[int, ...]:
    return tuple(candidate.number for candidate in candidates)


def _applied(ties: tuple[TieBreak, ...]) -> tuple[TieBreak, ...]:
    for place, tie in enumerate(ties):
        if tie in _DECIDING:
            return ties[: place + 1]
    raise ValueError("no rule for ties decides in the end")


def _check(candidates: Sequence[Candidate], money: int) -> None:
    if len(set(_numbers(candidates))) < len(candidates):
        raise ValueError("a project stands twice in the count")
    if money < 0 or any(candidate.cost < 0 for candidate in candidates):
        raise ValueError("money and costs cannot lie below zero")
