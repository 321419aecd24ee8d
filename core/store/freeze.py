"""Frozen territories with the tokens of everybody who may vote there (A4, ledger 8)."""

from collections.abc import Sequence

from sqlalchemy import Column, Integer, LargeBinary, String, Table, Text, bindparam, insert, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.freeze import Freeze
from core.store.base import Instant, Slug, key, metadata, of, of_given
from core.store.ledger import of_campaign

freeze = Table(
    "freeze",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("contents", Text, nullable=False),
    Column("entitled", Integer, nullable=False),
    Column("root", String(64), nullable=False),
    Column("frozen_at", Instant, nullable=False),
    of_campaign(),
)

entitled = Table(
    "entitled",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("token", LargeBinary(32), primary_key=True),
    of_campaign(),
)

_PORTION = 10_000
_IS_FROZEN = select(freeze.c.digest).where(of_given(freeze), freeze.c.territory == bindparam("territory"))


async def add_freeze(
    connection: AsyncConnection, campaign_id: CampaignId, frozen: Freeze, tokens: Sequence[bytes]
) -> None:
    """Keep what is frozen and the ``tokens`` of those entitled."""
    own = key(campaign_id)
    row = {name: getattr(frozen, name) for name in freeze.c.keys() if name not in own}  # noqa: SIM118
    await connection.execute(insert(freeze).values(**own, **row))
    for first in range(0, len(tokens), _PORTION):
        rows = [
            {**own, "territory": frozen.territory, "token": token}
            for token in tokens[first : first + _PORTION]
        ]
        await connection.execute(insert(entitled), rows)


async def get_freeze(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> Freeze | None:
    """Return what is frozen of a voting territory, ``None`` before its voting."""
    query = select(freeze).where(of(freeze, campaign_id), freeze.c.territory == territory)
    row = (await connection.execute(query)).mappings().one_or_none()
    return _read(row) if row is not None else None


async def list_freezes(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Freeze]:
    """Return every frozen territory of the campaign."""
    query = select(freeze).where(of(freeze, campaign_id)).order_by(freeze.c.territory)
    return [_read(row) for row in (await connection.execute(query)).mappings()]


async def list_frozen(connection: AsyncConnection, campaign_id: CampaignId) -> frozenset[str]:
    """Return which voting territories are frozen."""
    query = select(freeze.c.territory).where(of(freeze, campaign_id))
    return frozenset((await connection.execute(query)).scalars())


async def is_frozen(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> bool:
    """Say whether the territory is frozen; every vote asks, so the contents are not read."""
    own = {**key(campaign_id), "territory": territory}
    return (await connection.execute(_IS_FROZEN, own)).first() is not None


async def list_tokens(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Sequence[bytes]:
    """Return the tokens of those entitled in a territory, sorted (ledger 8)."""
    query = (
        select(entitled.c.token)
        .where(of(entitled, campaign_id), entitled.c.territory == territory)
        .order_by(entitled.c.token)
    )
    return (await connection.execute(query)).scalars().all()


def _read(row: RowMapping) -> Freeze:
    own = ("akimat_id", "campaign_id")
    return Freeze(**{name: value for name, value in row.items() if name not in own})
