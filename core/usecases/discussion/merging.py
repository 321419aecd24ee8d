"""Merging two proposals whose authors agree: one offers his own, the other takes it in (D6)."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.discussion import MergeOffer, OfferState
from core.model.proposal import Proposal
from core.model.refusals import Refusal, refuse
from core.rules.discussion import merge_verdict
from core.rules.review import ReviewAct, next_status
from core.store import audience, following, outbox, proposal_history
from core.store import discussion as store
from core.store import merging as merged
from core.store import proposal as proposals
from core.usecases.discussion.people import require_public
from core.usecases.notice.kinds import NoticeKind
from core.usecases.proposal.mine import require_own
from core.usecases.services import Services


async def offer(
    services: Services, campaign_id: CampaignId, account_id: int, number: int, into: int
) -> MergeOffer:
    """Offer one's own proposal ``number`` to the author of ``into``; a second time changes nothing.

    Only what somebody at the akimat has read is offered, and only to what others may see: the title goes to
    a stranger (D6).

    Raises:
        RuleViolation: ``proposal-unknown``, ``merge-own``, ``merge-settled``, ``offers-waiting`` or
            ``merge-declined``.
    """
    async with services.database.write() as connection:
        mine, other = await _hold(connection, campaign_id, number, into)
        await require_own(services, connection, campaign_id, account_id, number)
        await require_public(connection, campaign_id, into)
        known = await store.get_offer(connection, campaign_id, number, into)
        if known is not None:
            return _settled_before(store.read_offer(known))
        merge_verdict(mine, other, waiting=await count_waiting(connection, mine)).enforce()
        now = services.clock.now()
        state = OfferState.WAITING
        await store.add_offer(connection, campaign_id, number, into, state.value, now)
        made = MergeOffer(number=number, into=into, state=state, offered_at=now)
        await _tell(connection, campaign_id, NoticeKind.MERGE_OFFERED, made, into, now)
    return made


async def count_waiting(connection: AsyncConnection, proposal: Proposal) -> int:
    """Return how many offers of the proposal to become part of another one wait for an answer."""
    rows = await store.list_offers(connection, proposal.campaign_id, proposal.number)
    made = [each for each in map(store.read_offer, rows) if each.number == proposal.number]
    return sum(each.state is OfferState.WAITING for each in made)


def _settled_before(known: MergeOffer) -> MergeOffer:
    if known.state is OfferState.DECLINED:
        raise refuse(Refusal.MERGE_DECLINED, number=known.into)
    return known


async def settle(
    services: Services, campaign_id: CampaignId, account_id: int, number: int, into: int, *, agrees: bool
) -> MergeOffer:
    """Agree that ``number`` becomes part of one's own ``into``, or decline; the same again changes nothing.

    On agreement the other author becomes co-author, support and followers are carried over, and the place of
    the merged proposal stays taken (B1).

    Raises:
        RuleViolation: ``proposal-unknown``, ``offer-unknown`` or ``merge-settled``.
    """
    state = OfferState.AGREED if agrees else OfferState.DECLINED
    async with services.database.write() as connection:
        mine, other = await _hold(connection, campaign_id, number, into)
        await require_own(services, connection, campaign_id, account_id, into)
        row = await store.get_offer(connection, campaign_id, number, into)
        made = store.read_offer(row) if row is not None else None
        if made is not None and made.state is state:
            return made
        if made is None or made.state is not OfferState.WAITING:
            raise refuse(Refusal.OFFER_UNKNOWN)
        now = services.clock.now()
        settled = MergeOffer(number=number, into=into, state=state, offered_at=made.offered_at)
        await store.settle_offer(connection, campaign_id, number, into, state.value, now)
        if agrees:
            merge_verdict(mine, other).enforce()
            await _merge(connection, mine, other, now)
            await _tell(connection, campaign_id, NoticeKind.MERGE_SETTLED, settled, into, now)
            await _tell_followers(connection, campaign_id, settled, now)
            await _let_lapse(connection, campaign_id, number, now)
        else:
            await _tell(connection, campaign_id, NoticeKind.MERGE_SETTLED, settled, number, now)
    return settled


async def list_offers(
    services: Services, campaign_id: CampaignId, account_id: int, number: int
) -> list[MergeOffer]:
    """Return the offers that one's own proposal made or got, the newest first; raise ``proposal-unknown``."""
    async with services.database.read() as connection:
        await require_own(services, connection, campaign_id, account_id, number)
        rows = await store.list_offers(connection, campaign_id, number)
    return sorted(map(store.read_offer, rows), key=lambda each: each.offered_at, reverse=True)


