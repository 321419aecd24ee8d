"""Announcements: what each says, for whom, how far it is, and what was counted at its end (G2)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.announcement import (
    Announcement,
    AnnouncementState,
    Attachment,
    AttachmentKind,
    Audience,
    AudienceRole,
    Doubt,
    PauseCause,
    Report,
    TakenPart,
    Written,
)
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.language import Text as BothTexts
from core.store.base import AccountId, Instant, Slug, add_missing, key, metadata, of

announcement = Table(
    "announcement",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False, default=1),
    Column("text_kk", Text, nullable=False),
    Column("text_ru", Text, nullable=False),
    Column("file_kind", String(8)),
    Column("file_digest", String(64)),
    Column("file_name", String(80)),
    # Empty: the whole campaign, or both languages.
    Column("territory", Slug),
    Column("language", String(2)),
    Column("role", String(16), nullable=False),
    Column("part", String(16), nullable=False),
    Column("doubt", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("cause", String(8)),
    # Empty: at once.
    Column("scheduled_at", Instant),
    Column("size", Integer),
    Column("written_by", Integer, nullable=False),
    Column("asked_by", Integer),
    Column("approved_by", Integer),
    Column("created_at", Instant, nullable=False),
    Column("begun_at", Instant),
    Column("ended_at", Instant),
    # Whether only the first people get it, until it is known how that went.
    Column("is_on_trial", Boolean, nullable=False, default=True),
    Column("audience", Integer),
    # How everybody's sending went, counted when it was over: then the recipients are deleted.
    Column("report", JSON(none_as_null=True)),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    Index("ix_announcement_state", "state"),
)

announcement_test = Table(
    "announcement_test",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("language", String(2), primary_key=True),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["announcement.akimat_id", "announcement.campaign_id", "announcement.number"],
    ),
)


def announcement_use(campaign_id: CampaignId, number: int) -> str:
    """Return the name under which an announcement needs its file."""
    return f"announcement:{campaign_id.campaign}:{number}"


async def add_announcement(
    connection: AsyncConnection, campaign_id: CampaignId, written: Written, *, staff_id: int, now: datetime
) -> int:
    """Keep a new draft and return its number; whoever writes holds the campaign's row."""
    query = select(func.coalesce(func.max(announcement.c.number), 0) + 1)
    number: int = (await connection.execute(query.where(of(announcement, campaign_id)))).scalar_one()
    values = {"number": number, "state": AnnouncementState.DRAFT.value, "written_by": staff_id}
    await connection.execute(
        insert(announcement).values(
            **key(campaign_id), **values, **written_columns(written), created_at=now, is_on_trial=True
        )
    )
    return number


def written_columns(written: Written) -> dict[str, Any]:
    """Return the columns of what was typed."""
    audience = written.audience
    return {
        "text_kk": written.text.kk,
        "text_ru": written.text.ru,
        "territory": audience.territory,
        "language": audience.language.value if audience.language is not None else None,
        "role": audience.role.value,
        "part": audience.part.value,
        "doubt": written.doubt.value,
    }


def file_columns(attachment: Attachment | None) -> dict[str, str | None]:
    """Return the columns of the file, or of none."""
    if attachment is None:
        return {"file_kind": None, "file_digest": None, "file_name": None}
    return {
        "file_kind": attachment.kind.value,
        "file_digest": attachment.digest,
        "file_name": attachment.name,
    }


async def change_announcement(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, **values: Any
) -> None:
    """Change columns of an announcement."""
    own = (of(announcement, campaign_id), announcement.c.number == number)
    await connection.execute(update(announcement).where(*own).values(**values))


