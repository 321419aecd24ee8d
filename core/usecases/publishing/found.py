"""What was found of a proposal as it is published: the site, and how its cost changed (C4, C5)."""

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.review import CostChange, SiteCheck
from core.store import review


async def list_findings(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[SiteCheck, ...]:
    """Return the checks of the site, the newest first: that one counts."""
    rows = await review.list_site_checks(connection, campaign_id, number)
    return tuple(
        SiteCheck(
            land_is_clear=row["land_is_clear"],
            networks_are_clear=row["networks_are_clear"],
            balance_holder=row["balance_holder"],
            found=Text(kk=row["found_kk"], ru=row["found_ru"]),
            checked_on=row["checked_on"],
            checked_by=row["checked_by"],
        )
        for row in reversed(rows)
    )


async def list_costs(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[CostChange, ...]:
    """Return how the cost changed, the oldest first; nothing is ever rewritten."""
    rows = await review.list_cost_changes(connection, campaign_id, number)
    return tuple(
        CostChange(
            before=row["before"],
            after=row["after"],
            reason=Text(kk=row["reason_kk"], ru=row["reason_ru"]),
            at=row["at"],
        )
        for row in rows
    )