async def _hold(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int
) -> tuple[Proposal, Proposal]:
    """Return both proposals with their rows held, in one order for all: two mergings wait, none is stuck."""
    held = {
        each: await proposals.get_proposal(connection, campaign_id, each, lock=True)
        for each in sorted({number, into})
    }
    mine, other = held[number], held[into]
    if mine is None or other is None:
        raise refuse(Refusal.PROPOSAL_UNKNOWN, number=number if mine is None else into)
    return mine, other


async def _merge(connection: AsyncConnection, mine: Proposal, other: Proposal, now: datetime) -> None:
    campaign_id, number, into = mine.campaign_id, mine.number, other.number
    status = next_status(mine.status, ReviewAct.MERGE).value
    await proposals.change_proposal(
        connection, campaign_id, number, status=status, merged_into=into, due_at=None
    )
    await proposal_history.add_event(connection, campaign_id, number, status=status, at=now)
    await merged.move_merged(connection, campaign_id, number, into)
    joined = await merged.list_co_authors(connection, campaign_id, number)
    joining = [(mine.person_key, mine.account_id)]
    joining += [(row["person_key"], row["account_id"]) for row in joined]
    for person_key, account_id in joining:
        if person_key != other.person_key:
            await merged.add_co_author(connection, campaign_id, into, person_key, account_id)
    authors = [other.person_key, *(person_key for person_key, _ in joining)]
    await store.move_support(connection, campaign_id, number, into, authors)
    await following.move_followers(connection, campaign_id, number, into)


async def _let_lapse(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, now: datetime
) -> None:
    """Close what else a merged proposal had offered or been offered, and tell who waits for an answer."""
    for row in await store.list_offers(connection, campaign_id, number):
        made = store.read_offer(row)
        if made.state is not OfferState.WAITING:
            continue
        gone = MergeOffer(
            number=made.number, into=made.into, state=OfferState.LAPSED, offered_at=made.offered_at
        )
        await store.settle_offer(connection, campaign_id, gone.number, gone.into, gone.state.value, now)
        other = gone.number if gone.into == number else gone.into
        await _tell(connection, campaign_id, NoticeKind.MERGE_SETTLED, gone, other, now)


async def _tell(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    kind: NoticeKind,
    made: MergeOffer,
    whose: int,
    now: datetime,
) -> None:
    """Tell the authors of the proposal ``whose`` what became of an offer."""
    await outbox.write_to(
        connection,
        campaign_id,
        audience.writes(campaign_id, whose),
        kind=kind.value,
        about=f"{campaign_id.campaign}:{made.number}:{made.into}",
        facts=_facts(made, whose),
        due_at=now,
    )


async def _tell_followers(
    connection: AsyncConnection, campaign_id: CampaignId, made: MergeOffer, now: datetime
) -> None:
    await outbox.write_to(
        connection,
        campaign_id,
        audience.follows_only(campaign_id, made.into),
        kind=NoticeKind.MERGE_SETTLED.value,
        about=f"{campaign_id.campaign}:{made.number}:{made.into}",
        facts=_facts(made, made.into),
        due_at=now,
    )


def _facts(made: MergeOffer, opens: int) -> dict[str, int | str]:
    """Return what the notice tells; its button opens the proposal ``opens``."""
    return {"number": made.number, "into": made.into, "state": made.state.value, "opens": opens}
