"""Proposals on paper while clerks type them in: nothing typed is lost, nothing is a proposal yet (B9)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
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
from core.model.paper import PaperDraft
from core.model.proposal import Picture, PictureKind
from core.store.base import Instant, Slug, key, metadata, of
from core.store.register import PersonKey

paper_draft = Table(
    "paper_draft",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("draft_id", String(12), primary_key=True),
    Column("staff_id", Integer, nullable=False),
    # The application it became, or the one whose rework it is; empty until then.
    Column("number", Integer),
    Column("base_version", Integer),
    Column("is_entered", Boolean, nullable=False, default=False),
    # Whose proposal it is, as soon as the number was typed; the number itself stands nowhere (P1).
    Column("person_key", PersonKey),
    Column("typed", JSON, nullable=False),
    Column("pictures", JSON, nullable=False),
    Column("touched_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def add_draft(connection: AsyncConnection, new: PaperDraft) -> None:
    """Enter what a clerk begins to type."""
    own = {"draft_id": new.draft_id, "staff_id": new.staff_id}
    await connection.execute(insert(paper_draft).values(**key(new.campaign_id), **own, **_columns(new)))


async def keep_draft(connection: AsyncConnection, draft: PaperDraft) -> None:
    """Keep what has changed of it."""
    own = (of(paper_draft, draft.campaign_id), paper_draft.c.draft_id == draft.draft_id)
    await connection.execute(update(paper_draft).where(*own).values(**_columns(draft)))


def _columns(draft: PaperDraft) -> dict[str, Any]:
    return {
        "number": draft.number,
        "base_version": draft.base_version,
        "is_entered": draft.is_entered,
        "person_key": draft.person_key,
        "typed": dict(draft.typed),
        "pictures": [
            [each.original, each.published, each.thumbnail, each.kind.value] for each in draft.pictures
        ],
        "touched_at": draft.touched_at,
    }


async def get_draft(
    connection: AsyncConnection, campaign_id: CampaignId, draft_id: str, *, lock: bool = False
) -> PaperDraft | None:
    """Return what was typed; ``lock`` holds the row, so that two presses come one after the other."""
    query = select(paper_draft).where(of(paper_draft, campaign_id), paper_draft.c.draft_id == draft_id)
    row = (await connection.execute(query.with_for_update() if lock else query)).mappings().one_or_none()
    return _read(row) if row is not None else None


async def list_drafts(
    connection: AsyncConnection, campaign_id: CampaignId, staff_id: int
) -> Sequence[PaperDraft]:
    """Return what the clerk has begun and not entered, the last touched first."""
    query = select(paper_draft).where(
        of(paper_draft, campaign_id), paper_draft.c.staff_id == staff_id, paper_draft.c.is_entered.is_(False)
    )
    rows = await connection.execute(query.order_by(paper_draft.c.touched_at.desc(), paper_draft.c.draft_id))
    return [_read(row) for row in rows.mappings()]


async def delete_draft(connection: AsyncConnection, campaign_id: CampaignId, draft_id: str) -> None:
    """Throw what was typed away."""
    own = (of(paper_draft, campaign_id), paper_draft.c.draft_id == draft_id)
    await connection.execute(delete(paper_draft).where(*own))


async def delete_untouched(
    connection: AsyncConnection, campaign_id: CampaignId, before: datetime
) -> Sequence[str]:
    """Delete what nobody has touched since ``before``, entered or not, and return the ids (M2)."""
    statement = delete(paper_draft).where(of(paper_draft, campaign_id), paper_draft.c.touched_at < before)
    return (await connection.execute(statement.returning(paper_draft.c.draft_id))).scalars().all()


def _read(row: RowMapping) -> PaperDraft:
    return PaperDraft(
        campaign_id=CampaignId(row["akimat_id"], row["campaign_id"]),
        draft_id=row["draft_id"],
        staff_id=row["staff_id"],
        number=row["number"],
        base_version=row["base_version"],
        is_entered=row["is_entered"],
        person_key=row["person_key"],
        typed=row["typed"],
        pictures=tuple(
            Picture(original=one, published=two, thumbnail=three, kind=PictureKind(kind))
            for one, two, three, kind in row["pictures"]
        ),
        touched_at=row["touched_at"],
    )
