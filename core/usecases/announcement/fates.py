"""What becomes of one message: every way in which a sending ends, and what each does to its row (G2, G3)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import Doubt
from core.model.campaign import CampaignId
from core.model.language import Language
from core.rules.announcement import MOST_ATTEMPTS, may_repeat
from core.store import announcement_sending as sending
from core.store import place
from core.usecases.services import Services

BACKOFF = timedelta(seconds=5)
"""After the first failure of the line or of the messenger; twice as long after each other one."""


class Fate(StrEnum):
    """How one sending ended.

    ``LATER``: nothing was sent and nobody is to blame, as at a 429. ``AGAIN``: it failed and may work soon.
    ``DOUBTFUL``: it was sent, and no answer came.
    """

    DELIVERED = "delivered"
    BLOCKED = "blocked"
    FAILED = "failed"
    LATER = "later"
    AGAIN = "again"
    DOUBTFUL = "doubtful"


_FINAL = {Fate.DELIVERED: sending.SENT, Fate.BLOCKED: sending.BLOCKED, Fate.FAILED: sending.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """Somebody who is sent to now, until ``until`` in real time."""

    account_id: int
    language: Language
    attempts: int
    is_repeated: bool
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a flight; ``wait`` is how long ``LATER`` means."""

    flight: Flight
    fate: Fate
    doubt: Doubt
    wait: timedelta = timedelta(0)


async def settle_outcomes(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    holder: str,
    outcomes: Sequence[Outcome],
) -> None:
    """Write what became of people, those alike by one statement."""
    now = services.real_clock.now()
    alike: defaultdict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for outcome in outcomes:
        values = columns_after(outcome, now)
        alike[tuple(sorted(values.items()))].append(outcome.flight.account_id)
    for columns, accounts in alike.items():
        await sending.settle(
            connection, campaign_id, number, sorted(accounts), holder=holder, values=dict(columns)
        )
    blocked = sorted(each.flight.account_id for each in outcomes if each.fate is Fate.BLOCKED)
    if blocked:
        await place.set_unreachable(connection, blocked)


def columns_after(outcome: Outcome, now: datetime) -> dict[str, Any]:
    """Return the columns of the row after one sending (G2, G3)."""
    flight = outcome.flight
    match outcome.fate:
        case Fate.DELIVERED | Fate.BLOCKED | Fate.FAILED:
            return {"state": _FINAL[outcome.fate]}
        case Fate.LATER:
            return {**sending.FREE, "leased_until": now + outcome.wait}
        case Fate.AGAIN:
            return _again(flight.attempts + 1, now)
        case Fate.DOUBTFUL if may_repeat(outcome.doubt, is_repeated=flight.is_repeated):
            return {**_again(flight.attempts, now), "is_repeated": True}
        case Fate.DOUBTFUL:
            return {"state": sending.UNKNOWN}


def _again(attempts: int, now: datetime) -> dict[str, Any]:
    if attempts >= MOST_ATTEMPTS:
        return {"state": sending.FAILED, "attempts": attempts}
    return {**sending.FREE, "attempts": attempts, "leased_until": now + BACKOFF * (1 << attempts)}
