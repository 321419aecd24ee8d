"""What the office leaves behind, cleared when its term is over: slips, appeals, sessions, logs (M2, L1).

Apart from the rest of the night's cleaning, because other terms end it.
"""

from collections.abc import Sequence
from datetime import timedelta

from core.model.campaign import CampaignId
from core.rulebook.model import Rulebook
from core.rules.retention import PROPOSALS, is_over
from core.store import claim as claims
from core.store import concern as concerns
from core.store import retention as store
from core.usecases.services import Services

LOGS = "logs_days"
"""The key of the rulebook: days for which a line of the office's logs is kept."""


async def clean_claims(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    """Delete the codes of slips together with what they opened of their authors (B9)."""
    if not is_over(rulebook, PROPOSALS, services.clock.now()):
        return 0
    async with services.database.write() as connection:
        return await claims.delete_claims(connection, campaign_id)


async def clean_appeals(services: Services, campaign_id: CampaignId, rulebook: Rulebook) -> int:
    """Clear what authors wrote in their appeals; what was decided on them, and why, stays (B6)."""
    if not is_over(rulebook, PROPOSALS, services.clock.now()):
        return 0
    async with services.database.write() as connection:
        return await store.clear_appeals(connection, campaign_id)


async def clean_concerns(services: Services, campaign_id: CampaignId) -> int:
    """Delete cases and reports: with the roll's term goes the evidence that they are about (E9, E10)."""
    async with services.database.write() as connection:
        return await concerns.delete_all(connection, campaign_id)


async def clean_office_sessions(services: Services, akimat_id: str, kept: timedelta) -> int:
    """Delete sessions of the office that began ``kept`` ago, and links to its reminders, in real time."""
    before = services.real_clock.now() - kept
    async with services.database.write() as connection:
        return await store.delete_office_sessions(connection, akimat_id, before)


async def clean_logs(
    services: Services, akimat_id: str, campaign: str | None, rulebooks: Sequence[Rulebook]
) -> int:
    """Delete lines of the office's logs after the longest of the terms; where one has none they stay (L1).

    ``campaign`` is ``None`` for lines that belong to the akimat as a whole.
    """
    days = [each.retention[LOGS].value for each in rulebooks if LOGS in each.retention]
    if not days or len(days) < len(rulebooks):
        return 0
    before = services.clock.now() - timedelta(days=max(days))
    async with services.database.write() as connection:
        return await store.delete_logs(connection, akimat_id, campaign, before)
