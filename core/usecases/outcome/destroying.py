"""Destroying a box key after the opening: from then on no old backup tells anything (E7, ledger 4, 14)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import box_key
from core.model.campaign import CampaignId
from core.store import ledger, opening
from core.usecases.outcome.acts import record_act
from core.usecases.services import Services


async def destroy_box_key(services: Services, campaign_id: CampaignId, territory: str) -> None:
    """Destroy an opened territory's private key and record it as an act; repeating does nothing."""
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id, lock=True)
        await destroy_in(services, connection, campaign_id, territory)


async def destroy_in(
    services: Services, connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> bool:
    """Destroy it in a transaction at hand, and say whether this call did; the campaign's row must be locked.

    The file goes first: after a crash the key is gone and the act follows by the next try.
    """
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    if state is None or state["opened_at"] is None or state["key_destroyed_at"] is not None:
        return False
    services.keys.destroy(box_key(campaign_id.akimat, campaign_id.campaign, territory))
    now = services.clock.now()
    await ledger.mark_key_destroyed(connection, campaign_id, territory, now)
    await opening.delete_request(connection, campaign_id, territory, "destroy")
    await record_act(services, connection, campaign_id, "key-destroyed", now, territory=territory)
    return True
