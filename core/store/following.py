"""Who wants news of which project: chosen by the person alone, never derived from a vote (D7)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, delete, literal, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, add_missing, add_missing_from, key, metadata, of

following = Table(
    "following",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    # A proposal keeps its number when it becomes a project (B4).
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
    ForeignKeyConstraint(["account_id"], ["account.account_id"], ondelete="CASCADE"),
)


async def follow(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int, now: datetime
) -> None:
    """Enter a follower; a second time changes nothing."""
    row = {**key(campaign_id), "number": number, "account_id": account_id, "since": now}
    await add_missing(connection, following, row)


async def unfollow(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> None:
    """Take a follower off."""
    await connection.execute(
        delete(following).where(
            of(following, campaign_id), following.c.number == number, following.c.account_id == account_id
        )
    )


async def move_followers(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, into: int
) -> None:
    """Let whoever follows a merged proposal follow the one that it became part of (D6)."""
    names = [column.name for column in following.c if column.name != "number"]
    merged = of(following, campaign_id), following.c.number == number
    carried = select(*(following.c[name] for name in names), literal(into)).where(*merged)
    await add_missing_from(connection, following, [*names, "number"], carried)
    await connection.execute(delete(following).where(*merged))


async def is_following(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> bool:
    """Say whether the account follows the project."""
    query = select(following.c.number).where(
        of(following, campaign_id), following.c.number == number, following.c.account_id == account_id
    )
    return (await connection.execute(query)).first() is not None


async def list_followed(connection: AsyncConnection, account_id: int) -> Sequence[RowMapping]:
    """Return everything that the account follows, in every campaign."""
    query = select(following).where(following.c.account_id == account_id)
    rows = await connection.execute(query.order_by(following.c.campaign_id, following.c.number))
    return list(rows.mappings())


async def delete_followed(connection: AsyncConnection, account_id: int) -> None:
    """Forget what an account follows (M1)."""
    await connection.execute(delete(following).where(following.c.account_id == account_id))
