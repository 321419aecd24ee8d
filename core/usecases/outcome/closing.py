"""Closing a territory: its roll and its seals are complete from here on (ledger 2, 3)."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from core.ledger.opening import seal_digest
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.store import box, ledger
from core.usecases.services import Services


async def close_territory(services: Services, campaign_id: CampaignId, territory: str) -> bool:
    """Enter the seals of a territory whose voting is over; say whether this call did it.

    The campaign's row is locked before the clock is read, so that no vote is still on its way in.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        now = services.clock.now()
        window = rulebook.window(Stage.VOTING, territory)
        state = await ledger.get_territory_state(connection, campaign_id, territory)
        if window is None or now < window.closes or state is not None:
            return False
        await add_new_seals(connection, campaign_id, territory)
        await ledger.mark_closed(connection, campaign_id, territory, now)
    return True


async def add_new_seals(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Mapping[bytes, bytes]:
    """Append the seals of votes that have none yet, sorted, and return all that wait by their ids (ledger 3).

    The campaign's row must be locked.
    """
    waiting = await box.list_waiting(connection, campaign_id, territory)
    known = set(await box.list_seals(connection, campaign_id, territory))
    digests = sorted({seal_digest(sealed) for sealed in waiting.values()} - known)
    await box.add_seals(connection, campaign_id, territory, digests)
    return waiting
