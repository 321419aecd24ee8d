"""A project or a proposal as anybody may read it: its words, decisions, costs, site, history (C3-C5, D2).

Separate from the bot's cards, because nobody in particular reads it, and because it shows the whole history.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import Question, QuestionState
from core.model.language import Language, Text
from core.model.project import Place, Project, ProjectStatus
from core.model.proposal import PUBLIC_STATUSES, Contents, Proposal, ProposalStatus
from core.model.publication import PublicStatus
from core.model.refusals import Refusal, refuse
from core.model.review import CostChange, SiteCheck
from core.model.territory import Territory
from core.rulebook.model import Rulebook
from core.rules.sharing import Possible, possible_for_project, possible_for_proposal
from core.store import appeal as appeals
from core.store import browsing, discussion, exclusive, files, merging, proposal_history
from core.store import proposal as proposals
from core.usecases.browsing.votes import votes_of
from core.usecases.discussion.questions import as_shown
from core.usecases.proposal.mine import Event, read_event
from core.usecases.publishing.found import list_costs, list_findings
from core.usecases.services import Services

MOST_NUMBER = 999_999_999
"""The greatest application number that the database can be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAppeal:
    """That an appeal was filed, and what others made of it; never what its author wrote (B6)."""

    filed_at: datetime
    due_at: datetime | None
    is_upheld: bool | None
    reason: Text | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The published words; ``original`` is the author's language, ``None`` where both are original."""

    title: Text
    description: Text
    place: Place
    original: Language | None
    author_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What people did with it before the vote: ``supports`` counts people (D6)."""

    supports: int
    questions: tuple[Question, ...]
    co_authors: int
    merged: tuple[int, ...]
    merged_into: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicProject:
    """Everything that is published; ``wording`` is ``None`` where no word of the author is.

    ``cost`` is whole tenge. ``ground`` and ``reason`` are those of the refusal in force. ``excludes`` are the
    other projects of which only one can win. ``votes`` are known once counted and not hidden, before that by
    the live count of ``votes_as_of`` alone (E6).
    """

    rulebook: Rulebook
    number: int
    status: PublicStatus
    wording: Wording | None
    direction: str
    territory: Territory
    cost: int
    site_check: Text | None
    ground: str | None
    reason: Text | None
    pictures: tuple[str, ...]
    excludes: tuple[tuple[int, Text], ...]
    votes: int | None
    possible: Possible
    history: tuple[Event, ...] = ()
    findings: tuple[SiteCheck, ...] = ()
    costs: tuple[CostChange, ...] = ()
    appeal: PublicAppeal | None = None
    talk: Talk | None = None
    votes_as_of: datetime | None = None


async def get_published(services: Services, campaign_id: CampaignId, number: int) -> PublicProject:
    """Return what is published under an application number.

    Raises:
        RuleViolation: ``campaign-unknown``; ``project-unknown`` also for what nobody at the akimat has read.
    """
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if not 0 < number <= MOST_NUMBER:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
        found = await browsing.list_projects(connection, campaign_id, [number])
        proposal = await proposals.get_proposal(connection, campaign_id, number)
        now = services.clock.now()
        if found and not _is_looked_at_again(found[0], proposal):
            return await _of_project(connection, campaign_id, rulebook, found[0], proposal, now)
        if proposal is None or proposal.status not in PUBLIC_STATUSES:
            raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
        return await _of_proposal(connection, campaign_id, rulebook, proposal, now)


def _is_looked_at_again(project: Project, proposal: Proposal | None) -> bool:
    """Say whether a refusal was taken back and the council has not decided anew yet (B6)."""
    return (
        project.status is ProjectStatus.REFUSED
        and proposal is not None
        and proposal.status is ProposalStatus.REGISTERED
    )


async def _of_project(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    project: Project,
    proposal: Proposal | None,
    now: datetime,
) -> PublicProject:
    number = project.number
    shown = await votes_of(connection, campaign_id, rulebook, project)
    author = await _author(connection, campaign_id, proposal)
    return PublicProject(
        rulebook=rulebook,
        number=number,
        status=PublicStatus(project.status.value),
        wording=Wording(
            title=project.title,
            description=project.description,
            place=project.place,
            original=project.original,
            author_name=author,
        ),
        direction=project.direction,
        territory=rulebook.territories.require(project.territory),
        cost=project.cost,
        site_check=project.site_check,
        ground=project.ground,
        reason=project.reason,
        pictures=tuple(await files.list_pictures(connection, campaign_id, number)),
        excludes=await _excludes(connection, campaign_id, rulebook, number),
        votes=shown.votes,
        votes_as_of=shown.as_of,
        possible=possible_for_project(rulebook, project.territory, project.status, now),
        history=await _history(connection, campaign_id, number),
        findings=await list_findings(connection, campaign_id, number),
        costs=await list_costs(connection, campaign_id, number),
        appeal=await _appeal(connection, campaign_id, number),
        talk=await _talk(connection, proposal) if proposal is not None else None,
    )


async def _of_proposal(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    proposal: Proposal,
    now: datetime,
) -> PublicProject:
    number = proposal.number
    history = await _history(connection, campaign_id, number)
    was_read = any(event.status is ProposalStatus.REGISTERED for event in history)
    if not was_read and proposal.status is not ProposalStatus.REFUSED:
        raise refuse(Refusal.PROJECT_UNKNOWN, number=number)
    contents = await proposals.get_contents(connection, campaign_id, number, proposal.version)
    is_shown = was_read and contents is not None
    last = history[-1] if proposal.status is ProposalStatus.REFUSED else None
    return PublicProject(
        rulebook=rulebook,
        number=number,
        status=PublicStatus(proposal.status.value),
        wording=_wording(proposal, contents) if is_shown and contents is not None else None,
        direction=proposal.direction,
        territory=rulebook.territories.require(proposal.territory),
        cost=proposal.cost,
        site_check=None,
        ground=last.ground if last is not None else None,
        reason=last.reason if last is not None else None,
        pictures=tuple(each.published for each in contents.pictures) if is_shown and contents else (),
        excludes=await _excludes(connection, campaign_id, rulebook, number) if is_shown else (),
        votes=None,
        possible=possible_for_proposal(rulebook, proposal.territory, proposal.status, now),
        history=history,
        findings=await list_findings(connection, campaign_id, number) if is_shown else (),
        costs=await list_costs(connection, campaign_id, number) if is_shown else (),
        appeal=await _appeal(connection, campaign_id, number),
        talk=await _talk(connection, proposal) if is_shown else None,
    )


def _wording(proposal: Proposal, contents: Contents) -> Wording:
    title, landmark = (Text(kk=words, ru=words) for words in (proposal.title, proposal.landmark))
    said = contents.description or ""
    return Wording(
        title=title,
        description=Text(kk=said, ru=said),
        place=Place(landmark=landmark, latitude=proposal.latitude, longitude=proposal.longitude),
        original=contents.language,
        author_name=contents.author.name if contents.author.is_name_public else None,
    )


async def _author(
    connection: AsyncConnection, campaign_id: CampaignId, proposal: Proposal | None
) -> str | None:
    """Return the author's name where he has agreed that it is published (B2)."""
    if proposal is None:
        return None
    contents = await proposals.get_contents(connection, campaign_id, proposal.number, proposal.version)
    return contents.author.name if contents is not None and contents.author.is_name_public else None


