"""Which votes may be shown beside a project: counted ones, or those of the last live count (D2, E6).

Separate from card and list, because bot and pages show them alike, and nothing else of the box.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.project import Project, ProjectStatus
from core.model.stage import Stage
from core.rulebook.model import Rulebook
from core.store import browsing
from core.store import outcome as outcomes
from core.usecases.outcome.live import list_live
from core.usecases.outcome.written import read_written
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectVotes:
    """The votes of a project, ``None`` where none may be shown; of a live count ``as_of`` says when."""

    votes: int | None = None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVotes:
    """Votes by project: ``counted`` after the close, and of live counts where a box is still closed.

    ``as_of`` is the newest of these live counts, ``None`` where there are none.
    """

    counted: Mapping[int, int]
    live: Mapping[int, int]
    as_of: datetime | None = None

    @property
    def votes(self) -> Mapping[int, int]:
        """Return all of them."""
        return {**self.live, **self.counted}


async def votes_of(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, project: Project
) -> ProjectVotes:
    """Return the votes of a project as they may be shown (D2, E6)."""
    territory = rulebook.voting_territory(project.territory)
    if territory is None:
        return ProjectVotes()
    # A project that awaits a lot is on the ballot again, though its territory is counted.
    row = await outcomes.get_outcome(connection, campaign_id, territory)
    if row is not None:
        counted = read_written(territory, row["result"], row["counted_at"])
        own = (line.votes for line in counted.lines if line.number == project.number)
        return ProjectVotes(votes=next(own, None))
    live = (await list_live(connection, campaign_id, rulebook)).get(territory)
    if live is None or project.status is not ProjectStatus.ADMITTED:
        return ProjectVotes()
    return ProjectVotes(votes=live.votes.get(project.number, 0), as_of=live.as_of)


async def shown_votes(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook
) -> ShownVotes:
    """Return the votes that may be shown; without live counts nobody asks before the first close (E6)."""
    windows = [rulebook.window(Stage.VOTING, slug) for slug in rulebook.voting.territories]
    now, rows = services.clock.now(), list[RowMapping]()
    if any(window is not None and now >= window.closes for window in windows):
        rows = [*await outcomes.list_outcomes(connection, campaign_id)]
    done = [read_written(row["territory"], row["result"], row["counted_at"]) for row in rows]
    counted = {line.number: line.votes for item in done for line in item.lines if line.votes is not None}
    known = {item.territory for item in done}
    running = {
        territory: live
        for territory, live in (await list_live(connection, campaign_id, rulebook)).items()
        if territory not in known
    }
    if not running:
        return ShownVotes(counted=counted, live={})
    projects = await browsing.list_projects(connection, campaign_id)
    live = {
        project.number: running[territory].votes.get(project.number, 0)
        for project in projects
        if project.status is ProjectStatus.ADMITTED
        and (territory := rulebook.voting_territory(project.territory)) in running
    }
    return ShownVotes(counted=counted, live=live, as_of=max(each.as_of for each in running.values()))
