"""Slips of votes on paper as they are counted: a first count as a keyed hash, confirmed totals (ledger 9)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import JSON, Column, Integer, LargeBinary, Table, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign

paper_slips = Table(
    "paper_slips",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("first_by", Integer, nullable=False),
    Column("first_person", LargeBinary(32), nullable=False),
    # A hash under the campaign's key: nobody reads the first count before the second one stands.
    Column("first_hash", LargeBinary(32), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("second_by", Integer),
    Column("totals", JSON),
    Column("confirmed_at", Instant),
    of_campaign(),
)

_INVALID = "invalid"


async def get_slips(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return how far the slips of a territory are counted, ``None`` before the first count."""
    query = select(paper_slips).where(of(paper_slips, campaign_id), paper_slips.c.territory == territory)
    return (await connection.execute(query)).mappings().one_or_none()


async def list_slips(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the same of every territory that has been begun."""
    query = select(paper_slips).where(of(paper_slips, campaign_id)).order_by(paper_slips.c.territory)
    return list((await connection.execute(query)).mappings())


async def keep_first(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    *,
    staff_id: int,
    person_key: bytes,
    totals_hash: bytes,
    attempts: int,
) -> None:
    """Keep that somebody has counted, and a hash by which another count is known to be equal."""
    row = {
        **key(campaign_id),
        "territory": territory,
        "first_by": staff_id,
        "first_person": person_key,
        "first_hash": totals_hash,
        "attempts": attempts,
    }
    await upsert(connection, paper_slips, row)


async def confirm(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    row: RowMapping,
    *,
    staff_id: int,
    totals: Mapping[int | None, int],
    now: datetime,
) -> None:
    """Keep the totals on which two people agree."""
    written = {_INVALID if number is None else str(number): count for number, count in totals.items()}
    own = {name: row[name] for name in ("first_by", "first_person", "first_hash", "attempts")}
    values = {**key(campaign_id), "territory": territory, **own}
    values |= {"second_by": staff_id, "totals": written, "confirmed_at": now}
    await upsert(connection, paper_slips, values)


async def get_confirmed(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Mapping[int | None, int] | None:
    """Return the confirmed slips by project number, ``None`` (the key) for invalid ones; ``None`` before."""
    row = await get_slips(connection, campaign_id, territory)
    if row is None or row["totals"] is None:
        return None
    return {None if name == _INVALID else int(name): count for name, count in row["totals"].items()}
