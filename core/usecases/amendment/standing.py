"""What the rules for amendments are asked with, read in one transaction (A4)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import signing_key
from core.model.amendment import Amending, Correction, EarlyFreeze, Stop
from core.model.campaign import CampaignId
from core.model.project import Project
from core.rulebook.model import Rulebook
from core.rules.amendment_verdicts import Standing
from core.store import amendment as store
from core.store import browsing, freeze, ledger
from core.store import campaign as campaigns
from core.usecases.services import Services


async def find_standing(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    what: Amending,
) -> Standing:
    """Return what is frozen, closed, undecided and known of the project that the change is about."""
    frozen = {
        each.territory: each.frozen_at
        for each in await freeze.list_freezes(connection, campaign_id)
        if each.frozen_at is not None
    }
    closed = [
        slug
        for slug in rulebook.voting.territories
        if await ledger.get_territory_state(connection, campaign_id, slug) is not None
    ]
    territory = what.territory if isinstance(what, EarlyFreeze) else None
    return Standing(
        frozen=frozen,
        closed=frozenset(closed),
        project=await find_project(connection, campaign_id, what),
        undecided=await _undecided(services, connection, campaign_id, rulebook, territory),
        has_keys=territory is None or await _has_keys(services, connection, campaign_id, territory),
    )


async def find_project(
    connection: AsyncConnection, campaign_id: CampaignId, what: Amending
) -> Project | None:
    """Return the project that a change is about, ``None`` where it is about none or there is none."""
    if not isinstance(what, Stop | Correction):
        return None
    found = await browsing.list_projects(connection, campaign_id, [what.number])
    return found[0] if found else None


async def _undecided(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str | None,
) -> int:
    tree = rulebook.territories
    if territory is None or territory not in tree.nodes:
        return 0
    within = [slug for slug in tree.nodes if tree.is_within(slug, territory)]
    return await store.count_undecided(connection, campaign_id, within, services.clock.now())


async def _has_keys(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> bool:
    has_box = await campaigns.get_box_key(connection, campaign_id, territory) is not None
    return has_box and services.keys.has(signing_key(campaign_id.akimat, campaign_id.campaign))
