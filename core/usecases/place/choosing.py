"""Choosing a place: which campaigns there are, their territories, and what a link means (P9, D5)."""

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.stage import Stage
from core.model.territory import Territory
from core.model.viewer import Viewer
from core.rulebook.model import Rulebook
from core.store import browsing
from core.store import campaign as campaigns
from core.store import place as store
from core.usecases.services import Services

MOST_DIGITS = 9
"""Digits of an application number in a link; the database holds no longer ones."""


async def list_rulebooks(services: Services) -> list[Rulebook]:
    """Return the rulebook of every campaign of the deployment, those whose voting ends last first."""
    async with services.database.read() as connection:
        found = [
            await services.rulebooks.require(connection, campaign_id)
            for campaign_id in await campaigns.list_campaigns(connection)
        ]
    return sorted(found, key=_newest_first)


def _newest_first(rulebook: Rulebook) -> tuple[float, str]:
    window = rulebook.window(Stage.VOTING)
    return (-window.closes.timestamp() if window is not None else 0.0, rulebook.campaign)


async def require_rulebook(services: Services, campaign_id: CampaignId) -> Rulebook:
    """Return the rulebook in force; raise ``RuleViolation`` ``campaign-unknown``."""
    async with services.database.read() as connection:
        return await services.rulebooks.require(connection, campaign_id)


async def find_campaign(services: Services, name: str) -> CampaignId:
    """Return the campaign that a link or a button names; raise ``RuleViolation`` ``campaign-unknown``."""
    known = services.rulebooks.find_known(name)
    if known is not None:
        return known
    async with services.database.read() as connection:
        akimat = await campaigns.get_akimat_of(connection, name)
    if akimat is None:
        raise refuse(Refusal.CAMPAIGN_UNKNOWN)
    return CampaignId(akimat, name)


async def has_place(services: Services, viewer: Viewer) -> bool:
    """Say whether the viewer's place still exists: a campaign in force with that territory (P9)."""
    if viewer.campaign_id is None or viewer.territory is None:
        return False
    async with services.database.read() as connection:
        if await campaigns.get_revision(connection, viewer.campaign_id) is None:
            return False
        rulebook = await services.rulebooks.require(connection, viewer.campaign_id)
    return viewer.territory in rulebook.territories.nodes


async def choose_place(
    services: Services, account_id: int, campaign_id: CampaignId, territory: str
) -> Territory:
    """Keep the place and return it: the list shows its projects first, voting follows the register (P9).

    Raises:
        RuleViolation: ``campaign-unknown`` or ``territory-unknown``.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        if territory not in rulebook.territories.nodes:
            raise refuse(Refusal.TERRITORY_UNKNOWN)
        await store.set_place(connection, campaign_id, account_id, territory)
        shown = rulebook.voting_territory(territory)
        await browsing.keep_browsing(connection, campaign_id, account_id, territory=shown, page=0)
    return rulebook.territories.require(territory)


async def resolve_card_link(services: Services, payload: str) -> tuple[CampaignId, int]:
    """Return campaign and application number of ``<campaign>-<number>``, 0 for what is no number (D5).

    Raises:
        RuleViolation: ``campaign-unknown``.
    """
    name, _, digits = payload.rpartition("-")
    campaign_id = await find_campaign(services, name)
    return campaign_id, int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else 0


async def resolve_place_link(services: Services, payload: str) -> tuple[CampaignId, str]:
    """Return campaign and territory of ``<campaign>-<territory>``; either may have hyphens (D5).

    Raises:
        RuleViolation: ``campaign-unknown`` where no such pair exists.
    """
    refusal = Refusal.CAMPAIGN_UNKNOWN
    for rulebook in await list_rulebooks(services):
        name, separator, territory = payload.partition(f"{rulebook.campaign}-")
        if name == "" and separator:
            if territory in rulebook.territories.nodes:
                return CampaignId(rulebook.akimat.slug, rulebook.campaign), territory
            refusal = Refusal.TERRITORY_UNKNOWN
    raise refuse(refusal)
