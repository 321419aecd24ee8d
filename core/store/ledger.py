"""The roll of voters and the list of acts, numbered under the campaign's lock (ledger 2, 13)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.vote import Channel, RollEntry
from core.store.base import Instant, Slug, key, metadata, of, of_given
from core.store.campaign import campaign


def of_campaign() -> ForeignKeyConstraint:
    """Return the key that ties a row to its campaign."""
    return ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"])


roll = Table(
    "roll",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("token", LargeBinary(32), nullable=False),
    Column("channel", String(8), nullable=False),
    Column("territory", Slug, nullable=False),
    of_campaign(),
    Index("uq_roll_token", "akimat_id", "campaign_id", "token", unique=True),
)

act = Table(
    "act",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
    # Of the campaign's key over the entry: an act is published before a head covers it (ledger 13).
    Column("signature", LargeBinary(64), nullable=False),
    of_campaign(),
)

territory_state = Table(
    "territory_state",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("closed_at", Instant),
    Column("opened_at", Instant),
    Column("key_destroyed_at", Instant),
    # Tally and salt of a hidden count: for the observer, never for the public (ledger 4).
    Column("hidden", Text),
    of_campaign(),
)


_ADD_TO_ROLL = insert(roll)
_GET_ROLL_ENTRY = select(roll).where(of_given(roll), roll.c.token == bindparam("token"))


async def take_number(connection: AsyncConnection, campaign_id: CampaignId, counter: str) -> int:
    """Return the next number of ``roll_size`` or ``act_count``; the campaign's row must be locked."""
    column = campaign.c[counter]
    statement = (
        update(campaign).where(of(campaign, campaign_id)).values({counter: column + 1}).returning(column - 1)
    )
    return int((await connection.execute(statement)).scalar_one())


async def add_to_roll(connection: AsyncConnection, campaign_id: CampaignId, entry: RollEntry) -> None:
    """Enter an accepted voter; nothing here tells when he voted or for what (ledger 2)."""
    row = {
        **key(campaign_id),
        "number": entry.number,
        "token": entry.token,
        "channel": entry.channel.value,
        "territory": entry.territory,
    }
    await connection.execute(_ADD_TO_ROLL, row)


async def get_roll_entry(
    connection: AsyncConnection, campaign_id: CampaignId, token: bytes
) -> RollEntry | None:
    """Find a voter's entry by his token, so that a receipt can be made again (ledger 7)."""
    row = (await connection.execute(_GET_ROLL_ENTRY, {**key(campaign_id), "token": token})).one_or_none()
    if row is None:
        return None
    return RollEntry(
        number=row.number, token=row.token, channel=Channel(row.channel), territory=row.territory
    )


async def get_roll_size(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many entries the campaign's roll has, whatever their territory."""
    query = select(campaign.c.roll_size).where(of(campaign, campaign_id))
    return int((await connection.execute(query)).scalar_one())


async def count_roll(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many voters of a territory the roll has."""
    return sum((await count_by_channel(connection, campaign_id, territory)).values())


async def count_by_channel(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Mapping[Channel, int]:
    """Return how many voters of a territory the roll has by the channel of their votes; 0 is left out."""
    query = (
        select(roll.c.channel, func.count())
        .where(of(roll, campaign_id), roll.c.territory == territory)
        .group_by(roll.c.channel)
    )
    return {Channel(channel): number for channel, number in await connection.execute(query)}


async def add_act(connection: AsyncConnection, campaign_id: CampaignId, entry: str, signature: bytes) -> int:
    """Append a canonical act and return its number (ledger 13); the campaign's row must be locked."""
    number = await take_number(connection, campaign_id, "act_count")
    row = {**key(campaign_id), "number": number, "entry": entry, "signature": signature}
    await connection.execute(insert(act).values(**row))
    return number


async def list_acts(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[str]:
    """Return the acts of a campaign in their order."""
    query = select(act.c.entry).where(of(act, campaign_id)).order_by(act.c.number)
    return (await connection.execute(query)).scalars().all()


async def list_signed_acts(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return ``number``, ``entry`` and ``signature`` of every act in their order."""
    query = select(act.c.number, act.c.entry, act.c.signature).where(of(act, campaign_id))
    return list((await connection.execute(query.order_by(act.c.number))).mappings())


async def get_territory_state(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return when the territory's voting was closed and its box opened, as far as it was."""
    query = select(territory_state).where(
        of(territory_state, campaign_id),
        territory_state.c.territory == territory,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def mark_closed(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, now: datetime
) -> None:
    """Record that the territory's roll and seals are complete."""
    await connection.execute(
        insert(territory_state).values(**key(campaign_id), territory=territory, closed_at=now)
    )


async def mark_opened(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, now: datetime, hidden: str | None
) -> None:
    """Record that the territory's box is open; ``hidden`` are tally and salt of a hidden count."""
    await _mark(connection, campaign_id, territory, opened_at=now, hidden=hidden)


async def mark_key_destroyed(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, now: datetime
) -> None:
    """Record that the private half of the territory's box key is gone."""
    await _mark(connection, campaign_id, territory, key_destroyed_at=now)


async def _mark(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, **values: datetime | str | None
) -> None:
    await connection.execute(
        update(territory_state)
        .where(of(territory_state, campaign_id), territory_state.c.territory == territory)
        .values(**values)
    )
