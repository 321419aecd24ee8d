"""Whether people who stand in both channels may have decided who won; apart from who they are (A6).

Nobody can say which of a person's two votes should not count, so every way of taking them out is looked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import heappop, heappush

from core.model.outcome import Candidate, Decision
from core.rulebook.model import NotFitting, OutcomeRules
from core.rules.outcome import Outcome, outcome

MOST_COUNTS = 300
"""Outcomes that are reckoned before the answer is «it may have»: some tenths of a second."""


def may_have_decided(
    candidates: Sequence[Candidate],
    twice: int,
    *,
    money: int,
    threshold: int,
    rules: OutcomeRules,
    lot_seed: str | None = None,
) -> bool:
    """Say whether taking up to ``twice`` votes away, from whichever projects, changes who gets how much.

    Fewest first; each step takes a project down to the votes of another one, to one below it, or below the
    threshold, for between these nothing changes. Where ``MOST_COUNTS`` outcomes find no answer it is yes:
    such a gap is never passed over in silence (A6).
    """

    def count(votes: Sequence[int]) -> Outcome:
        counted = [replace(each, votes=left) for each, left in zip(candidates, votes, strict=True)]
        return outcome(counted, money=money, threshold=threshold, rules=rules, lot_seed=lot_seed)

    start = tuple(each.votes for each in candidates)
    binding = count(start)
    places = _places(candidates, binding, rules)
    seen, heap, reckoned = {start}, [(0, start)], 0
    while heap:
        taken, votes = heappop(heap)
        if taken:
            reckoned += 1
            if reckoned > MOST_COUNTS or _grants(count(votes)) != _grants(binding):
                return True
        for cost, lower in _lowered(votes, places, twice - taken, threshold):
            if lower not in seen:
                seen.add(lower)
                heappush(heap, (taken + cost, lower))
    return False


def _grants(found: Outcome) -> Mapping[int, int]:
    """Return who gets how much in tenge; -1 stands for who awaits a lot."""
    won = {row.number: row.granted for row in found.rows if row.number in found.winners}
    return won | dict.fromkeys(found.awaiting, -1)


def _places(candidates: Sequence[Candidate], binding: Outcome, rules: OutcomeRules) -> Sequence[int]:
    """Return whose votes matter: the winners' alone where none of the others could be paid beside them.

    Then taking votes from the others only puts them further behind, and all winners still fit together.
    """
    winners = set(binding.winners)
    barred = {number for pair in rules.exclusive if winners & set(pair) for number in pair} - winners
    others = [
        row
        for row in binding.rows
        if row.number not in winners | barred
        and row.decision is not Decision.STOPPED
        and row.votes >= binding.threshold
        and row.cost <= binding.left
    ]
    is_whole = rules.not_fitting.value is not NotFitting.PART and not binding.awaiting
    if is_whole and not others:
        return [place for place, each in enumerate(candidates) if each.number in winners]
    return range(len(candidates))


def _lowered(
    votes: tuple[int, ...], places: Sequence[int], most: int, threshold: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield what one project loses in a step that may matter, and the votes after it.

    Below the threshold nothing matters any more, so one step leads there and none from there.
    """
    for place in places:
        own, others = votes[place], (*votes[:place], *votes[place + 1 :])
        near = {level for each in others for level in (each, each - 1) if level >= threshold}
        for level in {*near, threshold - 1} if own >= threshold else ():
            if 0 <= level < own and own - level <= most:
                yield own - level, (*votes[:place], level, *votes[place + 1 :])
