"""A page of the list under the account's own filters, which survive leaving and returning (D1, D3, D5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.project import Project
from core.rulebook.model import ListOrder, Rulebook
from core.rules.browsing import PAGE_SIZE, ordered, page_count
from core.rules.search import search_steps
from core.store import browsing as store
from core.usecases.browsing.votes import shown_votes
from core.usecases.services import Services

MOST_WORDS_LENGTH = 100
"""Letters of a search that are kept; nobody types more on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an account looks for; ``cost_at_most`` is whole tenge, everything empty shows the whole list."""

    territory: str | None = None
    direction: str | None = None
    cost_at_most: int | None = None
    words: str | None = None
    order: ListOrder | None = None
    page: int = 0

    @property
    def is_narrowed(self) -> bool:
        """Say whether some project may be left out."""
        return any((self.territory, self.direction, self.cost_at_most, self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage:
    """A page of the list: ``page`` counts from 0, ``total`` counts projects.

    ``has_votes`` says that counted votes may be shown, so that the list can be ordered by them; ``is_bare``
    that the campaign has no project at all, whatever the filters. ``votes_as_of`` is when votes of a box
    that is still closed were last counted (E6).
    """

    rulebook: Rulebook
    filters: Filters
    projects: tuple[Project, ...]
    page: int
    pages: int
    total: int
    order: ListOrder
    has_votes: bool
    is_bare: bool
    votes_as_of: datetime | None = None


async def get_filters(services: Services, campaign_id: CampaignId, account_id: int) -> Filters:
    """Return the filters that the account left, none at its first visit."""
    async with services.database.read() as connection:
        return await _read_filters(connection, campaign_id, account_id)


async def keep_filters(
    services: Services, campaign_id: CampaignId, account_id: int, filters: Filters
) -> None:
    """Keep filters and page; a new search begins on its first page by the caller's choice."""
    words = filters.words[:MOST_WORDS_LENGTH].strip() if filters.words else None
    async with services.database.write() as connection:
        await store.keep_browsing(
            connection,
            campaign_id,
            account_id,
            territory=filters.territory,
            direction=filters.direction,
            cost_at_most=filters.cost_at_most,
            words=words or None,
            list_order=filters.order.value if filters.order else None,
            page=filters.page,
        )


async def keep_page(services: Services, campaign_id: CampaignId, account_id: int, page: int) -> None:
    """Keep the page that the account is on, counted from 0; the filters stay."""
    async with services.database.write() as connection:
        await store.keep_browsing(connection, campaign_id, account_id, page=page)


async def list_page(services: Services, campaign_id: CampaignId, account_id: int) -> ProjectPage:
    """Return the page that the account is on; a page that is no more is replaced by the last one."""
    async with services.database.read() as connection:
        rulebook = await services.rulebooks.require(connection, campaign_id)
        filters = await _read_filters(connection, campaign_id, account_id)
        found = await _find(connection, campaign_id, rulebook, filters)
        seen = await shown_votes(services, connection, campaign_id, rulebook)
        votes = seen.votes
        order = _order(rulebook, filters, votes)
        numbers = ordered(found, order, f"{campaign_id.campaign}:{account_id}", votes)
        page = min(filters.page, page_count(len(numbers)) - 1)
        shown = numbers[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
        is_bare = not found and not await store.has_projects(connection, campaign_id)
        projects = {item.number: item for item in await store.list_projects(connection, campaign_id, shown)}
    return ProjectPage(
        rulebook=rulebook,
        filters=replace(filters, page=page),
        projects=tuple(projects[number] for number in shown),
        page=page,
        pages=page_count(len(numbers)),
        total=len(numbers),
        order=order,
        has_votes=bool(votes),
        is_bare=is_bare,
        votes_as_of=seen.as_of,
    )


def _order(rulebook: Rulebook, filters: Filters, votes: Mapping[int, int]) -> ListOrder:
    """Return the order to list in: by votes only where some are shown, else at random."""
    order = filters.order or rulebook.list_order.value
    return ListOrder.RANDOM if order is ListOrder.VOTES and not votes else order


async def _read_filters(connection: AsyncConnection, campaign_id: CampaignId, account_id: int) -> Filters:
    row = await store.get_browsing(connection, campaign_id, account_id)
    if row is None:
        return Filters()
    return Filters(
        territory=row["territory"],
        direction=row["direction"],
        cost_at_most=row["cost_at_most"],
        words=row["words"],
        order=ListOrder(row["list_order"]) if row["list_order"] else None,
        page=row["page"],
    )


async def _find(
    connection: AsyncConnection, campaign_id: CampaignId, rulebook: Rulebook, filters: Filters
) -> Sequence[tuple[int, int]]:
    territories, tree, above = None, rulebook.territories, filters.territory
    if above is not None and above in tree.nodes:
        territories = [slug for slug in tree.nodes if tree.is_within(slug, above)]
    matching = await store.list_matching(
        connection,
        campaign_id,
        territories=territories,
        direction=filters.direction,
        cost_at_most=filters.cost_at_most,
    )
    if not filters.words:
        return matching
    found = await _search(connection, campaign_id, filters.words)
    return [item for item in matching if item[0] in found]


async def _search(connection: AsyncConnection, campaign_id: CampaignId, words: str) -> set[int]:
    """Return what the first step that finds anything finds (D3)."""
    for step in search_steps(words):
        found = await store.search(connection, campaign_id, step)
        if found:
            return found
    return set()
