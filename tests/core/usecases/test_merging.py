"""Two proposals become one where both authors agree (D6)."""

import pytest
from sqlalchemy import select

from core.model.discussion import MergeOffer, OfferState
from core.model.proposal import ProposalStatus
from core.model.refusals import Refusal
from core.rules.review import ReviewAct
from core.store.outbox import outbox
from core.usecases.discussion.card import proposal_card
from core.usecases.discussion.listing import list_proposals
from core.usecases.discussion.merging import list_offers, offer, settle
from core.usecases.discussion.support import support
from core.usecases.following.following import follow, is_following
from core.usecases.notice.kinds import Manner, NoticeKind
from core.usecases.proposal.mine import my_proposal, my_proposals
from core.usecases.proposal.submitting import submit
from tests.support.proposals import (
    INTAKE,
    account_of,
    author,
    decided,
    refusal_of,
    registered,
    submitted,
    written,
)
from tests.support.town import CAMPAIGN, Town

FOLLOWER = 7800


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def offered(town: Town, person: int, number: int, into: int) -> MergeOffer:
    """Let the person offer his proposal."""
    return await offer(town.services, CAMPAIGN, account_of(person), number, into)


async def settled(town: Town, person: int, number: int, into: int, *, agrees: bool = True) -> MergeOffer:
    """Let the person answer an offer."""
    return await settle(town.services, CAMPAIGN, account_of(person), number, into, agrees=agrees)


async def told(town: Town, kind: str) -> dict[int, str]:
    """Return to whom notices of a kind are queued, with the state that they tell."""
    async with town.services.database.read() as connection:
        rows = await connection.execute(
            select(outbox.c.account_id, outbox.c.facts).where(outbox.c.kind == kind)
        )
        return {row.account_id: row.facts["state"] for row in rows}


async def test_what_both_agree_on_becomes_one(town: Town) -> None:
    """Support counts each person once, followers come along, the other author is co-author [D6]."""
    into, number = await registered(town, 0), await registered(town, 1)
    for person in (2, 3):
        await author(town, person)
    for person, of in ((2, number), (2, into), (3, number), (0, number), (1, into)):
        await support(town.services, CAMPAIGN, account_of(person), of)
    await town.settle(FOLLOWER)
    for _ in range(2):
        await follow(town.services, CAMPAIGN, FOLLOWER, number)
    made = await offered(town, 1, number, into)
    assert made == await offered(town, 1, number, into)
    assert await told(town, "merge-offered") == {account_of(0): "waiting"}
    for _ in range(2):
        assert (await settled(town, 0, number, into)).state is OfferState.AGREED
    card = await proposal_card(town.services, CAMPAIGN, account_of(1), into)
    assert (card.supports, card.co_authors, card.merged, card.is_own) == (2, 1, (number,), True)
    assert await is_following(town.services, CAMPAIGN, FOLLOWER, into)
    gone = await proposal_card(town.services, CAMPAIGN, FOLLOWER, number)
    assert (gone.status, gone.merged_into, gone.supports) == (ProposalStatus.MERGED, into, 0)
    listed = await list_proposals(town.services, CAMPAIGN, FOLLOWER)
    assert [line.number for line in listed.proposals] == [into]
    assert await told(town, "merge-settled") == dict.fromkeys(
        (account_of(0), account_of(1), FOLLOWER), "agreed"
    )
    assert (await my_proposal(town.services, CAMPAIGN, account_of(1), into)).is_co_author
    refusal = await refusal_of(support(town.services, CAMPAIGN, account_of(2), number))
    assert refusal is Refusal.DISCUSSION_SETTLED


async def test_the_place_of_the_merged_one_stays_taken(town: Town) -> None:
    """Whoever became co-author has had his proposal of this campaign [B1]."""
    into, number = await registered(town, 0), await registered(town, 1)
    await offered(town, 1, number, into)
    await settled(town, 0, number, into)
    draft_id = await written(town, account_of(1), title="Тағы бір орындық қою")
    refusal = await refusal_of(submit(town.services, CAMPAIGN, account_of(1), draft_id))
    assert refusal is Refusal.SECOND_PROPOSAL
    own = await my_proposals(town.services, CAMPAIGN, account_of(1), "eski-qala")
    assert sorted(item.number for item in own.proposals) == [into, number]


async def test_declining_ends_it(town: Town) -> None:
    """The offering author is told, may not press again, and his proposal goes on by itself [D6] [P7]."""
    into, number = await registered(town, 0), await registered(town, 1)
    await offered(town, 1, number, into)
    assert (await settled(town, 0, number, into, agrees=False)).state is OfferState.DECLINED
    assert await told(town, "merge-settled") == {account_of(1): "declined"}
    assert await refusal_of(offered(town, 1, number, into)) is Refusal.MERGE_DECLINED
    assert await refusal_of(settled(town, 0, number, into)) is Refusal.OFFER_UNKNOWN
    offers = await list_offers(town.services, CAMPAIGN, account_of(1), number)
    assert [each.state for each in offers] == [OfferState.DECLINED]
    possible = (await proposal_card(town.services, CAMPAIGN, account_of(1), into)).possible
    assert possible.offered == offers[0]


