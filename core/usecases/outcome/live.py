"""Live counts: once a day a random half of the waiting votes is opened together (E6, ledger 4).

Separate from the final opening, because it needs no people, and nobody asks it twice on one day.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import box_key
from core.law.zone import local_date
from core.ledger.opening import box_leaves, compare, draw_half, read_box, unseal_all
from core.model.campaign import CampaignId
from core.model.stage import Stage
from core.model.vote import Channel
from core.rulebook.model import Mode, Rulebook
from core.rules.opening import is_live_due, last_live_instant
from core.store import box, ledger
from core.store import freeze as freezes
from core.store import opening as store
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.outcome.closing import add_new_seals
from core.usecases.services import Services

DRAW_LENGTH = 32
"""Random bytes of a draw; they are forgotten with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCount:
    """What live counts have shown of a voting territory so far, ``as_of`` the last of them (E6)."""

    votes: Mapping[int, int]
    as_of: datetime


async def list_live(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook
) -> Mapping[str, LiveCount]:
    """Return the newest live count of each voting territory that has one; empty where none are shown (E6)."""
    if not rulebook.voting.live_counts.shown:
        return {}
    rows = await store.list_live(connection, campaign_id)
    return {
        territory: LiveCount(votes=store.read_tally(row["tally"]), as_of=row["counted_at"])
        for territory, row in rows.items()
    }


async def count_live_if_due(
    services: Services, campaign_id: CampaignId, rulebook: Rulebook, territory: str
) -> int | None:
    """Open a half where the printed hour has come and enough votes wait; ``None`` where it has not (E6).

    Return how many votes were opened, 0 where too few waited: then the next day is asked.

    Raises:
        OpeningStopped: where votes, seals and roll differ; nothing is changed then.
        SealBroken: where a vote is not one of this territory's list.
        KeyMissing: where the private half of the box key is not at hand.
    """
    if _due_day(services, rulebook, territory) is None:
        return None
    async with services.database.read() as connection:
        if not await _is_open_day(services, connection, campaign_id, rulebook, territory):
            return None
    async with services.database.write() as connection:
        locked = await services.rulebooks.require(connection, campaign_id, lock=True)
        day = _due_day(services, locked, territory)
        if day is None or not await _is_open_day(services, connection, campaign_id, locked, territory):
            return None
        return await _count(services, connection, campaign_id, locked, territory, day)


def _due_day(services: Services, rulebook: Rulebook, territory: str) -> date | None:
    live, window = rulebook.voting.live_counts, rulebook.window(Stage.VOTING, territory)
    if not live.shown or window is None or rulebook.voting.mode.value is Mode.GUIDE:
        return None
    instant = last_live_instant(window, live.hour, services.clock.now())
    return local_date(instant) if instant is not None else None


async def _is_open_day(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
) -> bool:
    """Say whether the day has had no live count yet, and the territory votes."""
    day, last = (
        _due_day(services, rulebook, territory),
        await store.get_live_day(connection, campaign_id, territory),
    )
    if day is None or (last is not None and last >= day):
        return False
    is_closed = await ledger.get_territory_state(connection, campaign_id, territory) is not None
    return not is_closed and await freezes.is_frozen(connection, campaign_id, territory)


async def _count(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    day: date,
) -> int:
    frozen = await freezes.get_freeze(connection, campaign_id, territory)
    is_due = is_live_due(
        entitled=frozen.entitled if frozen is not None else 0,
        from_entitled=rulebook.voting.live_counts.from_entitled.value,
        waiting=await box.count_waiting(connection, campaign_id, territory),
    )
    batch, votes, tally = None, 0, None
    if is_due:
        batch = await store.next_batch(connection, campaign_id, territory)
        await _open_half(services, connection, campaign_id, rulebook, territory, batch)
        counted = read_box(await box.list_box(connection, campaign_id, territory))
        votes, tally = counted.total, store.write_tally(counted.votes)
    before = (await store.list_live(connection, campaign_id)).get(territory)
    await store.add_live_day(
        connection,
        campaign_id,
        territory=territory,
        day=day,
        batch=batch,
        counted_at=services.clock.now(),
        votes=votes,
        tally=tally,
    )
    return votes - (before["votes"] if before is not None else 0) if is_due else 0


async def _open_half(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    batch: int,
) -> None:
    private = services.keys.read(box_key(campaign_id.akimat, campaign_id.campaign, territory))
    waiting = await add_new_seals(connection, campaign_id, territory)
    roll = Counter(await ledger.count_by_channel(connection, campaign_id, territory))
    compare(
        sealed=list(waiting.values()),
        seals=await box.list_seals(connection, campaign_id, territory),
        opened=await box.count_box(connection, campaign_id, territory),
        roll_size=roll.total() - roll[Channel.PAPER],
    )
    drawn = draw_half(waiting, services.random_bytes(DRAW_LENGTH))
    projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    votes = await asyncio.to_thread(
        unseal_all,
        private,
        [waiting[each] for each in drawn],
        campaign=campaign_id.campaign,
        territory=territory,
        ballot=frozenset(project.number for project in projects),
    )
    leaves = box_leaves(campaign_id.campaign, territory, batch, votes)
    await box.add_box(connection, campaign_id, territory, leaves)
    await box.delete_drawn(connection, campaign_id, territory, drawn)
