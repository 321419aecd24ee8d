"""What every page of the office needs before it shows anything: the campaign of the reader's own akimat."""

from collections.abc import Sequence

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.store import campaign as store
from core.usecases.services import Services


async def get_rulebook(services: Services, actor: Actor, campaign_id: CampaignId) -> Rulebook:
    """Return a campaign's rulebook; raise ``campaign-unknown`` also for another akimat's (P9)."""
    if actor.akimat != campaign_id.akimat:
        raise refuse(Refusal.CAMPAIGN_UNKNOWN)
    async with services.database.read() as connection:
        return await services.rulebooks.require(connection, campaign_id)


async def list_own_campaigns(services: Services, actor: Actor) -> Sequence[tuple[CampaignId, Rulebook]]:
    """Return the campaigns of the actor's akimat with their rulebooks, in a steady order (P9)."""
    async with services.database.read() as connection:
        every = await store.list_campaigns(connection)
        own = [campaign_id for campaign_id in every if campaign_id.akimat == actor.akimat]
        return [(each, await services.rulebooks.require(connection, each)) for each in own]