async def test_who_may_offer_and_settle(town: Town) -> None:
    """Each author speaks for his own proposal alone, and only while both are open [D6] [C2]."""
    into, number = await registered(town, 0), await registered(town, 1)
    assert await refusal_of(offered(town, 0, number, into)) is Refusal.PROPOSAL_UNKNOWN
    assert await refusal_of(offered(town, 1, number, 999)) is Refusal.PROPOSAL_UNKNOWN
    assert await refusal_of(offered(town, 1, number, number)) is Refusal.MERGE_OWN
    assert await refusal_of(settled(town, 0, number, into)) is Refusal.OFFER_UNKNOWN
    await offered(town, 1, number, into)
    assert await refusal_of(settled(town, 1, number, into)) is Refusal.PROPOSAL_UNKNOWN
    await decided(town, into, ReviewAct.ADMIT)
    assert await refusal_of(settled(town, 0, number, into)) is Refusal.MERGE_SETTLED
    assert (await settled(town, 0, number, into, agrees=False)).state is OfferState.DECLINED


async def test_nobody_reads_what_no_clerk_has_read(town: Town) -> None:
    """An unread title goes to no stranger, and an unread number answers like one that is nobody's [D6]."""
    into, unread = await registered(town, 0), await submitted(town, 1, title="Жарнама: t.me/casino")
    assert await refusal_of(offered(town, 1, unread, into)) is Refusal.MERGE_SETTLED
    assert await refusal_of(offered(town, 0, into, unread)) is Refusal.PROPOSAL_UNKNOWN
    refused = await submitted(town, 2)
    await decided(town, refused, ReviewAct.REFUSE)
    assert await refusal_of(offered(town, 0, into, refused)) is Refusal.PROPOSAL_UNKNOWN
    assert await told(town, "merge-offered") == {}
    card = await proposal_card(town.services, CAMPAIGN, account_of(1), into)
    assert [reason.refusal for reason in card.possible.can_offer_merge.reasons] == [Refusal.MERGE_WITHOUT_OWN]


async def test_few_offers_wait(town: Town) -> None:
    """Nobody writes to every author at once: three offers wait, an answer makes room [D6] [G1]."""
    number, *others = [await registered(town, person) for person in range(5)]
    for into in others[:3]:
        await offered(town, 0, number, into)
    assert await refusal_of(offered(town, 0, number, others[3])) is Refusal.OFFERS_WAITING
    card = await proposal_card(town.services, CAMPAIGN, account_of(0), others[3])
    assert [reason.refusal for reason in card.possible.can_offer_merge.reasons] == [Refusal.OFFERS_WAITING]
    await settled(town, 1, number, others[0], agrees=False)
    assert (await offered(town, 0, number, others[3])).state is OfferState.WAITING


def test_an_offer_is_news() -> None:
    """A neighbour's wish is no decision: it waits for the day, and for the digest of who reads one [G1]."""
    assert NoticeKind.MERGE_OFFERED.manner is Manner.NEWS
    assert NoticeKind.MERGE_SETTLED.manner is Manner.DECISION


async def test_a_third_one_comes_along_or_lapses(town: Town) -> None:
    """What was merged before comes along; what was still offered lapses, and who waits is told [D6]."""
    into, number, small, other = [await registered(town, person) for person in range(4)]
    await offered(town, 2, small, number)
    await settled(town, 1, small, number)
    await offered(town, 3, other, number)
    await offered(town, 1, number, into)
    await offered(town, 1, number, other)
    await settled(town, 0, number, into)
    card = await proposal_card(town.services, CAMPAIGN, account_of(0), into)
    assert (card.merged, card.co_authors) == ((number, small), 2)
    assert (await proposal_card(town.services, CAMPAIGN, account_of(0), small)).merged_into == into
    assert (await told(town, "merge-settled"))[account_of(3)] == "lapsed"
    assert await refusal_of(settled(town, 3, number, other)) is Refusal.OFFER_UNKNOWN
    assert await refusal_of(settled(town, 1, other, number)) is Refusal.OFFER_UNKNOWN


async def test_one_who_offers_the_other_back(town: Town) -> None:
    """Each offers his own to the other: the first agreement settles both [D6]."""
    first, second = await registered(town, 0), await registered(town, 1)
    await offered(town, 0, first, second)
    await offered(town, 1, second, first)
    await settled(town, 0, second, first)
    assert await refusal_of(settled(town, 1, first, second)) is Refusal.OFFER_UNKNOWN
    card = await proposal_card(town.services, CAMPAIGN, account_of(1), first)
    assert card.merged == (second,)
