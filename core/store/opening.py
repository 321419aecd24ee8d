"""What two people do to a box together, the first share of its key, and live counts (ledger 4, 14)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    delete,
    func,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.encoding import canonical
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign
from core.store.register import PersonKey

opening_request = Table(
    "opening_request",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("step", String(16), primary_key=True),
    Column("staff_id", Integer, nullable=False),
    Column("person_key", PersonKey, nullable=False),
    Column("asked_at", Instant, nullable=False),
    # One of the two halves of a box key from a safe, sealed with the office key until the other comes.
    Column("share", LargeBinary),
    of_campaign(),
    ForeignKeyConstraint(["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"]),
)

live_count = Table(
    "live_count",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("day", Date, primary_key=True),
    # Empty on a day on which too few votes were waiting: the day is over, the next one is asked.
    Column("batch", Integer),
    Column("counted_at", Instant, nullable=False),
    # What the batches up to this one add up to, so that a card need not read the box.
    Column("votes", Integer, nullable=False),
    Column("tally", Text),
    of_campaign(),
)


async def keep_request(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territory: str,
    step: str,
    staff_id: int,
    person_key: bytes,
    asked_at: datetime,
    share: bytes | None,
) -> None:
    """Keep who asked for a step; whoever asks again takes the place of the former."""
    row = {
        **key(campaign_id),
        "territory": territory,
        "step": step,
        "staff_id": staff_id,
        "person_key": person_key,
        "asked_at": asked_at,
        "share": share,
    }
    await upsert(connection, opening_request, row)


async def list_requests(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return what was asked for and not done yet."""
    query = select(opening_request).where(of(opening_request, campaign_id))
    return list((await connection.execute(query)).mappings())


async def get_request(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, step: str
) -> RowMapping | None:
    """Return who asked for the step."""
    query = select(opening_request).where(
        of(opening_request, campaign_id),
        opening_request.c.territory == territory,
        opening_request.c.step == step,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def delete_request(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, step: str
) -> None:
    """Forget who asked, and the share that was brought."""
    await connection.execute(
        delete(opening_request).where(
            of(opening_request, campaign_id),
            opening_request.c.territory == territory,
            opening_request.c.step == step,
        )
    )


async def has_requests(connection: AsyncConnection, before: datetime) -> bool:
    """Say whether something was asked for before an instant and not done, in any campaign."""
    query = select(opening_request.c.step).where(opening_request.c.asked_at < before).limit(1)
    return (await connection.execute(query)).first() is not None


async def delete_requests(connection: AsyncConnection, before: datetime) -> None:
    """Forget what was asked for before an instant, in every campaign."""
    await connection.execute(delete(opening_request).where(opening_request.c.asked_at < before))


async def next_batch(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return the number of the territory's next batch: those of live counts come before the last (E6)."""
    query = select(func.max(live_count.c.batch)).where(
        of(live_count, campaign_id), live_count.c.territory == territory
    )
    last = (await connection.execute(query)).scalar_one()
    return 0 if last is None else int(last) + 1


async def get_live_day(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> date | None:
    """Return the last day on which a live count was made or found too few votes."""
    query = select(func.max(live_count.c.day)).where(
        of(live_count, campaign_id), live_count.c.territory == territory
    )
    day: date | None = (await connection.execute(query)).scalar_one()
    return day


async def add_live_day(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territory: str,
    day: date,
    batch: int | None,
    counted_at: datetime,
    votes: int,
    tally: str | None,
) -> None:
    """Keep what came of a day's live count; without ``batch`` and ``tally`` nothing did."""
    row = {
        **key(campaign_id),
        "territory": territory,
        "day": day,
        "batch": batch,
        "counted_at": counted_at,
        "votes": votes,
        "tally": tally,
    }
    await upsert(connection, live_count, row)


def write_tally(votes: Mapping[int, int]) -> str:
    """Return the votes by project number as they are kept."""
    return canonical({str(number): count for number, count in sorted(votes.items())})


def read_tally(text: str) -> Mapping[int, int]:
    """Return what ``write_tally`` wrote."""
    return {int(number): votes for number, votes in json.loads(text).items()}


async def list_live(connection: AsyncConnection, campaign_id: CampaignId) -> Mapping[str, RowMapping]:
    """Return the newest live count of each territory that has one."""
    query = (
        select(live_count)
        .where(of(live_count, campaign_id), live_count.c.batch.is_not(None))
        .order_by(live_count.c.territory, live_count.c.batch)
    )
    return {row["territory"]: row for row in (await connection.execute(query)).mappings()}
