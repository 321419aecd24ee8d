"""Ours and the baseline in turns: what slows the machine down for a while slows both."""

import gc
import os
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

ROUNDS = 5
"""Measured rounds after one that warms up; the median counts."""

Round = Callable[[], Awaitable[None]]
"""Does a fixed number of things once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many were done in a second, in the median of the rounds."""

    ours: float
    baseline: float


def share(count: int) -> int:
    """Return the count for this run: ``BENCH_SHARE=0.1`` does a tenth, at least one."""
    return max(1, round(count * float(os.environ.get("BENCH_SHARE", "1"))))


async def compare(count: int, ours: Round, baseline: Round) -> Pace:
    """Time rounds of ``count`` things each, ours and the baseline in turns, the first pair for nothing."""
    taken = [(await _time(ours), await _time(baseline)) for _ in range(1 + ROUNDS)][1:]
    return Pace(
        ours=_per_second(count, (a for a, _ in taken)), baseline=_per_second(count, (b for _, b in taken))
    )


async def _time(one_round: Round) -> float:
    gc.collect()
    begun = time.perf_counter()
    await one_round()
    return time.perf_counter() - begun


def _per_second(count: int, seconds: Iterable[float]) -> float:
    return round(count / statistics.median(seconds), 1)
