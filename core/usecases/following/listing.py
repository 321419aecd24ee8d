"""A page of what an account follows, by title; apart from following, which knows numbers alone (D7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.rules.browsing import PAGE_SIZE, page_count
from core.store import browsing
from core.store import following as store
from core.store import proposal as proposals
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedLine:
    """Something that is followed; ``is_project`` says which card it has."""

    campaign_id: CampaignId
    number: int
    title: Text
    is_project: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPage:
    """A page of it: ``page`` counts from 0, ``total`` counts everything."""

    lines: tuple[FollowedLine, ...]
    page: int
    pages: int
    total: int


async def list_followed_page(services: Services, account_id: int, page: int) -> FollowedPage:
    """Return a page of what the account follows in every campaign, the last one where ``page`` is no more."""
    async with services.database.read() as connection:
        rows = await store.list_followed(connection, account_id)
        keys = [(CampaignId(row["akimat_id"], row["campaign_id"]), row["number"]) for row in rows]
        page = max(0, min(page, page_count(len(keys)) - 1))
        shown = keys[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
        lines: dict[tuple[CampaignId, int], FollowedLine] = {}
        for campaign_id in {each for each, _ in shown}:
            numbers = [number for each, number in shown if each == campaign_id]
            lines |= await _read(connection, campaign_id, numbers)
    return FollowedPage(
        lines=tuple(lines[each] for each in shown if each in lines),
        page=page,
        pages=page_count(len(keys)),
        total=len(keys),
    )


async def _read(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: list[int]
) -> Mapping[tuple[CampaignId, int], FollowedLine]:
    """Return the projects, and what is a proposal still."""
    projects = await browsing.list_projects(connection, campaign_id, numbers)
    titles = {item.number: (item.title, True) for item in projects}
    for number in numbers:
        proposal = None if number in titles else await proposals.get_proposal(connection, campaign_id, number)
        if proposal is not None:
            titles[number] = (Text(kk=proposal.title, ru=proposal.title), False)
    return {
        (campaign_id, number): FollowedLine(
            campaign_id=campaign_id, number=number, title=title, is_project=is_project
        )
        for number, (title, is_project) in titles.items()
    }
