"""Sheets of votes on paper with their lines: two people's readings as keys, and what became of them (E8)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
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
from core.model.paper_vote import LineReason, LineState, Sheet, SheetLine, SheetState
from core.model.vote import Channel
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign, roll

paper_sheet = Table(
    "paper_sheet",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sheet", Integer, primary_key=True, autoincrement=False),
    Column("territory", Slug, nullable=False),
    Column("is_connected", Boolean, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("opened_by", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("first_by", Integer),
    Column("second_by", Integer),
    Column("confirmed_at", Instant),
    of_campaign(),
)

# No time and no roll number stands here: together with the roll's order they would tell who voted when.
paper_line = Table(
    "paper_line",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sheet", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, primary_key=True, autoincrement=False),
    # Empty where a number could not be read, nothing where none was typed.
    Column("first_key", LargeBinary(32)),
    Column("second_key", LargeBinary(32)),
    Column("first_by", Integer),
    Column("second_by", Integer),
    Column("state", String(12), nullable=False),
    Column("reasons", JSON, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "sheet"],
        ["paper_sheet.akimat_id", "paper_sheet.campaign_id", "paper_sheet.sheet"],
        ondelete="CASCADE",
    ),
    Index("ix_paper_line_first_key", "akimat_id", "campaign_id", "first_key"),
)


async def add_sheet(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    *,
    territory: str,
    is_connected: bool,
    lines: int,
    staff_id: int,
    now: datetime,
) -> int:
    """Open a sheet and return its number, the next of the campaign; the campaign's row must be locked."""
    newest = select(func.coalesce(func.max(paper_sheet.c.sheet), 0)).where(of(paper_sheet, campaign_id))
    number = int((await connection.execute(newest)).scalar_one()) + 1
    row = {
        **key(campaign_id),
        "sheet": number,
        "territory": territory,
        "is_connected": is_connected,
        "lines": lines,
        "state": SheetState.OPEN.value,
        "opened_by": staff_id,
        "opened_at": now,
    }
    await connection.execute(insert(paper_sheet).values(**row))
    return number


async def get_sheet(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Sheet | None:
    """Return a sheet, ``None`` for a number that none has."""
    query = select(paper_sheet).where(of(paper_sheet, campaign_id), paper_sheet.c.sheet == number)
    row = (await connection.execute(query)).mappings().one_or_none()
    return _sheet(row) if row is not None else None


async def list_sheets(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Sheet]:
    """Return every sheet of the campaign by number."""
    query = select(paper_sheet).where(of(paper_sheet, campaign_id)).order_by(paper_sheet.c.sheet)
    return [_sheet(row) for row in (await connection.execute(query)).mappings()]


async def set_state(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, state: SheetState, **values: object
) -> None:
    """Let a sheet go on; ``values`` are other columns that change with it."""
    own = (of(paper_sheet, campaign_id), paper_sheet.c.sheet == number)
    await connection.execute(update(paper_sheet).where(*own).values(state=state.value, **values))


async def list_lines(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Mapping[int, SheetLine]:
    """Return the lines of a sheet of which anything was typed, by their number."""
    query = select(paper_line).where(of(paper_line, campaign_id), paper_line.c.sheet == number)
    rows = (await connection.execute(query.order_by(paper_line.c.line))).mappings()
    return {row["line"]: _line(row) for row in rows}


async def keep_line(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, line: SheetLine
) -> None:
    """Keep a line as it is now."""
    row: dict[str, Any] = {
        **key(campaign_id),
        "sheet": number,
        "line": line.line,
        "first_key": line.first_key,
        "second_key": line.second_key,
        "first_by": line.first_by,
        "second_by": line.second_by,
        "state": line.state.value,
        "reasons": [reason.value for reason in line.reasons],
    }
    await upsert(connection, paper_line, row)


async def drop_line(connection: AsyncConnection, campaign_id: CampaignId, number: int, line: int) -> None:
    """Let a line be as if nothing had been typed there."""
    own = (of(paper_line, campaign_id), paper_line.c.sheet == number, paper_line.c.line == line)
    await connection.execute(delete(paper_line).where(*own))


async def is_in_line(connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes) -> bool:
    """Say whether the person stands in an accepted line of any sheet."""
    query = select(paper_line.c.line).where(
        of(paper_line, campaign_id),
        paper_line.c.first_key == person_key,
        paper_line.c.state == LineState.ACCEPTED.value,
    )
    return (await connection.execute(query.limit(1))).first() is not None


async def count_lines(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return ``sheet``, ``first_by``, ``state`` and ``count`` of lines, for whoever observes (E10)."""
    own = (paper_line.c.sheet, paper_line.c.first_by, paper_line.c.state)
    query = select(*own, func.count().label("count")).where(of(paper_line, campaign_id)).group_by(*own)
    return list((await connection.execute(query.order_by(*own))).mappings())


async def count_paper_roll(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many entries of the territory's roll came on paper."""
    query = select(func.count()).select_from(roll)
    query = query.where(
        of(roll, campaign_id), roll.c.territory == territory, roll.c.channel == Channel.PAPER.value
    )
    return (await connection.execute(query)).scalar_one()


async def count_unsettled(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> int:
    """Return how many sheets of the territory are not confirmed yet."""
    query = select(func.count()).select_from(paper_sheet)
    query = query.where(
        of(paper_sheet, campaign_id),
        paper_sheet.c.territory == territory,
        paper_sheet.c.state != SheetState.CONFIRMED.value,
    )
    return (await connection.execute(query)).scalar_one()


async def has_unconnected(connection: AsyncConnection, campaign_id: CampaignId, territory: str) -> bool:
    """Say whether any sheet of the territory is without connection."""
    query = select(paper_sheet.c.sheet).where(
        of(paper_sheet, campaign_id),
        paper_sheet.c.territory == territory,
        paper_sheet.c.is_connected.is_(False),
    )
    return (await connection.execute(query.limit(1))).first() is not None


async def cut_people(connection: AsyncConnection, campaign_id: CampaignId) -> None:
    """Let no line say any more who stood there; counts and reasons stay (M2)."""
    statement = update(paper_line).where(of(paper_line, campaign_id))
    await connection.execute(statement.values(first_key=None, second_key=None))


def _sheet(row: RowMapping) -> Sheet:
    return Sheet(
        number=row["sheet"],
        territory=row["territory"],
        is_connected=row["is_connected"],
        lines=row["lines"],
        state=SheetState(row["state"]),
        opened_by=row["opened_by"],
        opened_at=row["opened_at"],
        first_by=row["first_by"],
        second_by=row["second_by"],
        confirmed_at=row["confirmed_at"],
    )


def _line(row: RowMapping) -> SheetLine:
    return SheetLine(
        line=row["line"],
        first_key=row["first_key"],
        second_key=row["second_key"],
        first_by=row["first_by"],
        second_by=row["second_by"],
        state=LineState(row["state"]),
        reasons=tuple(LineReason(reason) for reason in row["reasons"]),
    )
