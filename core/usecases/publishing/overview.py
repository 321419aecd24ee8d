"""A campaign at a glance: its numbers, its council, what can be done now (A3, C2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.project import ProjectStatus
from core.model.proposal import ProposalStatus
from core.model.publication import PublicMember
from core.model.stage import Stage, StageWindow
from core.rulebook.model import Rulebook
from core.rules.guide import Action, Standing, possible_actions
from core.rules.stages import current_stages
from core.store import outcome as outcomes
from core.store import publishing as store
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How many applications came, and what became of them."""

    submitted: int
    registered: int
    admitted: int
    refused: int
    withdrawn: int
    merged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDates:
    """When a stage holds in the campaign as a whole, and by territory where that differs."""

    stage: Stage
    window: StageWindow | None
    own: Mapping[str, StageWindow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that a campaign's page says, as of ``now``; ``counted`` are voting territories."""

    rulebook: Rulebook
    now: datetime
    stages: tuple[StageDates, ...]
    open_stages: tuple[StageWindow, ...]
    actions: tuple[Action, ...]
    numbers: Numbers
    members: tuple[PublicMember, ...]
    counted: frozenset[str]


async def get_overview(services: Services, campaign_id: CampaignId) -> Overview:
    """Return the campaign at a glance; raise ``RuleViolation`` ``campaign-unknown``."""
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        numbers = await count_numbers(connection, campaign_id)
        members = await store.list_members(connection, campaign_id)
        counted = frozenset(await outcomes.list_counted(connection, campaign_id))
    return Overview(
        rulebook=rulebook,
        now=now,
        stages=stage_dates(rulebook),
        open_stages=_open_anywhere(rulebook, now),
        actions=_actions(rulebook, numbers, now, has_outcome=bool(counted)),
        numbers=numbers,
        members=tuple(
            PublicMember(
                name=row["name"],
                position=Text(kk=row["position_kk"], ru=row["position_ru"]),
                is_chair=row["is_chair"],
            )
            for row in members
        ),
        counted=counted,
    )


async def count_numbers(connection: AsyncConnection, campaign_id: CampaignId) -> Numbers:
    """Return the numbers of a campaign; a project without an application here counts as one of the list."""
    proposals = await store.count_proposals(connection, campaign_id)
    projects = await store.count_projects(connection, campaign_id)
    listed = await store.count_listed(connection, campaign_id)
    again = proposals.get((ProposalStatus.REGISTERED, True), 0)
    refused = projects.get(ProjectStatus.REFUSED, 0) - again
    return Numbers(
        submitted=sum(proposals.values()) + listed,
        registered=proposals.get((ProposalStatus.REGISTERED, False), 0) + again,
        admitted=sum(projects.values()) - refused - again,
        refused=refused + proposals.get((ProposalStatus.REFUSED, False), 0),
        withdrawn=proposals.get((ProposalStatus.WITHDRAWN, False), 0),
        merged=proposals.get((ProposalStatus.MERGED, False), 0),
    )


def stage_dates(rulebook: Rulebook) -> tuple[StageDates, ...]:
    """Return when each stage holds; a territory is named only where its window differs (A2)."""
    dates = []
    for stage in Stage:
        window = rulebook.stages.get(stage)
        own = {
            slug: stages[stage]
            for slug, stages in rulebook.stage_overrides.items()
            if stage in stages and stages[stage] != window
        }
        if window is not None or own:
            dates.append(StageDates(stage=stage, window=window, own=own))
    return tuple(dates)


def _open_anywhere(rulebook: Rulebook, now: datetime) -> tuple[StageWindow, ...]:
    """Return the stages that hold now, in the campaign as a whole or in a territory with dates of its own."""
    found = {window.stage: window for window in current_stages(rulebook, None, now)}
    for slug in rulebook.stage_overrides:
        for window in current_stages(rulebook, slug, now):
            found.setdefault(window.stage, window)
    return tuple(found[stage] for stage in Stage if stage in found)


def _actions(rulebook: Rulebook, numbers: Numbers, now: datetime, *, has_outcome: bool) -> tuple[Action, ...]:
    """Return what can be done now somewhere in the campaign, by whoever is not verified yet."""
    standing = Standing(
        is_verified=True, has_voted=False, has_outcome=has_outcome, has_projects=numbers.admitted > 0
    )
    found: dict[Action, None] = {}
    for territory in (None, *rulebook.stage_overrides):
        found |= dict.fromkeys(possible_actions(rulebook, territory, standing, now))
    return tuple(action for action in Action if action in found)
