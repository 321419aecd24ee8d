"""Following by number: a proposal keeps it when it becomes a project (D7, B4)."""

from dataclasses import dataclass

from core.model.campaign import CampaignId
from core.store import browsing
from core.store import following as store
from core.usecases.discussion.people import require_public
from core.usecases.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What an account follows: campaign and application number."""

    campaign_id: CampaignId
    number: int


async def follow(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> None:
    """Send the account news of this project or proposal from now on; twice changes nothing.

    Raises:
        RuleViolation: ``proposal-unknown`` where neither a project nor a proposal that others may see has
            this number.
    """
    async with services.database.write() as connection:
        await services.rulebooks.require(connection, campaign_id)
        if not await browsing.list_projects(connection, campaign_id, [number]):
            await require_public(connection, campaign_id, number)
        await store.follow(connection, campaign_id, number, account_id, services.clock.now())


async def unfollow(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> None:
    """Send the account no more news of this number; twice changes nothing."""
    async with services.database.write() as connection:
        await store.unfollow(connection, campaign_id, number, account_id)


async def is_following(services: Services, campaign_id: CampaignId, account_id: int, number: int) -> bool:
    """Say whether the account follows this number."""
    async with services.database.read() as connection:
        return await store.is_following(connection, campaign_id, number, account_id)


async def list_followed(services: Services, account_id: int) -> list[Followed]:
    """Return what the account follows, in every campaign."""
    async with services.database.read() as connection:
        rows = await store.list_followed(connection, account_id)
    return [
        Followed(campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]), number=row["number"])
        for row in rows
    ]
