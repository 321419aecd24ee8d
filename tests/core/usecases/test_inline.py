"""What is offered in any chat: projects, proposals under discussion, whose place it is (D4)."""

from core.usecases.browsing.inline import PAGE_SIZE, OfferedPage, find_cards
from tests.support.town import Town

ACCOUNT = 7001


def numbers(page: OfferedPage) -> list[int]:
    """Return the numbers of a page in their order."""
    return [card.number for card in page.cards]


async def test_forgiving_words(town: Town) -> None:
    """Plain letters, the other layout and endings find the same project [D3] [D4]."""
    await town.settle(ACCOUNT)
    for words in ("кызгалдак", "скверін", "rspufklfr"):
        page = await find_cards(town.services, ACCOUNT, words, "")
        assert 2 in numbers(page), words
    assert numbers(await find_cards(town.services, ACCOUNT, "метрополитен", "")) == []


async def test_a_number_is_one_card(town: Town) -> None:
    """A typed number finds its card alone, not those that have it in an address [D4] [D5]."""
    await town.settle(ACCOUNT)
    page = await find_cards(town.services, ACCOUNT, "№ 14", "")
    assert numbers(page) == [14]


async def test_the_own_district_is_first_and_pages_are_whole(town: Town) -> None:
    """The own district's nine, then the rest in the same order each time; twenty a page [D4] [P9]."""
    await town.settle(ACCOUNT, "samal-2")
    first = await find_cards(town.services, ACCOUNT, "", "")
    second = await find_cards(town.services, ACCOUNT, "", first.next_offset)
    assert set(numbers(first)[:9]) == set(range(24, 33))
    assert (len(first.cards), first.next_offset, second.next_offset) == (PAGE_SIZE, str(PAGE_SIZE), "")
    assert sorted(numbers(first) + numbers(second)) == list(range(1, 41))
    assert numbers(await find_cards(town.services, ACCOUNT, "", "")) == numbers(first)


async def test_whoever_has_no_place_sees_every_campaign(town: Town) -> None:
    """A stranger, and an account without a place, are offered what there is [D4]."""
    for account in (None, 7999):
        assert len((await find_cards(town.services, account, "", "")).cards) == PAGE_SIZE
