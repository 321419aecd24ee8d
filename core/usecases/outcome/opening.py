"""Opening a territory's box: votes come out together, and the outcome is counted in the same transaction."""

import asyncio
from collections import Counter
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.identity.keys import box_key
from core.ledger.opening import (
    Difference,
    OpeningStopped,
    Votes,
    batches,
    box_leaves,
    hidden_leaf,
    hidden_text,
    is_apart,
    open_votes,
    paper_votes,
)
from core.model.campaign import CampaignId
from core.model.vote import Channel
from core.rulebook.model import Rulebook, SmallCount
from core.store import box, ledger, opening, slips
from core.usecases.outcome.acts import record_act
from core.usecases.outcome.ballot import list_on_ballot
from core.usecases.outcome.tallying import count_if_whole
from core.usecases.paper_vote.counted import paper_of
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
        OpeningStopped: where waiting votes, seals, roll and sheets differ; nothing is changed then.
        SealBroken: where a vote is not one of this territory's list.
        KeyMissing: where the private half of the box key is not at hand.
    """
    private = services.keys.read(box_key(campaign_id.akimat, campaign_id.campaign, territory))
    async with services.database.write() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id, lock=True)
        return await open_in(services, connection, campaign_id, rulebook, territory, private)


async def open_in(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    private: bytes,
) -> Opened | None:
    """Open and count with the key at hand in a transaction at hand; the campaign's row must be locked.

    Raises:
        OpeningStopped: as ``open_territory``; also while paper is not settled or its last hour has not come.
        SealBroken: where a vote is not one of this territory's list.
    """
    state = await ledger.get_territory_state(connection, campaign_id, territory)
    if state is None or state["opened_at"] is not None:
        return None
    now = services.clock.now()
    rest, paper = await _read_votes(services, connection, campaign_id, rulebook, territory, private)
    before = await box.count_box(connection, campaign_id, territory)
    hidden = await _fill_box(services, connection, campaign_id, rulebook, territory, rest, paper)
    await box.delete_waiting(connection, campaign_id, territory)
    votes = before + sum(rest.values()) + sum(paper.values())
    await ledger.mark_opened(connection, campaign_id, territory, now, hidden)
    await opening.delete_request(connection, campaign_id, territory, "open")
    await record_act(services, connection, campaign_id, "opening", now, territory=territory, votes=votes)
    await count_if_whole(connection, campaign_id, rulebook, territory, now)
    return Opened(territory=territory, votes=votes, is_hidden=hidden is not None)


async def _read_votes(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    private: bytes,
) -> tuple[Votes, Votes]:
    """Compare everything with everything and return the waiting votes and those on paper (ledger 4, 9)."""
    paper = await paper_of(connection, campaign_id, rulebook, territory)
    is_early = paper.lines_until is not None and services.clock.now() < paper.lines_until
    if is_early or not paper.is_settled:
        raise OpeningStopped(Difference.PAPER_OPEN)
    projects = await list_on_ballot(connection, campaign_id, rulebook, territory)
    ballot = frozenset(project.number for project in projects)
    roll = Counter(await ledger.count_by_channel(connection, campaign_id, territory))
    waiting = await box.list_waiting(connection, campaign_id, territory)
    rest = await asyncio.to_thread(
        open_votes,
        private,
        campaign=campaign_id.campaign,
        territory=territory,
        sealed=list(waiting.values()),
        seals=await box.list_seals(connection, campaign_id, territory),
        opened=await box.count_box(connection, campaign_id, territory),
        roll_size=roll.total() - roll[Channel.PAPER],
        ballot=ballot,
    )
    lines = roll[Channel.PAPER]
    return rest, paper_votes(lines=paper.lines, roll_size=lines, slips=paper.slips, ballot=ballot)


async def _fill_box(
    services: Services,
    connection: AsyncConnection,
    campaign_id: CampaignId,
    rulebook: Rulebook,
    territory: str,
    rest: Votes,
    paper: Votes,
) -> str | None:
    """Write the box's leaves; return the observer's tally and salt of a hidden count (ledger 4)."""
    name, voting = campaign_id.campaign, rulebook.voting
    least, votes = voting.small_count_below.value, Counter(dict(rest)) + Counter(dict(paper))
    first = await opening.next_batch(connection, campaign_id, territory)
    is_small = first == 0 and 0 < votes.total() < least
    if is_small and voting.small_count.value is SmallCount.HIDE:
        await slips.keep_sum(connection, campaign_id, territory, is_hidden=True)
        salt = services.random_bytes(SALT_LENGTH)
        await box.add_box(connection, campaign_id, territory, [hidden_leaf(name, territory, votes, salt)])
        return hidden_text(votes, salt)
    if not is_apart(rest, paper, least):
        await slips.keep_sum(connection, campaign_id, territory, is_hidden=False)
    for batch, part in enumerate(batches(rest, paper, least), first):
        await box.add_box(connection, campaign_id, territory, box_leaves(name, territory, batch, part))
    return None
