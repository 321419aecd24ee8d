"""A project's card and its pictures (D2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.project import Project, ProjectStatus
from core.model.refusals import Refusal, refuse
from core.model.review import SiteCheck
from core.model.stage import Stage
from core.model.territory import Territory
from core.rulebook.model import Mode, Rulebook
from core.rules.sharing import Possible, possible_for_project
from core.rules.stages import is_open
from core.store import browsing, files
from core.usecases.browsing.votes import votes_of
from core.usecases.council.exclusive import exclusive_pairs, partners
from core.usecases.result.decisions import ResultDecision, read_decisions
from core.usecases.review.site import last_site_check
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that a card shows.

    ``can_be_voted`` says that its vote button makes sense now; ``official_page`` is where a ``guide`` leads
    instead while voting lasts (A6). ``votes`` are known once they are counted and not hidden, before
    that by the live count of ``votes_as_of`` alone (D2, E6).
    ``possible`` is what neighbours are told that they can do (D4). ``exclusive`` are the numbers on the
    ballot with which it cannot be built together (C3). ``decision`` is what the council has published (F2).
    """

    rulebook: Rulebook
    project: Project
    territory: Territory
    can_be_voted: bool
    official_page: str | None
    votes: int | None
    possible: Possible
    exclusive: tuple[int, ...] = ()
    site_check: SiteCheck | None = None
    votes_as_of: datetime | None = None
    decision: ResultDecision | None = None


async def card(services: Services, campaign_id: CampaignId, number: int) -> Card:
    """Return the card of a project; raise ``RuleViolation`` ``project-unknown`` or ``campaign-unknown``."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        found = await browsing.list_projects(connection, campaign_id, [number])
        if not found:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
        project = found[0]
        shown = await votes_of(connection, campaign_id, rulebook, project)
        exclusive = await list_exclusive(connection, campaign_id, rulebook, number)
        site_check = await last_site_check(connection, campaign_id, number)
        decided = await read_decisions(connection, campaign_id, [number])
    now = services.clock.now()
    is_voting = project.status is ProjectStatus.ADMITTED and is_open(
        rulebook, Stage.VOTING, project.territory, now
    )
    is_guide = rulebook.voting.mode.value is Mode.GUIDE
    pages = rulebook.official.pages if is_guide and is_voting else ()
    return Card(
        rulebook=rulebook,
        project=project,
        territory=rulebook.territories.require(project.territory),
        can_be_voted=is_voting and not is_guide,
        official_page=pages[0] if pages else None,
        votes=shown.votes,
        votes_as_of=shown.as_of,
        possible=possible_for_project(rulebook, project.territory, project.status, now),
        exclusive=exclusive,
        site_check=site_check,
        decision=decided.get(number),
    )


async def list_exclusive(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, number: int
) -> tuple[int, ...]:
    """Return the projects on the ballot with which this one cannot be built together (C3)."""
    others = partners(await exclusive_pairs(connection, campaign_id, rulebook), number)
    found = await browsing.list_projects(connection, campaign_id, list(others)) if others else []
    return tuple(each.number for each in found if each.status is not ProjectStatus.REFUSED)


async def list_pictures(services: Services, campaign_id: CampaignId, number: int) -> tuple[str, ...]:
    """Return the digests of a project's pictures in their order; their bytes are in the file store."""
    async with services.database.read() as connection:
        return tuple(await files.list_pictures(connection, campaign_id, number))
