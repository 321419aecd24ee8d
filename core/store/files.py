"""Which pictures belong to a project, and under which id the messenger already has a file."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, Text, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert

picture = Table(
    "picture",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["project.akimat_id", "project.campaign_id", "project.number"],
        ondelete="CASCADE",
    ),
)

uploaded_file = Table(
    "uploaded_file",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # A file's id is good for one bot only, so the bot is part of the key.
    Column("bot_id", String(32), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("file_id", Text, nullable=False),
)


stored_file = Table(
    "stored_file",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("kept_at", Instant, nullable=False),
)

file_use = Table(
    "file_use",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("digest", String(64), primary_key=True),
    # What needs the file: a draft, a proposal, a paper.
    Column("used_by", String(120), primary_key=True),
)


async def replace_pictures(
    connection: AsyncConnection, campaign_id: CampaignId, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Replace the campaign's pictures: project number, ordinal from 0, digest of the file."""
    await connection.execute(delete(picture).where(of(picture, campaign_id)))
    if rows:
        await connection.execute(insert(picture), [dict(row, **key(campaign_id)) for row in rows])


async def list_pictures(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Sequence[str]:
    """Return the digests of a project's pictures in their order."""
    query = (
        select(picture.c.digest)
        .where(of(picture, campaign_id), picture.c.number == number)
        .order_by(picture.c.ordinal)
    )
    return (await connection.execute(query)).scalars().all()


async def get_file_id(connection: AsyncConnection, akimat_id: str, bot_id: str, digest: str) -> str | None:
    """Return the id under which this bot has sent the file before."""
    query = select(uploaded_file.c.file_id).where(
        uploaded_file.c.akimat_id == akimat_id,
        uploaded_file.c.bot_id == bot_id,
        uploaded_file.c.digest == digest,
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def keep_file_id(
    connection: AsyncConnection, akimat_id: str, bot_id: str, digest: str, file_id: str
) -> None:
    """Remember the file's id, so that it is uploaded once."""
    await upsert(
        connection,
        uploaded_file,
        {"akimat_id": akimat_id, "bot_id": bot_id, "digest": digest, "file_id": file_id},
    )
