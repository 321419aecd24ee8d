"""Settling an outcome that awaits a lot, once the public value is known (F1, ledger 11)."""

from core.model.campaign import CampaignId
from core.rules.outcome import Outcome
from core.store import outcome as store
from core.usecases.outcome.acts import record_act
from core.usecases.outcome.counting import count
from core.usecases.outcome.tallying import tally_of
from core.usecases.outcome.written import read_written
from core.usecases.services import Services


class LotNotAwaited(Exception):
    """The territory is not counted yet, or nothing in it waits for a lot."""


async def settle_lot(services: Services, campaign_id: CampaignId, territory: str, value: str) -> Outcome:
    """Draw the lot from the public ``value`` and keep the outcome that it makes.

    Raises:
        LotNotAwaited: where there is nothing for a lot to decide.
    """
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        row = await store.get_outcome(connection, campaign_id, territory)
        if row is None:
            raise LotNotAwaited(f"{territory} is not counted yet")
        kept = read_written(territory, row["result"], row["counted_at"])
        if not kept.awaits_lot:
            raise LotNotAwaited(f"nothing in {territory} waits for a lot")
        tally = await tally_of(connection, campaign_id, rulebook, territory)
        if tally is None:
            raise LookupError(f"{territory} is counted, but its votes are not all there")
        now = services.clock.now()
        settled = await count(
            connection,
            campaign_id,
            rulebook,
            territory,
            tally,
            is_hidden=kept.is_hidden,
            now=now,
            lot_value=value,
        )
        await record_act(services, connection, campaign_id, "lot", now, territory=territory, value=value)
    return settled
