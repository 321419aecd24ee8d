"""Campaigns with every revision of their rulebook, and the projects on their ballots."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, add_missing, key, metadata, of, of_given

akimat = Table(
    "akimat",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
)

campaign = Table(
    "campaign",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("roll_size", Integer, nullable=False, default=0),
    Column("seal_count", Integer, nullable=False, default=0),
    Column("act_count", Integer, nullable=False, default=0),
    Column("amendment_count", Integer, nullable=False, default=0),
    ForeignKeyConstraint(["akimat_id"], ["akimat.akimat_id"]),
    # Deep links on posters carry the campaign alone, so its name is unique in the deployment (D5).
    Index("uq_campaign_campaign_id", "campaign_id", unique=True),
)

rulebook_revision = Table(
    "rulebook_revision",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("taken_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)

project = Table(
    "project",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("title_kk", Text, nullable=False),
    Column("title_ru", Text, nullable=False),
    Column("description_kk", Text, nullable=False),
    Column("description_ru", Text, nullable=False),
    Column("direction", Slug, nullable=False),
    Column("territory", Slug, nullable=False),
    # In which language its author wrote; the other one is a translation (C3). Empty: both are original.
    Column("original", String(2)),
    Column("landmark_kk", Text, nullable=False),
    Column("landmark_ru", Text, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("cost", BigInteger, nullable=False),
    Column("status", String(16), nullable=False),
    Column("site_check_kk", Text),
    Column("site_check_ru", Text),
    Column("ground", Slug),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    Index("ix_project_territory", "akimat_id", "campaign_id", "territory"),
)

key_check = Table(
    "key_check",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("name", String(160), primary_key=True),
    Column("value", LargeBinary(32), nullable=False),
)

box_key = Table(
    "box_key",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("public_key", LargeBinary(32), nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


_GET_REVISION = select(campaign.c.revision).where(of_given(campaign))
_GET_STANDING = select(campaign.c.revision, campaign.c.amendment_count).where(of_given(campaign))
# Whoever holds it lets others write rows that name the campaign: they may hold what he is about to wait for.
_LOCK_REVISION = _GET_REVISION.with_for_update(key_share=True)
_LOCK_STANDING = _GET_STANDING.with_for_update(key_share=True)
_GET_BOX_KEY = select(box_key.c.public_key).where(
    of_given(box_key), box_key.c.territory == bindparam("territory")
)


async def list_campaigns(connection: AsyncConnection) -> Sequence[CampaignId]:
    """Return every campaign in the deployment, in a steady order."""
    rows = await connection.execute(
        select(campaign.c.akimat_id, campaign.c.campaign_id).order_by(
            campaign.c.akimat_id, campaign.c.campaign_id
        )
    )
    return [CampaignId(row.akimat_id, row.campaign_id) for row in rows]


async def get_akimat_of(connection: AsyncConnection, name: str) -> str | None:
    """Return the akimat that holds the campaign called ``name``: links carry the campaign alone (D5)."""
    query = select(campaign.c.akimat_id).where(campaign.c.campaign_id == name)
    return (await connection.execute(query)).scalar_one_or_none()


async def get_revision(
    connection: AsyncConnection, campaign_id: CampaignId, *, lock: bool = False
) -> int | None:
    """Return the rulebook's revision; ``lock`` holds the campaign's row until the commit (ledger 2)."""
    query = _LOCK_REVISION if lock else _GET_REVISION
    return (await connection.execute(query, key(campaign_id))).scalar_one_or_none()


async def get_standing(
    connection: AsyncConnection, campaign_id: CampaignId, *, lock: bool = False
) -> tuple[int, int] | None:
    """Return the rulebook's revision and how many amendments are approved; ``lock`` as ``get_revision``."""
    query = _LOCK_STANDING if lock else _GET_STANDING
    row = (await connection.execute(query, key(campaign_id))).one_or_none()
    return (row.revision, row.amendment_count) if row is not None else None


async def get_source(
    connection: AsyncConnection, campaign_id: CampaignId, revision: int
) -> RowMapping | None:
    """Return source and fingerprint of one revision of the rulebook."""
    query = select(rulebook_revision.c.source, rulebook_revision.c.fingerprint).where(
        of(rulebook_revision, campaign_id),
        rulebook_revision.c.revision == revision,
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def add_campaign(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    """Enter a campaign that has no revision yet, and its akimat when it is new."""
    known = select(akimat.c.akimat_id).where(akimat.c.akimat_id == campaign_id.akimat)
    if (await connection.execute(known)).scalar_one_or_none() is None:
        await connection.execute(insert(akimat).values(akimat_id=campaign_id.akimat))
    await connection.execute(insert(campaign).values(**key(campaign_id), revision=0))


async def add_revision(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    revision: int,
    source: str,
    fingerprint: str,
    taken_at: datetime,
) -> None:
    """Keep a new revision beside the former ones and make it the campaign's own (A1)."""
    await connection.execute(
        insert(rulebook_revision).values(
            **key(campaign_id),
            revision=revision,
            source=source,
            fingerprint=fingerprint,
            taken_at=taken_at,
        )
    )
    await connection.execute(update(campaign).where(of(campaign, campaign_id)).values(revision=revision))


async def get_box_key(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> bytes | None:
    """Return the public half of the territory's box key, to which choices are sealed (ledger 3)."""
    row = await connection.execute(_GET_BOX_KEY, {**key(campaign_id), "territory": territory})
    return row.scalar_one_or_none()


async def list_box_keys(connection: AsyncConnection, campaign_id: CampaignId) -> Mapping[str, bytes]:
    """Return the public halves of the box keys by territory."""
    query = select(box_key.c.territory, box_key.c.public_key).where(of(box_key, campaign_id))
    return {row.territory: row.public_key for row in await connection.execute(query)}


async def add_box_key(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, public_key: bytes
) -> None:
    """Keep the public half of a territory's box key; a territory has one for good."""
    await connection.execute(
        insert(box_key).values(**key(campaign_id), territory=territory, public_key=public_key)
    )


async def list_key_checks(connection: AsyncConnection, akimat_id: str) -> Mapping[str, bytes]:
    """Return the check values by which the akimat's keys are known again (E7)."""
    query = select(key_check.c.name, key_check.c.value).where(key_check.c.akimat_id == akimat_id)
    return {row.name: row.value for row in await connection.execute(query)}


async def add_key_check(connection: AsyncConnection, akimat_id: str, name: str, value: bytes) -> None:
    """Keep a check value; the first one stands."""
    await add_missing(connection, key_check, {"akimat_id": akimat_id, "name": name, "value": value})
