"""The outcome of a territory for whoever asks (F5)."""

from core.model.campaign import CampaignId
from core.store import outcome as store
from core.usecases.outcome.written import TerritoryOutcome, read_written
from core.usecases.services import Services


async def get_outcome(services: Services, campaign_id: CampaignId, territory: str) -> TerritoryOutcome | None:
    """Return what was counted where votes of ``territory`` count, ``None`` before the count."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        voting_territory = rulebook.voting_territory(territory)
        if voting_territory is None:
            return None
        row = await store.get_outcome(connection, campaign_id, voting_territory)
    return read_written(voting_territory, row["result"], row["counted_at"]) if row is not None else None
