"""The rule of the outcome read once more, as plainly as possible; apart, for it shares no code with ours."""

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from itertools import groupby, permutations, product

from core.model.outcome import Candidate
from core.rulebook.model import NotFitting, TieBreak


def walk(
    order: Sequence[Candidate],
    money: int,
    threshold: int,
    not_fitting: NotFitting,
    exclusive: Collection[tuple[int, int]],
) -> dict[int, int]:
    """Go down the list once and return what each winner gets, by number."""
    winners: dict[int, int] = {}
    rest = money
    for candidate in order:
        rivals = {a + b - candidate.number for a, b in exclusive if candidate.number in {a, b}}
        if candidate.votes < threshold or rivals & set(winners):
            continue
        if candidate.cost <= rest:
            winners[candidate.number] = candidate.cost
            rest -= candidate.cost
        elif not_fitting is NotFitting.STOP:
            break
        elif not_fitting is NotFitting.PART:
            if rest:
                winners[candidate.number] = rest
            break
    return winners


def orders(
    candidates: Sequence[Candidate], ties: Sequence[TieBreak], seed: str | None
) -> Iterator[list[Candidate]]:
    """Yield every order that the rules for ties allow; a lot without a seed allows any order of equals."""

    def key(candidate: Candidate) -> list[int | str]:
        parts: list[int | str] = [-candidate.votes]
        for tie in ties:
            if tie is TieBreak.CHEAPER:
                parts.append(candidate.cost)
            elif tie is TieBreak.EARLIER_NUMBER:
                parts.append(candidate.number)
            elif seed is None:
                break
            else:
                parts.append(sha256(f"{seed}\0{candidate.number}".encode()).hexdigest())
        return parts

    classes = [list(group) for _, group in groupby(sorted(candidates, key=key), key=key)]
    for arrangement in product(*(permutations(equal) for equal in classes)):
        yield [candidate for equal in arrangement for candidate in equal]