async def _history(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> tuple[Event, ...]:
    """Return the steps, the oldest first; what a clerk asked to mend stays between him and the author."""
    events = [read_event(row) for row in await proposal_history.list_events(connection, campaign_id, number)]
    return tuple(
        Event(status=each.status, at=each.at, ground=None, reason=None, due_at=each.due_at)
        if each.status is ProposalStatus.RETURNED
        else each
        for each in events
    )


async def _excludes(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, number: int
) -> tuple[tuple[int, Text], ...]:
    """Return number and title of the projects that this one excludes, by rulebook or by the office (C3)."""
    stated = rulebook.outcome.exclusive if rulebook.outcome is not None else ()
    marked = [(row["first"], row["second"]) for row in await exclusive.list_pairs(connection, campaign_id)]
    others = {each for pair in (*stated, *marked) if number in pair for each in pair if each != number}
    projects = await browsing.list_projects(connection, campaign_id, others)
    return tuple((project.number, project.title) for project in projects)


async def _appeal(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> PublicAppeal | None:
    filed = await appeals.get_appeal(connection, campaign_id, number)
    if filed is None:
        return None
    return PublicAppeal(
        filed_at=filed.filed_at,
        due_at=filed.due_at,
        is_upheld=filed.is_upheld,
        reason=filed.reason,
        decided_at=filed.decided_at,
    )


async def _talk(connection: AsyncConnection, proposal: Proposal) -> Talk:
    campaign_id, number = proposal.campaign_id, proposal.number
    asked = map(discussion.read_question, await discussion.list_questions(connection, campaign_id, number))
    return Talk(
        supports=await discussion.count_support_of(connection, campaign_id, number),
        questions=tuple(as_shown(each) for each in asked if each.state is QuestionState.SHOWN),
        co_authors=len(await merging.list_co_authors(connection, campaign_id, number)),
        merged=tuple(await merging.list_merged(connection, campaign_id, number)),
        merged_into=proposal.merged_into,
    )
