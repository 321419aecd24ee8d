"""Papers of proposals and the one-time links by which they come: never through the messenger (B2, P1)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of

upload_link = Table(
    "upload_link",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # The link itself is in nobody's database: only its SHA-256.
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("campaign_id", Slug, nullable=False),
    Column("number", Integer, nullable=False),
    Column("language", String(2), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Index("ix_upload_link_token", "token_hash"),
)

paper = Table(
    "paper",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    # Empty for a paper that lies at the desk.
    Column("digest", String(64)),
    Column("kind", String(8)),
    Column("received_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


async def add_link(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    number: int,
    *,
    token_hash: bytes,
    language: str,
    expires_at: datetime,
) -> None:
    """Enter a new link."""
    await connection.execute(
        insert(upload_link).values(
            **key(campaign_id),
            number=number,
            token_hash=token_hash,
            language=language,
            expires_at=expires_at,
        )
    )


async def drop_links(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, now: datetime
) -> None:
    """Forget a proposal's links that nobody has used, and those that are over at ``now``."""
    await connection.execute(
        delete(upload_link).where(
            of(upload_link, campaign_id),
            upload_link.c.number == number,
            upload_link.c.used_at.is_(None) | (upload_link.c.expires_at <= now),
        )
    )


async def get_link(
    connection: AsyncConnection, token_hash: bytes, *, lock: bool = False
) -> RowMapping | None:
    """Return the link with this hash, whichever akimat's it is: nobody else can know it."""
    query = select(upload_link).where(upload_link.c.token_hash == token_hash)
    query = query.with_for_update() if lock else query
    return (await connection.execute(query)).mappings().one_or_none()


async def use_link(connection: AsyncConnection, akimat_id: str, token_hash: bytes, now: datetime) -> None:
    """Mark a link as used."""
    await connection.execute(
        update(upload_link)
        .where(upload_link.c.akimat_id == akimat_id, upload_link.c.token_hash == token_hash)
        .values(used_at=now)
    )


async def add_paper(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, now: datetime, **values: Any
) -> int:
    """Enter a paper of a proposal (``digest`` and ``kind`` of its file) and return its place, from 1."""
    newest = select(func.max(paper.c.ordinal)).where(of(paper, campaign_id), paper.c.number == number)
    ordinal: int = ((await connection.execute(newest)).scalar() or 0) + 1
    row = {**key(campaign_id), "number": number, "ordinal": ordinal, "received_at": now, **values}
    await connection.execute(insert(paper).values(**row))
    return ordinal


async def list_papers(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the papers of a proposal in the order in which they came."""
    query = select(paper).where(of(paper, campaign_id), paper.c.number == number).order_by(paper.c.ordinal)
    return list((await connection.execute(query)).mappings())
