"""How many people are entitled in each voting territory, as the register is now; apart, for it is long (E1).

Asked before the freeze: afterwards the frozen number counts.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from core.law.age import is_of_age
from core.model.campaign import CampaignId
from core.model.person import Resident
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Mode, Rulebook
from core.rules.amendment_verdicts import FEW_ENTITLED
from core.rules.eligibility import entitled_territories
from core.rules.stages import first_day, last_day
from core.store import freeze as store
from core.store import register
from core.usecases.services import Services


async def count_entitled(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territories: Sequence[str]
) -> Mapping[str, int]:
    """Return how many would be entitled in each of the voting ``territories`` if they were frozen now."""
    if not territories:
        return {}
    residents = await register.list_residents(connection, campaign_id.akimat)
    counts = await asyncio.to_thread(_count, residents, rulebook, territories)
    return {territory: counts[territory] for territory in territories}


async def list_small(services: Services, campaign_id: CampaignId) -> Sequence[tuple[str, int]]:
    """Return the voting territories with fewer than 50 entitled, each with their number (A4, K1).

    None where no register is loaded, where nothing is voted on here, and of what is frozen already.

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if rulebook.voting.mode.value is Mode.GUIDE:
            return ()
        frozen = await store.list_frozen(connection, campaign_id)
        waiting = [slug for slug in rulebook.voting.territories if slug not in frozen]
        counts = await count_entitled(connection, campaign_id, rulebook, waiting)
    if not any(counts.values()):
        return ()
    return [(slug, count) for slug, count in counts.items() if count < FEW_ENTITLED]


def _count(residents: Sequence[Resident], rulebook: Rulebook, territories: Sequence[str]) -> Counter[str]:
    """Count by windows and not by territories: a city of many territories mostly has one window."""
    by_window: dict[StageWindow, set[str]] = {}
    for territory in territories:
        if (window := rulebook.window(Stage.VOTING, territory)) is not None:
            by_window.setdefault(window.unextended, set()).add(territory)
    counts: Counter[str] = Counter()
    full_age = rulebook.voting.full_age.value
    for window, here in by_window.items():
        opening, end = first_day(window), last_day(window)
        for resident in residents:
            if is_of_age(resident.birth_date, full_age, end):
                counts.update(here.intersection(entitled_territories(resident, rulebook, opening)))
    return counts
