"""The first screen's facts: the campaign, the place, the stages, and what can be done now (A3)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import KeyMissing
from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.stage import Stage, StageWindow
from core.model.territory import Territory
from core.rulebook.model import Rulebook
from core.rules.eligibility import entitled_territories
from core.rules.guide import Action, Standing, possible_actions
from core.rules.stages import StageChange, current_stages, first_day, next_change
from core.store import browsing, register
from core.store import outcome as outcomes
from core.usecases.elsewhere.asking import has_voted_there
from core.usecases.services import Services
from core.usecases.verification.person import Person, find_person
from core.usecases.voting.facts import find_receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Everything that the first screen says, as of ``now``.

    ``own`` is where the verified person may vote, ``coming`` the next beginning of a stage.
    """

    rulebook: Rulebook
    territory: Territory
    now: datetime
    stages: tuple[StageWindow, ...]
    voting: StageWindow | None
    coming: StageChange | None
    person: Person | None
    own: tuple[Territory, ...]
    standing: Standing
    actions: tuple[Action, ...]


async def home(services: Services, campaign_id: CampaignId, account_id: int, territory: str) -> Home:
    """Return what the account sees of the campaign now.

    Raises:
        RuleViolation: ``campaign-unknown`` or ``territory-unknown``.
    """
    now = services.clock.now()
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if territory not in rulebook.territories.nodes:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        person = await find_person(connection, campaign_id, account_id, now)
        standing = Standing(
            is_verified=person is not None,
            has_voted=person is not None and await _has_voted(services, connection, campaign_id, person),
            has_outcome=await _has_outcome(connection, campaign_id, rulebook, territory),
            has_projects=await browsing.has_projects(connection, campaign_id),
            has_voted_there=person is not None
            and await has_voted_there(services, connection, rulebook, person.person_key),
        )
        own = await _own(connection, campaign_id, rulebook, person)
    return Home(
        rulebook=rulebook,
        territory=rulebook.territories.require(territory),
        now=now,
        stages=current_stages(rulebook, territory, now),
        voting=rulebook.window(Stage.VOTING, territory),
        coming=_next_opening(rulebook, territory, now),
        person=person,
        own=own,
        standing=standing,
        actions=possible_actions(rulebook, territory, standing, now),
    )


def _next_opening(rulebook: Rulebook, territory: str, now: datetime) -> StageChange | None:
    change = next_change(rulebook, territory, now)
    while change is not None and not change.is_opening:
        change = next_change(rulebook, territory, change.at)
    return change


async def _own(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, person: Person | None
) -> tuple[Territory, ...]:
    """Return where the person is entitled, each territory by the day of its own opening (E1)."""
    if person is None:
        return ()
    resident = await register.get_resident(connection, campaign_id.akimat, person.person_key)
    if resident is None:
        return ()
    return tuple(
        rulebook.territories.require(slug)
        for slug in rulebook.voting.territories
        if (window := rulebook.window(Stage.VOTING, slug)) is not None
        and slug in entitled_territories(resident, rulebook, first_day(window))
    )


async def _has_voted(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, person: Person
) -> bool:
    try:
        return await find_receipt(services, connection, campaign_id, person.person_key) is not None
    except KeyMissing:
        return False


async def _has_outcome(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> bool:
    voting_territory = rulebook.voting_territory(territory)
    if voting_territory is None:
        return bool(await outcomes.list_counted(connection, campaign_id))
    return await outcomes.get_outcome(connection, campaign_id, voting_territory) is not None
