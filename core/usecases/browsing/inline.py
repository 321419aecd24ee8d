"""Cards that are offered in any chat: projects on the ballot, and proposals under discussion (D4).

Separate from the list, because neither filters nor a place are needed here, and nothing is remembered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.project import Project
from core.model.proposal import PUBLIC_STATUSES, Proposal
from core.model.territory import Territory
from core.model.viewer import Viewer
from core.rulebook.model import ListOrder, Rulebook
from core.rules.browsing import ordered, read_number
from core.rules.search import holds, search_steps
from core.rules.sharing import Deed, Possible, possible_for_project, possible_for_proposal
from core.store import browsing as store
from core.store import proposal as proposals
from core.store import proposal_history
from core.usecases.browsing.listing import MOST_WORDS_LENGTH
from core.usecases.place import account, choosing
from core.usecases.services import Services

PAGE_SIZE = 20
"""Cards of an answer; Telegram takes fifty, and a weak line is glad of fewer (P5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A card in short: whole tenge in ``cost``, and what can be done for it now."""

    campaign_id: CampaignId
    number: int
    title: Text
    landmark: Text
    territory: Territory
    cost: int
    possible: Possible


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPage:
    """Some of what was found; ``next_offset`` asks for what follows and is empty behind the last one."""

    cards: tuple[Offered, ...]
    next_offset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """What a campaign has to offer: numbers of its ballot, and public proposals that are not on it."""

    rulebook: Rulebook
    ballot: frozenset[int]
    proposals: Mapping[int, Proposal]
    discussed: frozenset[int]

    @property
    def campaign_id(self) -> CampaignId:
        """Return whose shelf it is."""
        return CampaignId(self.rulebook.akimat.slug, self.rulebook.campaign)


async def find_cards(services: Services, account_id: int | None, words: str, offset: str) -> OfferedPage:
    """Return what ``words`` find, everything without any; the own district comes first (D3, D4).

    Whoever has a place sees its campaign, anybody else all of them, the newest first. A number finds its own
    card alone, even where nothing can be done for it any more. ``offset`` is a former ``next_offset``.
    """
    viewer = await account.find(services, account_id) if account_id is not None else None
    start = int(offset) if offset.isdecimal() and len(offset) <= choosing.MOST_DIGITS else 0
    end, found = start + PAGE_SIZE, list[tuple[_Shelf, int]]()
    rulebooks = await _rulebooks(services, viewer)
    async with services.database.read() as connection:
        for rulebook in rulebooks:
            shelf = await _fill(connection, rulebook, services.clock.now())
            numbers = await _find(connection, shelf, words[:MOST_WORDS_LENGTH])
            ranked = await _ranked(connection, shelf, numbers, viewer)
            found.extend((shelf, number) for number in ranked)
            if len(found) > end:
                break
        cards = await _load(connection, found[start:end], services.clock.now())
    return OfferedPage(cards=cards, next_offset=str(end) if len(found) > end else "")


async def _rulebooks(services: Services, viewer: Viewer | None) -> Sequence[Rulebook]:
    if viewer is not None and viewer.campaign_id and await choosing.has_place(services, viewer):
        return [await choosing.require_rulebook(services, viewer.campaign_id)]
    return await choosing.list_rulebooks(services)


async def _fill(connection: AsyncConnection, rulebook: Rulebook, now: datetime) -> _Shelf:
    campaign_id = CampaignId(rulebook.akimat.slug, rulebook.campaign)
    ballot = frozenset(number for number, _ in await store.list_matching(connection, campaign_id))
    public = await proposals.list_public(connection, campaign_id, PUBLIC_STATUSES)
    shown = await proposal_history.list_read(connection, campaign_id) - ballot
    others = {item.number: item for item in public if item.number in shown}
    discussed = (number for number, item in others.items() if _is_discussed(rulebook, item, now))
    return _Shelf(rulebook=rulebook, ballot=ballot, proposals=others, discussed=frozenset(discussed))


def _is_discussed(rulebook: Rulebook, proposal: Proposal, now: datetime) -> bool:
    possible = possible_for_proposal(rulebook, proposal.territory, proposal.status, now)
    return possible.deed is Deed.DISCUSS


async def _find(connection: AsyncConnection, shelf: _Shelf, words: str) -> set[int]:
    offered = shelf.ballot | shelf.discussed
    if not words.strip():
        return set(offered)
    number = read_number(words)
    if number is not None and number in offered | shelf.proposals.keys():
        return {number}
    texts = await proposals.list_words(connection, shelf.campaign_id, PUBLIC_STATUSES)
    for step in search_steps(words):
        on_ballot = await store.search(connection, shelf.campaign_id, step)
        found = on_ballot | {each for each, folded in texts.items() if holds(folded, step)}
        if found & offered:
            return found & offered
    return set()


async def _ranked(
    connection: AsyncConnection, shelf: _Shelf, numbers: set[int], viewer: Viewer | None
) -> list[int]:
    """Return the numbers in the order of the person's list, those of the own district before the others."""
    seed = f"{shelf.campaign_id.campaign}:{viewer.account_id if viewer is not None else ''}"
    drawn = ordered(((number, 0) for number in numbers), ListOrder.RANDOM, seed, {})
    near = await _near(connection, shelf, viewer)
    return sorted(drawn, key=lambda number: number not in near)


async def _near(connection: AsyncConnection, shelf: _Shelf, viewer: Viewer | None) -> set[int]:
    tree, place = shelf.rulebook.territories, viewer.territory if viewer is not None else None
    if place is None or place not in tree.nodes:
        return set()
    district = shelf.rulebook.voting_territory(place) or place
    own = [slug for slug in tree.nodes if tree.is_within(slug, district)]
    on_ballot = await store.list_matching(connection, shelf.campaign_id, territories=own)
    proposed = {number for number, item in shelf.proposals.items() if item.territory in own}
    return proposed | {number for number, _ in on_ballot}


async def _load(
    connection: AsyncConnection, found: Sequence[tuple[_Shelf, int]], now: datetime
) -> tuple[Offered, ...]:
    cards: dict[tuple[CampaignId, int], Offered] = {}
    for shelf in {id(shelf): shelf for shelf, _ in found}.values():
        numbers = [number for each, number in found if each is shelf]
        projects = await store.list_projects(
            connection, shelf.campaign_id, shelf.ballot.intersection(numbers)
        )
        items: list[Project | Proposal] = [*projects]
        items += [shelf.proposals[number] for number in numbers if number in shelf.proposals]
        cards |= {(shelf.campaign_id, item.number): _card(shelf, item, now) for item in items}
    return tuple(cards[shelf.campaign_id, number] for shelf, number in found)


def _card(shelf: _Shelf, item: Project | Proposal, now: datetime) -> Offered:
    if isinstance(item, Project):
        title, landmark = item.title, item.place.landmark
        possible = possible_for_project(shelf.rulebook, item.territory, item.status, now)
    else:
        title, landmark = (Text(kk=text, ru=text) for text in (item.title, item.landmark))
        possible = possible_for_proposal(shelf.rulebook, item.territory, item.status, now)
    return Offered(
        campaign_id=shelf.campaign_id,
        number=item.number,
        title=title,
        landmark=landmark,
        territory=shelf.rulebook.territories.require(item.territory),
        cost=item.cost,
        possible=possible,
    )
