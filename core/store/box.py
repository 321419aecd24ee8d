"""Sealed votes that wait, the seals over them, and the opened box (ledger 3, 4)."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import (
    JSON,
    Column,
    Integer,
    LargeBinary,
    Table,
    Text,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Slug, key, metadata, of
from core.store.campaign import campaign
from core.store.ledger import of_campaign

waiting = Table(
    "waiting",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("waiting_id", LargeBinary(16), primary_key=True),
    Column("territory", Slug, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    of_campaign(),
    # Rows lie in the order of their random ids: SQLite's own row numbers would tell the order of arrival.
    sqlite_with_rowid=False,
)

seal = Table(
    "seal",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("territory", Slug, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    of_campaign(),
)

box = Table(
    "box",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("leaf", Text, nullable=False),
    of_campaign(),
)


_ADD_WAITING = insert(waiting)


async def add_waiting(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    waiting_id: bytes,
    territory: str,
    sealed: bytes,
) -> None:
    """Keep a sealed vote without person, number or time (ledger 3)."""
    row = {**key(campaign_id), "waiting_id": waiting_id, "territory": territory, "sealed": sealed}
    await connection.execute(_ADD_WAITING, row)


async def list_waiting(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Mapping[bytes, bytes]:
    """Return the sealed votes of a territory by their random ids, in the order of these."""
    query = (
        select(waiting.c.waiting_id, waiting.c.sealed)
        .where(of(waiting, campaign_id), waiting.c.territory == territory)
        .order_by(waiting.c.waiting_id)
    )
    return {row.waiting_id: row.sealed for row in await connection.execute(query)}


async def count_waiting(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many sealed votes of a territory wait."""
    query = select(func.count()).where(of(waiting, campaign_id), waiting.c.territory == territory)
    return (await connection.execute(query)).scalar_one()


async def count_seals(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many seals a territory has."""
    query = select(func.count()).where(of(seal, campaign_id), seal.c.territory == territory)
    return (await connection.execute(query)).scalar_one()


async def delete_waiting(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> None:
    """Delete the territory's waiting votes by one statement: row by row the log links them (ledger 4)."""
    await connection.execute(
        delete(waiting).where(
            of(waiting, campaign_id),
            waiting.c.territory == territory,
        )
    )


async def delete_drawn(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, drawn: Iterable[bytes]
) -> None:
    """Delete the waiting votes with these ids by one statement, however many they are (ledger 4)."""
    listed = [each.hex().upper() for each in drawn]
    if connection.dialect.name == "postgresql":
        as_text = func.upper(func.encode(waiting.c.waiting_id, "hex"))
        ids = select(func.json_array_elements_text(cast(listed, JSON)))
    else:
        as_text = func.hex(waiting.c.waiting_id)
        ids = select(func.json_each(json.dumps(listed)).table_valued("value").c.value)
    await connection.execute(
        delete(waiting).where(of(waiting, campaign_id), waiting.c.territory == territory, as_text.in_(ids))
    )


async def list_seals(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> Sequence[bytes]:
    """Return the digests of a territory's sealed votes in the order of the seals' list."""
    query = (
        select(seal.c.digest)
        .where(of(seal, campaign_id), seal.c.territory == territory)
        .order_by(seal.c.number)
    )
    return (await connection.execute(query)).scalars().all()


async def add_seals(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, digests: Sequence[bytes]
) -> None:
    """Append digests, numbered on from the last seal; the campaign's row must be locked."""
    if not digests:
        return
    statement = (
        update(campaign)
        .where(of(campaign, campaign_id))
        .values(seal_count=campaign.c.seal_count + len(digests))
        .returning(campaign.c.seal_count)
    )
    first = (await connection.execute(statement)).scalar_one() - len(digests)
    await connection.execute(
        insert(seal),
        [
            {
                **key(campaign_id),
                "number": first + position,
                "territory": territory,
                "digest": digest,
            }
            for position, digest in enumerate(digests)
        ],
    )


async def add_box(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, leaves: Sequence[str]
) -> None:
    """Append a batch of opened votes, sorted; the campaign's row must be locked (ledger 4)."""
    if leaves:
        first = await count_box(connection, campaign_id, territory)
        await connection.execute(
            insert(box),
            [
                {
                    **key(campaign_id),
                    "territory": territory,
                    "position": first + position,
                    "leaf": leaf,
                }
                for position, leaf in enumerate(leaves)
            ],
        )


async def list_box(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> Sequence[str]:
    """Return the leaves of a territory's box in their order."""
    query = (
        select(box.c.leaf).where(of(box, campaign_id), box.c.territory == territory).order_by(box.c.position)
    )
    return (await connection.execute(query)).scalars().all()


async def count_box(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many leaves the territory's box has."""
    query = select(func.count()).select_from(box).where(of(box, campaign_id), box.c.territory == territory)
    return (await connection.execute(query)).scalar_one()
