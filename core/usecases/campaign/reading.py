"""The campaign's rulebook as the database has it, parsed once a revision."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.store import campaign as store


class Rulebooks:
    """Parsed rulebooks by campaign and revision: parsing takes far longer than a tap may."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parsed: dict[CampaignId, tuple[int, Rulebook]] = {}

    def find_known(self, name: str) -> CampaignId | None:
        """Return the campaign called ``name`` where its rulebook was read before: it stays its akimat's."""
        return next((known for known in self._parsed if known.campaign == name), None)

    async def require(
        self, connection: AsyncConnection, campaign_id: CampaignId, *, lock: bool = False
    ) -> Rulebook:
        """Return the rulebook in force; ``lock`` holds the campaign's row until the commit (ledger 2).

        Raises:
            RuleViolation: ``campaign-unknown``.
        """
        revision = await store.get_revision(connection, campaign_id, lock=lock)
        if revision is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        known = self._parsed.get(campaign_id)
        if known is not None and known[0] == revision:
            return known[1]
        rulebook = await self._read(connection, campaign_id, revision)
        self._parsed[campaign_id] = (revision, rulebook)
        return rulebook

    async def _read(self, connection: AsyncConnection, campaign_id: CampaignId, revision: int) -> Rulebook:
        row = await store.get_source(connection, campaign_id, revision)
        if row is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        return read(row["source"], f"{campaign_id.campaign}, revision {revision}")