async def get_announcement(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> Announcement | None:
    """Return an announcement; ``lock`` holds its row until the commit."""
    row = await get_row(connection, campaign_id, number, lock=lock)
    return read_announcement(row) if row is not None else None


async def get_row(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, lock: bool = False
) -> RowMapping | None:
    """Return an announcement's row with what only the sending needs."""
    query = select(announcement).where(of(announcement, campaign_id), announcement.c.number == number)
    query = query.with_for_update() if lock else query
    return (await connection.execute(query)).mappings().one_or_none()


async def list_announcements(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Announcement]:
    """Return a campaign's announcements, the newest first."""
    query = select(announcement).where(of(announcement, campaign_id)).order_by(announcement.c.number.desc())
    return [read_announcement(row) for row in (await connection.execute(query)).mappings()]


async def list_scheduled(connection: AsyncConnection) -> Sequence[tuple[CampaignId, int]]:
    """Return every akimat's announcements that wait for their hour."""
    return await _list(connection, announcement.c.state == AnnouncementState.SCHEDULED.value)


async def list_begun(
    connection: AsyncConnection, *states: AnnouncementState, is_counted: bool = False
) -> Sequence[tuple[CampaignId, int]]:
    """Return every akimat's announcements in ``states`` that have begun, with or without a final report."""
    report = announcement.c.report
    return await _list(
        connection,
        announcement.c.state.in_([state.value for state in states]),
        announcement.c.begun_at.is_not(None),
        report.is_not(None) if is_counted else report.is_(None),
    )


async def _list(
    connection: AsyncConnection, *conditions: ColumnElement[bool]
) -> Sequence[tuple[CampaignId, int]]:
    query = (
        select(announcement.c.akimat_id, announcement.c.campaign_id, announcement.c.number)
        .where(*conditions)
        .order_by(announcement.c.created_at, announcement.c.akimat_id, announcement.c.number)
    )
    rows = await connection.execute(query)
    return [(CampaignId(row.akimat_id, row.campaign_id), row.number) for row in rows]


def read_announcement(row: RowMapping) -> Announcement:
    """Return what a row says."""
    has_file = row["file_digest"] is not None
    kept = {name: row[name] for name in _AS_KEPT}
    return Announcement(
        **kept,
        written=Written(
            text=BothTexts(kk=row["text_kk"], ru=row["text_ru"]),
            audience=Audience(
                territory=row["territory"],
                language=Language(row["language"]) if row["language"] is not None else None,
                role=AudienceRole(row["role"]),
                part=TakenPart(row["part"]),
            ),
            doubt=Doubt(row["doubt"]),
        ),
        attachment=_file(row) if has_file else None,
        state=AnnouncementState(row["state"]),
        cause=PauseCause(row["cause"]) if row["cause"] is not None else None,
    )


_AS_KEPT = (
    "number",
    "version",
    "scheduled_at",
    "size",
    "written_by",
    "asked_by",
    "approved_by",
    "created_at",
    "begun_at",
    "ended_at",
)


def _file(row: RowMapping) -> Attachment:
    kind = AttachmentKind(row["file_kind"])
    return Attachment(kind=kind, digest=row["file_digest"], name=row["file_name"])


def report_columns(report: Report) -> dict[str, int]:
    """Return a final report as it is kept."""
    return asdict(report)


def read_report(row: RowMapping) -> Report | None:
    """Return the final report, ``None`` before the sending is over."""
    return Report(**row["report"]) if row["report"] is not None else None


async def add_tests(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> None:
    """Ask for one message in each language to somebody who wants to see it first."""
    for language in Language:
        row = {**key(campaign_id), "number": number, "account_id": account_id, "language": language.value}
        await add_missing(connection, announcement_test, row)


async def is_any_test(connection: AsyncConnection) -> bool:
    """Say whether somebody has asked for a message."""
    return (await connection.execute(select(announcement_test.c.number).limit(1))).first() is not None


async def take_tests(connection: AsyncConnection) -> Sequence[RowMapping]:
    """Take every message that was asked for; one that is lost with its worker is asked for again."""
    rows = await connection.execute(delete(announcement_test).returning(announcement_test))
    return sorted(rows.mappings(), key=itemgetter("akimat_id", "number", "account_id", "language"))


async def delete_tests(connection: AsyncConnection, account_id: int) -> None:
    """Forget what an account has asked for (M1)."""
    own = announcement_test.c.account_id == account_id
    await connection.execute(delete(announcement_test).where(own))
