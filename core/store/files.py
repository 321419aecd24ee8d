"""Which pictures belong to a project, who needs which file, and under which id the messenger has it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    delete,
    exists,
    insert,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, add_missing, key, metadata, of, upsert

PORTION = 100
"""The most files that are let go of by one transaction."""

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
    # What needs the file: `draft_use`, `proposal_use` or `protocol_use`.
    Column("used_by", String(120), primary_key=True),
)


def draft_use(campaign_id: CampaignId, draft_id: str) -> str:
    """Return the name under which a draft needs its pictures and its estimate."""
    return f"draft:{campaign_id.campaign}:{draft_id}"


def proposal_use(campaign_id: CampaignId, number: int) -> str:
    """Return the name under which a submitted proposal needs its files, papers included."""
    return f"proposal:{campaign_id.campaign}:{number}"


def protocol_use(campaign_id: CampaignId, territory: str) -> str:
    """Return the name under which the other channel's protocol of a territory needs its scan (A6)."""
    return f"elsewhere:{campaign_id.campaign}:{territory}"


async def replace_pictures(
    connection: AsyncConnection, campaign_id: CampaignId, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Replace the campaign's pictures: project number, ordinal from 0, digest of the file."""
    await connection.execute(delete(picture).where(of(picture, campaign_id)))
    if rows:
        await connection.execute(insert(picture), [dict(row, **key(campaign_id)) for row in rows])


async def add_pictures(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, digests: Sequence[str]
) -> None:
    """Enter the pictures of a new project in their order."""
    rows = [
        {**key(campaign_id), "number": number, "ordinal": ordinal, "digest": digest}
        for ordinal, digest in enumerate(digests)
    ]
    if rows:
        await connection.execute(insert(picture), rows)


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


async def expect_file(connection: AsyncConnection, akimat_id: str, digest: str, now: datetime) -> None:
    """Enter a file that is about to come: where it is never needed, it goes at night (M2)."""
    await upsert(connection, stored_file, {"akimat_id": akimat_id, "digest": digest, "kept_at": now})


async def keep_use(
    connection: AsyncConnection, akimat_id: str, digest: str, used_by: str, now: datetime
) -> None:
    """Record that ``used_by`` needs the file; the same again changes nothing.

    Put the bytes into the file store after this and in its transaction: until the commit nobody can delete
    them any more, while a file that was kept before may just be going.
    """
    await expect_file(connection, akimat_id, digest, now)
    row = {"akimat_id": akimat_id, "digest": digest, "used_by": used_by}
    await add_missing(connection, file_use, row)


async def drop_uses(connection: AsyncConnection, akimat_id: str, used_by: str) -> None:
    """Forget every need of ``used_by``; files that nobody else needs go at night (M2)."""
    await connection.execute(
        delete(file_use).where(file_use.c.akimat_id == akimat_id, file_use.c.used_by == used_by)
    )


async def drop_use(connection: AsyncConnection, akimat_id: str, digest: str, used_by: str) -> None:
    """Forget that ``used_by`` needs this one file (M2)."""
    await connection.execute(
        delete(file_use).where(
            file_use.c.akimat_id == akimat_id, file_use.c.digest == digest, file_use.c.used_by == used_by
        )
    )


async def take_unused(
    connection: AsyncConnection, akimat_id: str, before: datetime
) -> tuple[int, Sequence[str]]:
    """Let go of files that nobody at the akimat needs and that were last asked for before ``before`` (M2).

    Returns how many were let go of, ``PORTION`` at most, and the digests whose bytes no other akimat needs
    either: delete those inside the transaction, in which nobody can begin to use them.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("LOCK TABLE stored_file IN SHARE ROW EXCLUSIVE MODE"))
    is_used = exists().where(
        file_use.c.akimat_id == stored_file.c.akimat_id, file_use.c.digest == stored_file.c.digest
    )
    is_shown = exists().where(picture.c.digest == stored_file.c.digest)
    unused = (
        select(stored_file.c.digest)
        .where(stored_file.c.akimat_id == akimat_id, stored_file.c.kept_at < before, ~is_used, ~is_shown)
        .order_by(stored_file.c.digest)
        .limit(PORTION)
    )
    digests = (await connection.execute(unused)).scalars().all()
    for table in (stored_file, uploaded_file):
        await connection.execute(
            delete(table).where(table.c.akimat_id == akimat_id, table.c.digest.in_(digests))
        )
    elsewhere = select(stored_file.c.digest).where(stored_file.c.digest.in_(digests))
    still_needed = set((await connection.execute(elsewhere)).scalars())
    return len(digests), [digest for digest in digests if digest not in still_needed]
