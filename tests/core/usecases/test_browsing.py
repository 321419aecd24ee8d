"""The list of projects: order, filters, search, pages (D1-D3, D5)."""

import pytest

from core.model.refusals import Refusal, RuleViolation
from core.rulebook.model import ListOrder
from core.rules.browsing import PAGE_SIZE
from core.store.browsing import replace_projects
from core.store.files import replace_pictures
from core.usecases.browsing.card import card
from core.usecases.browsing.listing import Filters, ProjectPage, keep_filters, list_page
from core.usecases.outcome.advance import advance
from core.usecases.voting.casting import cast_vote
from tests.support.town import CAMPAIGN, CLOSED, Town

ACCOUNT = 7001


async def page(town: Town, account: int = ACCOUNT, **filters: object) -> ProjectPage:
    """Keep these filters for the account and return what it sees."""
    await town.settle(account)
    await keep_filters(town.services, CAMPAIGN, account, Filters(**filters))  # type: ignore[arg-type]
    return await list_page(town.services, CAMPAIGN, account)


async def numbers(town: Town, account: int = ACCOUNT, **filters: object) -> list[int]:
    """Return the numbers of all pages in their order."""
    first = await page(town, account, **filters)
    found = [item.number for item in first.projects]
    for number in range(1, first.pages):
        later = await page(town, account, **{**filters, "page": number})
        found += [item.number for item in later.projects]
    return found


async def test_a_campaign_without_projects_says_so(town: Town) -> None:
    """Before anything is on the ballot no filter is to blame, though the own district is one [D1] [P7]."""
    async with town.services.database.write() as connection:
        await replace_pictures(connection, CAMPAIGN, ())
        await replace_projects(connection, CAMPAIGN, ())
    assert (await page(town, territory="ortalyq")).is_bare


async def test_random_order_is_steady_for_a_person_and_differs_between_people(town: Town) -> None:
    """Each project appears once, in the same order each time, another for another person [D1]."""
    first, again, other = await numbers(town), await numbers(town), await numbers(town, 7002)
    assert first == again
    assert sorted(first) == list(range(1, 41))
    assert other != first


async def test_list_begins_with_the_own_place(town: Town) -> None:
    """The chosen place sets what is shown, until the filter says otherwise [P9] [D1]."""
    await town.settle(ACCOUNT, "samal-1")
    shown = await list_page(town.services, CAMPAIGN, ACCOUNT)
    assert (shown.filters.territory, shown.total) == ("samal", 9)
    await town.settle(ACCOUNT, "semey")
    assert (await list_page(town.services, CAMPAIGN, ACCOUNT)).total == 40


async def test_filters_narrow_together(town: Town) -> None:
    """Territory with all that lies below it, direction and cost are one condition [D1]."""
    assert sorted(await numbers(town, territory="samal")) == list(range(24, 33))
    cheap = await numbers(town, territory="samal", cost_at_most=9_100_000, order=ListOrder.COST)
    assert cheap == [31, 28, 27, 32]
    assert await numbers(town, territory="samal", direction="dumps", cost_at_most=1) == []


async def test_filters_survive_and_a_lost_page_becomes_the_last(town: Town) -> None:
    """What was left is found again; a page beyond the end is the last one [D5]."""
    await page(town, territory="samal", page=99)
    seen = await list_page(town.services, CAMPAIGN, ACCOUNT)
    assert (seen.filters.territory, seen.page, seen.pages) == ("samal", 1, 2)
    assert len(seen.projects) == 9 - PAGE_SIZE


@pytest.mark.parametrize(
    "words",
    [
        "қызғалдақ сквері",
        "КЫЗГАЛДАК",
        "кызгалдак сквер",
        "0ыз5алда0",
        "rspufklfr",
        "скверы",
        "«Қызғалдақ» скверін",
    ],
)
async def test_search_forgives(town: Town, words: str) -> None:
    """Plain letters, the Kazakh row as digits, another layout, case and endings find the same square [D3]."""
    assert 2 in await numbers(town, words=words)


@pytest.mark.parametrize("words", ["метрополитен", "', DROP TABLE project; --", '"', "* OR 1", "🙂"])
async def test_search_for_nothing(town: Town, words: str) -> None:
    """What is not there is not found, and signs of the database's language are only signs [D3]."""
    assert await numbers(town, words=words) == []


async def test_refused_projects_are_not_on_the_list_but_have_a_card(town: Town) -> None:
    """Who follows a link to a refused project sees ground and reason, and no vote button [D2] [C3]."""
    assert 41 not in await numbers(town)
    shown = await card(town.services, CAMPAIGN, 41)
    assert not shown.can_be_voted
    assert shown.project.ground is not None
    assert shown.project.reason is not None
    with pytest.raises(RuleViolation) as caught:
        await card(town.services, CAMPAIGN, 4141)
    assert caught.value.refusal is Refusal.PROJECT_UNKNOWN


async def test_card_offers_the_vote_while_voting_is_open(town: Town) -> None:
    """The vote button stands on a card from the opening to the last moment [D2] [A2]."""
    assert (await card(town.services, CAMPAIGN, 1)).can_be_voted
    town.clock.set_to(CLOSED)
    assert not (await card(town.services, CAMPAIGN, 1)).can_be_voted


async def test_order_by_votes_once_they_are_counted(town: Town) -> None:
    """Before the count the order by votes is random; afterwards the most votes come first [D1] [E6]."""
    for person, project in enumerate((5, 5, 2, 5, 2, 9)):
        await town.settle(7100 + person)
        await town.by_phone(7100 + person, person)
        await cast_vote(town.services, CAMPAIGN, 7100 + person, number=project, session=None)
    before = await page(town, order=ListOrder.VOTES, territory="ortalyq")
    assert (before.order, before.has_votes) == (ListOrder.RANDOM, False)
    town.clock.set_to(CLOSED)
    await advance(town.services, opens_boxes=True)
    after = await page(town, order=ListOrder.VOTES)
    assert (after.order, after.has_votes) == (ListOrder.VOTES, True)
    assert [item.number for item in after.projects][:4] == [5, 2, 9, 1]
