"""What an outcome says of the other channel: its votes, who is in both, whether it may have decided (A6)."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.outcome import Candidate, Decision
from core.rulebook.model import Mode, Rulebook
from core.rules.elsewhere_reach import may_have_decided
from core.store import elsewhere as store
from core.usecases.council.exclusive import exclusive_pairs
from core.usecases.outcome.written import TerritoryOutcome


class Reach(StrEnum):
    """Whether people in both channels may have decided who won; of a hidden count it is not told."""

    NOBODY = "nobody"
    STAYS = "stays"
    MAY_CHANGE = "may-change"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherChannel:
    """The other channel's ``totals`` by project number, how many people are in ``both``, and their reach.

    People who were struck there are in both no more.
    """

    totals: Mapping[int, int]
    both: int
    reach: Reach

    @property
    def votes(self) -> int:
        """Return how many votes its protocol has."""
        return sum(self.totals.values())


async def read_other_channel(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    outcome: TerritoryOutcome,
) -> OtherChannel | None:
    """Return what is said of the other channel beside an outcome, ``None`` where there is none (A6)."""
    if rulebook.voting.mode.value is not Mode.JOINT:
        return None
    totals = await store.get_totals(connection, campaign_id, outcome.territory) or {}
    both = await store.count_both(connection, campaign_id, outcome.territory)
    reach = await _reach(connection, campaign_id, rulebook, outcome, both)
    return OtherChannel(totals=totals, both=both, reach=reach)


async def _reach(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    outcome: TerritoryOutcome,
    both: int,
) -> Reach:
    if not both:
        return Reach.NOBODY
    # Its gaps would give the tally back, together with the other channel's totals (ledger 4).
    if outcome.is_hidden or rulebook.outcome is None:
        return Reach.HIDDEN
    candidates = candidates_of(outcome)
    rules = replace(rulebook.outcome, exclusive=await exclusive_pairs(connection, campaign_id, rulebook))
    may_change = await asyncio.to_thread(
        may_have_decided,
        candidates,
        both,
        money=outcome.money,
        threshold=outcome.threshold,
        rules=rules,
        lot_seed=outcome.lot_seed,
    )
    return Reach.MAY_CHANGE if may_change else Reach.STAYS


def candidates_of(outcome: TerritoryOutcome) -> list[Candidate]:
    """Return the projects of a count that is not hidden, as they were counted."""
    return [
        Candidate(
            number=line.number,
            cost=line.cost,
            votes=line.votes or 0,
            is_stopped=line.decision is Decision.STOPPED,
        )
        for line in outcome.lines
    ]
