"""Talking about proposals: support, the list and the card, following (D6, D7)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from core.model.proposal import Author, ProposalStatus
from core.model.refusals import Refusal
from core.model.stage import Stage
from core.rules.review import ReviewAct
from core.usecases.discussion.card import ProposalCard, proposal_card
from core.usecases.discussion.listing import ProposalFilter, ProposalOrder, Whose, list_proposals
from core.usecases.discussion.support import support, withdraw_support
from core.usecases.following.following import Followed, follow, is_following, list_followed, unfollow
from core.usecases.place.choosing import require_rulebook
from core.usecases.voting.casting import cast_vote
from tests.support.proposals import (
    INTAKE,
    REASON,
    account_of,
    author,
    decided,
    refusal_of,
    registered,
    submitted,
)
from tests.support.town import CAMPAIGN, OPEN, Town

STRANGER = 7900


@pytest.fixture(autouse=True)
def intake(town: Town) -> None:
    """Let every test of this file begin in the stage of discussion."""
    town.clock.set_to(INTAKE)


async def seen(town: Town, account: int, number: int) -> ProposalCard:
    """Return the card as the account sees it."""
    return await proposal_card(town.services, CAMPAIGN, account, number)


async def closing(town: Town) -> datetime:
    """Return the first instant after the discussion."""
    window = (await require_rulebook(town.services, CAMPAIGN)).window(Stage.DISCUSSION)
    assert window is not None
    return window.closes


async def test_support_counts_a_person_once(town: Town) -> None:
    """By telephone and by code, twice and again: one person is one supporter, and can go back [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    assert [await support(town.services, CAMPAIGN, account, number) for _ in range(2)] == [1, 1]
    await town.settle(STRANGER)
    await town.issue(1, 2)
    await town.by_code(STRANGER, 1)
    assert await support(town.services, CAMPAIGN, STRANGER, number) == 1
    await town.by_code(STRANGER, 2)
    assert await support(town.services, CAMPAIGN, STRANGER, number) == 2
    assert [await withdraw_support(town.services, CAMPAIGN, account, number) for _ in range(2)] == [1, 1]
    assert not (await seen(town, account, number)).has_supported


async def test_support_is_for_others_who_are_known(town: Town) -> None:
    """One's own proposal, a stranger, and what nobody has read yet are refused, each with its reason [D6]."""
    number = await registered(town, 0)
    unread = await submitted(town, 1)
    await town.settle(STRANGER)
    for account, of, refusal in (
        (account_of(0), number, Refusal.SUPPORT_OWN),
        (STRANGER, number, Refusal.DISCUSSION_NOT_VERIFIED),
        (account_of(0), unread, Refusal.PROPOSAL_UNKNOWN),
        (account_of(0), unread + 1, Refusal.PROPOSAL_UNKNOWN),
    ):
        assert await refusal_of(support(town.services, CAMPAIGN, account, of)) is refusal


async def test_support_has_its_time(town: Town) -> None:
    """Before the last instant it counts, from the end on it is refused with the days [D6] [A2]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    town.clock.set_to(await closing(town) - timedelta(seconds=1))
    assert await support(town.services, CAMPAIGN, account, number) == 1
    town.clock.set_to(await closing(town))
    for late in (support, withdraw_support):
        refusal = await refusal_of(late(town.services, CAMPAIGN, account, number))
        assert refusal is Refusal.DISCUSSION_NOT_OPEN
    assert (await seen(town, account, number)).supports == 1


async def test_the_card_says_who_only_if_that_is_wished(town: Town) -> None:
    """Name and telephone stay behind; a name is printed where its owner agreed [B2] [P1]."""
    quiet = await registered(town, 0)
    named = Author(kind="resident", name="Айгүл Омарова", phone="77000000001", is_name_public=True)
    open_one = await registered(town, 1, author=named)
    card = await seen(town, STRANGER, quiet)
    assert (card.author_name, card.contents.author) == (None, Author(kind="resident"))
    card = await seen(town, STRANGER, open_one)
    assert (card.author_name, card.contents.author.phone) == ("Айгүл Омарова", None)


async def test_the_card_says_what_can_be_done(town: Town) -> None:
    """A neighbour, the author, a stranger, and anybody after the stage: each sees what is possible [D6]."""
    number = await registered(town, 0)
    account = await author(town, 1)
    neighbour = (await seen(town, account, number)).possible
    assert neighbour.can_support.is_allowed
    assert neighbour.can_ask.is_allowed
    assert neighbour.can_offer_merge.reasons[0].refusal is Refusal.MERGE_WITHOUT_OWN
    own = await seen(town, account_of(0), number)
    assert own.is_own
    assert own.possible.can_support.reasons[0].refusal is Refusal.SUPPORT_OWN
    stranger = (await seen(town, STRANGER, number)).possible
    for verdict in (stranger.can_support, stranger.can_ask, stranger.can_offer_merge):
        assert [reason.refusal for reason in verdict.reasons] == [Refusal.DISCUSSION_NOT_VERIFIED]
    await decided(town, number, ReviewAct.REFUSE)
    town.clock.set_to(await closing(town))
    refused = await seen(town, STRANGER, number)
    assert refused.possible.can_support.reasons[0].refusal is Refusal.DISCUSSION_SETTLED
    assert (refused.status, refused.decided.reason) == (ProposalStatus.REFUSED, REASON)
    assert refused.is_project


async def test_what_nobody_has_read_has_no_card(town: Town) -> None:
    """Submitted, returned, or refused by the clerk: others find nothing, in card and list [D6] [C3]."""
    number = await submitted(town, 0)
    for act in (ReviewAct.RETURN, None):
        assert await refusal_of(seen(town, STRANGER, number)) is Refusal.PROPOSAL_UNKNOWN
        if act is not None:
            await decided(town, number, act)
    other = await submitted(town, 1)
    await decided(town, other, ReviewAct.REFUSE)
    assert await refusal_of(seen(town, STRANGER, other)) is Refusal.PROPOSAL_UNKNOWN
    assert (await list_proposals(town.services, CAMPAIGN, STRANGER)).total == 0


async def test_the_list_is_steady_by_person_and_by_support(town: Town) -> None:
    """Each person has an order of his own that stays; by support the most supported comes first [D6] [D1]."""
    numbers = [await registered(town, person) for person in range(8)]
    loved = numbers[5]
    for person in (0, 1):
        await support(town.services, CAMPAIGN, account_of(person), loved)
    await support(town.services, CAMPAIGN, account_of(2), numbers[6])

    async def listed(account: int, **shown: Any) -> list[int]:
        pages = [
            await list_proposals(town.services, CAMPAIGN, account, page, ProposalFilter(**shown))
            for page in (0, 1)
        ]
        assert [(page.page, page.pages, page.total) for page in pages] == [(0, 2, 8), (1, 2, 8)]
        return [line.number for page in pages for line in page.proposals]

    orders = [tuple(await listed(account)) for account in (7100, 7100, 7101, 7102, 7103)]
    assert orders[0] == orders[1]
    assert len(set(orders)) > 1
    assert all(sorted(order) == numbers for order in orders)
    assert (await listed(7100, order=ProposalOrder.SUPPORT))[:2] == [loved, numbers[6]]
    beyond = await list_proposals(town.services, CAMPAIGN, 7100, 99)
    assert beyond.page == 1


async def test_the_list_is_narrowed(town: Town) -> None:
    """Mine, followed, by territory and by direction: each filter leaves what it says [D6] [D7]."""
    first = await registered(town, 0)
    second = await registered(town, 1, territory="samal-1", direction="greening")
    await follow(town.services, CAMPAIGN, account_of(0), second)
    for shown, numbers in (
        (ProposalFilter(whose=Whose.MINE), [first]),
        (ProposalFilter(whose=Whose.FOLLOWED), [second]),
        (ProposalFilter(territory="samal"), [second]),
        (ProposalFilter(territory="ortalyq", direction="greening"), []),
        (ProposalFilter(direction="greening"), [second]),
    ):
        page = await list_proposals(town.services, CAMPAIGN, account_of(0), 0, shown)
        assert [line.number for line in page.proposals] == numbers
    nobody = await list_proposals(town.services, CAMPAIGN, STRANGER, 0, ProposalFilter(whose=Whose.MINE))
    assert nobody.total == 0


async def test_following_is_chosen_and_left(town: Town) -> None:
    """A project and a proposal are followed by number, once; a number that nobody sees is not [D7]."""
    number = await registered(town, 0)
    unread = await submitted(town, 1)
    await town.settle(STRANGER)
    for each in (number, 1, 1):
        await follow(town.services, CAMPAIGN, STRANGER, each)
    assert await list_followed(town.services, STRANGER) == [
        Followed(campaign_id=CAMPAIGN, number=1),
        Followed(campaign_id=CAMPAIGN, number=number),
    ]
    assert await refusal_of(follow(town.services, CAMPAIGN, STRANGER, unread)) is Refusal.PROPOSAL_UNKNOWN
    await unfollow(town.services, CAMPAIGN, STRANGER, 1)
    assert not await is_following(town.services, CAMPAIGN, STRANGER, 1)
    assert (await seen(town, STRANGER, number)).is_following


async def test_a_vote_follows_nothing(town: Town) -> None:
    """Voting leaves no trace among what an account follows [D7] [E7]."""
    town.clock.set_to(OPEN)
    account = await author(town, 0)
    await cast_vote(town.services, CAMPAIGN, account, number=1, session=None)
    assert await list_followed(town.services, account) == []
    assert not await is_following(town.services, CAMPAIGN, account, 1)
