"""A territory's money while candidates are taken in order; apart from their order, which a lot may change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from core.model.outcome import Candidate, Decision, Grant
from core.rulebook.model import NotFitting


@dataclass(slots=True, kw_only=True)
class Purse:
    """The money ``left`` in tenge and who has won so far; taking a candidate changes both (F1).

    While candidates await a lot, ``left`` is the most that can be left, ``awaited`` is what they cost, and
    only that is decided which no lot can undo.
    """

    left: int
    not_fitting: NotFitting
    exclusive: Collection[frozenset[int]]
    winners: set[int] = field(default_factory=set)
    awaiting: set[int] = field(default_factory=set)
    awaited: int = 0
    is_stopped: bool = False

    def take(self, candidate: Candidate) -> Grant:
        """Decide about the next candidate."""
        barred = self._barred(candidate)
        if barred is not None:
            return barred
        is_contested = bool(self._partners(candidate) & self.awaiting)
        if candidate.cost <= self.left - self.awaited and not is_contested:
            self.left -= candidate.cost
            self.winners.add(candidate.number)
            return Grant(decision=Decision.WON, tenge=candidate.cost)
        if not self.awaiting:
            return self._turn_away()
        grant = self._doubt(candidate)
        self.is_stopped = self._is_sure_end(candidate)
        return grant

    def take_undecided(self, tied: Sequence[Candidate]) -> dict[int, Grant]:
        """Let those of ``tied`` wait whom their order may help, and return what is said of each number."""
        barred = {candidate.number: self._barred(candidate) for candidate in tied}
        grants = {candidate.number: barred[candidate.number] or self._doubt(candidate) for candidate in tied}
        self.is_stopped = self.is_stopped or any(
            self._is_sure_end(candidate) for candidate in tied if barred[candidate.number] is None
        )
        return grants

    def depends_on_order(self, tied: Sequence[Candidate]) -> bool:
        """Say whether the order of ``tied`` changes who gets what, when they are taken next.

        It does unless all who could still get something can get it together. While candidates await a lot the
        answer is a cautious one: true also where this cannot be told.
        """
        if len(tied) == 1 or self.is_stopped:
            return False
        unbarred = [candidate for candidate in tied if self._barred(candidate) is None]
        fitting = [candidate for candidate in unbarred if candidate.cost <= self.left]
        match self.not_fitting:
            case NotFitting.SKIP:
                return not self._fit_together(fitting)
            case NotFitting.STOP:
                return bool(fitting) and not self._fit_together(unbarred)
            case NotFitting.PART if fitting:
                return not self._fit_together(unbarred)
            case NotFitting.PART:
                return self.left > 0 and len(unbarred) > 1
        assert_never(self.not_fitting)

    def _barred(self, candidate: Candidate) -> Grant | None:
        if self.is_stopped:
            return Grant(decision=Decision.AFTER_STOP)
        winners = self._partners(candidate) & self.winners
        return Grant(decision=Decision.EXCLUDED, excluded_by=min(winners)) if winners else None

    def _partners(self, candidate: Candidate) -> set[int]:
        pairs = (pair for pair in self.exclusive if candidate.number in pair)
        return {number for pair in pairs for number in pair if number != candidate.number}

    def _fit_together(self, candidates: Sequence[Candidate]) -> bool:
        rivals = {candidate.number for candidate in candidates}
        cost = sum(candidate.cost for candidate in candidates)
        is_affordable = cost <= self.left - self.awaited
        return is_affordable and not any(self._partners(candidate) & rivals for candidate in candidates)

    def _turn_away(self) -> Grant:
        match self.not_fitting:
            case NotFitting.SKIP:
                return Grant(decision=Decision.DOES_NOT_FIT)
            case NotFitting.STOP:
                self.is_stopped = True
                return Grant(decision=Decision.DOES_NOT_FIT)
            case NotFitting.PART:
                self.is_stopped = True
                decision = Decision.PART if self.left else Decision.DOES_NOT_FIT
                return Grant(decision=decision, tenge=self.left)
        assert_never(self.not_fitting)

    def _doubt(self, candidate: Candidate) -> Grant:
        gets_part = self.not_fitting is NotFitting.PART and self.left > 0
        may_win = candidate.cost <= self.left or gets_part
        # Where it cannot win it may still stop the others: its cost then keeps them from a sure win.
        if may_win or self.not_fitting is not NotFitting.SKIP:
            self.awaited += candidate.cost
        if not may_win:
            return Grant(decision=Decision.DOES_NOT_FIT)
        self.awaiting.add(candidate.number)
        return Grant(decision=Decision.AWAITS_LOT)

    def _is_sure_end(self, candidate: Candidate) -> bool:
        is_too_dear = candidate.cost > self.left and self.not_fitting is not NotFitting.SKIP
        return is_too_dear and not self._partners(candidate) & self.awaiting
