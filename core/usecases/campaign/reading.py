"""The campaign's rulebook as the database has it, parsed once a revision, with the office's amendments."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.rulebook.loader import read
from core.rulebook.model import Rulebook
from core.rules.amendments import amended
from core.store import amendment as amendments
from core.store import campaign as store

_Standing = tuple[int, int]
"""The revision of the file, and how many amendments are approved."""


class Rulebooks:
    """Parsed rulebooks by campaign, revision and number of amendments: parsing takes longer than a tap may.

    Whatever another process takes or approves is noticed with the next look at the campaign's row.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._parsed: dict[CampaignId, tuple[_Standing, Rulebook]] = {}

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
        standing = await store.get_standing(connection, campaign_id, lock=lock)
        if standing is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        known = self._parsed.get(campaign_id)
        if known is not None and known[0] == standing:
            return known[1]
        revision, count = standing
        written = await self._read(connection, campaign_id, revision)
        approved = await amendments.list_approved(connection, campaign_id, count) if count else ()
        rulebook = amended(written, approved)
        self._parsed[campaign_id] = (standing, rulebook)
        return rulebook

    async def require_written(self, connection: AsyncConnection, campaign_id: CampaignId) -> Rulebook:
        """Return the rulebook as its file has it, without amendments; for comparing files (A1).

        Raises:
            RuleViolation: ``campaign-unknown``.
        """
        standing = await store.get_standing(connection, campaign_id)
        if standing is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        return await self._read(connection, campaign_id, standing[0])

    async def _read(self, connection: AsyncConnection, campaign_id: CampaignId, revision: int) -> Rulebook:
        row = await store.get_source(connection, campaign_id, revision)
        if row is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        return read(row["source"], f"{campaign_id.campaign}, revision {revision}")
