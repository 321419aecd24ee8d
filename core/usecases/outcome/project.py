"""The outcome of one project for whoever wrote or follows it; apart from the territory's (F5)."""

from dataclasses import dataclass

from core.model.campaign import CampaignId
from core.model.outcome import Decision
from core.model.project import Project
from core.model.refusals import Refusal, refuse
from core.rulebook.model import Rulebook
from core.store import audience, browsing
from core.store import outcome as store
from core.usecases.outcome.written import OutcomeLine, TerritoryOutcome, read_written
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectResult:
    """What became of a project; ``is_author`` says that the account is told as an author of it.

    ``line`` is ``None`` where the count is hidden and the project neither won nor awaits a lot (ledger 4).
    """

    rulebook: Rulebook
    project: Project
    outcome: TerritoryOutcome
    line: OutcomeLine | None
    is_author: bool

    @property
    def has_lost(self) -> bool:
        """Say whether it gets nothing: neither winner nor waiting for a lot."""
        kept = {Decision.WON, Decision.PART, Decision.AWAITS_LOT}
        return self.line is None or self.line.decision not in kept

    @property
    def money_missing(self) -> int:
        """Return the tenge that it lacks, as the money of the territory was given out."""
        if self.line is None:
            return 0
        if self.line.decision is Decision.PART:
            return self.line.cost - self.line.granted
        return max(0, self.line.cost - self.outcome.left)

    @property
    def votes_missing(self) -> int:
        """Return how many votes it lacks to the minimum; 0 of a hidden count, too."""
        if self.line is None or self.line.votes is None or self.line.decision is Decision.STOPPED:
            return 0
        return max(0, self.outcome.threshold - self.line.votes)


async def get_project_result(
    services: Services, campaign_id: CampaignId, number: int, account_id: int
) -> ProjectResult | None:
    """Return what became of a project, ``None`` before it is counted; raise ``project-unknown``."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        found = await browsing.list_projects(connection, campaign_id, [number])
        if not found:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
        territory = rulebook.voting_territory(found[0].territory)
        row = await store.get_outcome(connection, campaign_id, territory) if territory is not None else None
        is_author = await audience.is_author_account(connection, campaign_id, number, account_id)
    if territory is None or row is None:
        return None
    outcome = read_written(territory, row["result"], row["counted_at"])
    return ProjectResult(
        rulebook=rulebook,
        project=found[0],
        outcome=outcome,
        line=next((line for line in outcome.lines if line.number == number), None),
        is_author=is_author,
    )
