"""Applications that are being written: they belong to an account until they are submitted (B1, B2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import Contents, Draft, Step
from core.store.base import AccountId, Instant, Slug, key, metadata, of
from core.store.contents import from_json, to_json

draft = Table(
    "draft",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("draft_id", String(12), primary_key=True),
    Column("account_id", AccountId, nullable=False),
    # The application it became, or the one whose rework it is; empty until then.
    Column("number", Integer),
    # The version from which a rework was begun; empty for what is no rework.
    Column("base_version", Integer),
    Column("is_submitted", Boolean, nullable=False, default=False),
    Column("step", String(16), nullable=False),
    Column("contents", JSON, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    Index("ix_draft_account", "account_id", "akimat_id", "campaign_id"),
    Index("ix_draft_touched", "akimat_id", "campaign_id", "touched_at"),
)


async def add_draft(connection: AsyncConnection, new: Draft) -> None:
    """Enter a new draft, begun at the instant at which it was touched."""
    await connection.execute(
        insert(draft).values(
            **key(new.campaign_id),
            draft_id=new.draft_id,
            account_id=new.account_id,
            number=new.number,
            base_version=new.base_version,
            step=new.step.value,
            contents=to_json(new.contents),
            begun_at=new.touched_at,
            touched_at=new.touched_at,
        )
    )


async def get_draft(
    connection: AsyncConnection, campaign_id: CampaignId, draft_id: str, *, lock: bool = False
) -> Draft | None:
    """Return the draft; ``lock`` holds its row until the commit, so that two photos come one by one."""
    query = select(draft).where(of(draft, campaign_id), draft.c.draft_id == draft_id)
    row = (await connection.execute(query.with_for_update() if lock else query)).mappings().one_or_none()
    return _read(row) if row is not None else None


async def list_drafts(
    connection: AsyncConnection, account_id: int, campaign_id: CampaignId | None = None
) -> Sequence[Draft]:
    """Return what the account has begun and not submitted, the last touched first."""
    query = select(draft).where(draft.c.account_id == account_id, draft.c.is_submitted.is_(False))
    if campaign_id is not None:
        query = query.where(of(draft, campaign_id))
    rows = await connection.execute(query.order_by(draft.c.touched_at.desc(), draft.c.draft_id))
    return [_read(row) for row in rows.mappings()]


async def find_rework(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, number: int
) -> Draft | None:
    """Return the account's open rework of an application."""
    query = select(draft).where(
        of(draft, campaign_id),
        draft.c.account_id == account_id,
        draft.c.number == number,
        draft.c.is_submitted.is_(False),
    )
    row = (await connection.execute(query)).mappings().first()
    return _read(row) if row is not None else None


async def keep_draft(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    draft_id: str,
    *,
    now: datetime,
    contents: Contents | None = None,
    step: Step | None = None,
) -> None:
    """Keep what has changed of a draft."""
    values: dict[str, Any] = {"touched_at": now}
    if contents is not None:
        values["contents"] = to_json(contents)
    if step is not None:
        values["step"] = step.value
    await _change(connection, campaign_id, draft_id, **values)


async def settle_draft(
    connection: AsyncConnection, campaign_id: CampaignId, draft_id: str, number: int
) -> None:
    """Remember which application the draft became: a second press is answered with the same number."""
    await _change(connection, campaign_id, draft_id, number=number, is_submitted=True)


async def _change(connection: AsyncConnection, campaign_id: CampaignId, draft_id: str, **values: Any) -> None:
    await connection.execute(
        update(draft).where(of(draft, campaign_id), draft.c.draft_id == draft_id).values(**values)
    )


async def delete_draft(connection: AsyncConnection, campaign_id: CampaignId, draft_id: str) -> None:
    """Throw a draft away."""
    await connection.execute(delete(draft).where(of(draft, campaign_id), draft.c.draft_id == draft_id))


async def delete_untouched(
    connection: AsyncConnection, campaign_id: CampaignId, before: datetime
) -> Sequence[str]:
    """Delete the drafts of a campaign, submitted or not, that nobody has touched since ``before`` (M2).

    Returns their ids. One statement asks and deletes: a draft that somebody is just changing is asked again
    once that is done, and stays.
    """
    statement = delete(draft).where(of(draft, campaign_id), draft.c.touched_at < before)
    return (await connection.execute(statement.returning(draft.c.draft_id))).scalars().all()


def _read(row: RowMapping) -> Draft:
    return Draft(
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]),
        draft_id=row["draft_id"],
        account_id=row["account_id"],
        number=row["number"],
        base_version=row["base_version"],
        is_submitted=row["is_submitted"],
        step=Step(row["step"]),
        contents=from_json(row["contents"]),
        touched_at=row["touched_at"],
    )
