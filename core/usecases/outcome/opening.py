"""Opening a territory's box: votes come out together, and the outcome is counted in the same transaction."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import box_key
from core.ledger.opening import box_leaves, hidden_leaf, hidden_tally, open_votes
from core.model.campaign import CampaignId
from core.rulebook.model import Rulebook, SmallCount
from core.store import box, ledger
from core.usecases.outcome.acts import record_act
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.outcome.counting import count
from core.usecases.services import Services

SALT_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What an opening brought to light: how many votes there were and whether their count is hidden."""

    territory: str
    votes: int
    is_hidden: bool


async def open_territory(services: Services, campaign_id: CampaignId, territory: str) -> Opened | None:
    """Open the box of a closed territory and count it; ``None`` where it is not closed or is open already.

    The box key is destroyed afterwards by ``destroy_box_key``, never inside the transaction.

    Raises:
        OpeningStopped: where waiting votes, seals and roll differ; nothing is changed then.
        SealBroken: where a vote is not one of this territory's list.
        KeyMissing: where the private half of the box key is not at hand.
    """
    private = services.keys.read(box_key(campaign_id.akimat, campaign_id.campaign, territory))
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        state = await ledger.get_territory_state(connection, campaign_id, territory)
        if state is None or state["opened_at"] is not None:
            return None
        now = services.clock.now()
        projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
        tally = await asyncio.to_thread(
            open_votes,
            private,
            campaign=campaign_id.campaign,
            territory=territory,
            sealed=await box.list_waiting(connection, campaign_id, territory),
            seals=await box.list_seals(connection, campaign_id, territory),
            roll_size=await ledger.count_roll(connection, campaign_id, territory),
            ballot=frozenset(project.number for project in projects),
        )
        hidden = await _fill_box(services, connection, campaign_id, rulebook, territory, tally)
        await box.delete_waiting(connection, campaign_id, territory)
        votes = sum(tally.values())
        await ledger.mark_opened(connection, campaign_id, territory, now)
        await record_act(services, connection, campaign_id, "opening", now, territory=territory, votes=votes)
        await count(connection, campaign_id, rulebook, territory, tally, hidden=hidden, now=now)
    return Opened(territory=territory, votes=votes, is_hidden=hidden is not None)


async def _fill_box(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    tally: Mapping[int, int],
) -> str | None:
    """Write the box's leaves; return the observer's tally and salt of a hidden count (ledger 4)."""
    name, voting = campaign_id.campaign, rulebook.voting
    is_small = 0 < sum(tally.values()) < voting.small_count_below.value
    if not is_small or voting.small_count.value is SmallCount.PUBLISH:
        await box.add_box(connection, campaign_id, territory, box_leaves(name, territory, tally))
        return None
    salt = services.random_bytes(SALT_LENGTH)
    await box.add_box(connection, campaign_id, territory, [hidden_leaf(name, territory, tally, salt)])
    return f"{salt.hex()} {hidden_tally(tally)}"


async def destroy_box_key(services: Services, campaign_id: CampaignId, territory: str) -> None:
    """Destroy an opened territory's private key and record it as an act; repeating does nothing."""
    name = box_key(campaign_id.akimat, campaign_id.campaign, territory)
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id, lock=True)
        state = await ledger.get_territory_state(connection, campaign_id, territory)
        if state is None or state["opened_at"] is None or state["key_destroyed_at"] is not None:
            return
        services.keys.destroy(name)
        now = services.clock.now()
        await ledger.mark_key_destroyed(connection, campaign_id, territory, now)
        await record_act(services, connection, campaign_id, "key-destroyed", now, territory=territory)
