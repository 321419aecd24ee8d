"""Cases and reports for the observer, and the counts beside them (E9, E10).

A report's row has no account, no person and no hour; a case's has an account only to answer it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.concern import Case, CaseState, Report, ReportKind
from core.model.language import Text as BothTexts
from core.model.paper_vote import LineState
from core.model.vote import Channel
from core.store.base import AccountId, Slug, key, metadata, of
from core.store.paper_vote import paper_line
from core.store.staff import staff
from core.store.verification import code

vote_case = Table(
    "vote_case",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Whom the answer is told; shown to nobody, and gone with /forget.
    Column("account_id", AccountId),
    Column("opened", Date, nullable=False),
    Column("due", Date),
    Column("channel", String(8), nullable=False),
    Column("voted", Date, nullable=False),
    Column("roll_number", Integer, nullable=False),
    Column("list_number", Integer),
    Column("staff_id", Integer),
    Column("sheet", Integer),
    Column("line", Integer),
    Column("state", String(8), nullable=False),
    Column("note", Text, nullable=False),
    Column("answer_kk", Text),
    Column("answer_ru", Text),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    # Once: pressing a second time finds the first case (E10).
    Index("uq_vote_case_roll", "akimat_id", "campaign_id", "roll_number", unique=True),
    Index("ix_vote_case_account", "account_id"),
)

pressure_report = Table(
    "pressure_report",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(8), nullable=False),
    Column("note", Text, nullable=False),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


async def add_case(connection: AsyncConnection, campaign_id: CampaignId, **values: Any) -> int:
    """Open a case under the next number and return that; the campaign's row must be locked."""
    number = await _next_number(connection, campaign_id, vote_case)
    own = {"number": number, "state": CaseState.NEW.value, "note": "", **values}
    await connection.execute(insert(vote_case).values(**key(campaign_id), **own))
    return number


async def add_report(
    connection: AsyncConnection, campaign_id: CampaignId, *, kind: ReportKind, text: str, day: date
) -> int:
    """Keep a report under the next number and return that; the campaign's row must be locked."""
    number = await _next_number(connection, campaign_id, pressure_report)
    row = {"number": number, "kind": kind.value, "text": text, "day": day}
    own = {**row, "state": CaseState.NEW.value, "note": ""}
    await connection.execute(insert(pressure_report).values(**key(campaign_id), **own))
    return number


async def _next_number(connection: AsyncConnection, campaign_id: CampaignId, table: Table) -> int:
    newest = select(func.max(table.c.number)).where(of(table, campaign_id))
    return ((await connection.execute(newest)).scalar() or 0) + 1


async def get_case(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Case | None:
    """Return a case."""
    found = await _cases(connection, campaign_id, vote_case.c.number == number)
    return found[0] if found else None


async def get_case_of_entry(
    connection: AsyncConnection, campaign_id: CampaignId, roll_number: int
) -> Case | None:
    """Return the case about an entry of the roll."""
    found = await _cases(connection, campaign_id, vote_case.c.roll_number == roll_number)
    return found[0] if found else None


async def list_cases(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Case]:
    """Return the campaign's cases, the newest first."""
    return await _cases(connection, campaign_id)


async def get_account(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> int | None:
    """Return whom the answer to a case is told."""
    query = select(vote_case.c.account_id).where(of(vote_case, campaign_id), vote_case.c.number == number)
    return (await connection.execute(query)).scalar_one_or_none()


async def _cases(connection: AsyncConnection, campaign_id: CampaignId, *conditions: Any) -> list[Case]:
    query = (
        select(vote_case, staff.c.name)
        .outerjoin(
            staff,
            and_(staff.c.akimat_id == vote_case.c.akimat_id, staff.c.staff_id == vote_case.c.staff_id),
        )
        .where(of(vote_case, campaign_id), *conditions)
        .order_by(vote_case.c.number.desc())
    )
    return [_case(row) for row in (await connection.execute(query)).mappings()]


def _case(row: RowMapping) -> Case:
    answer = None
    if row["answer_kk"] is not None:
        answer = BothTexts(kk=row["answer_kk"], ru=row["answer_ru"])
    return Case(
        number=row["number"],
        opened=row["opened"],
        due=row["due"],
        channel=Channel(row["channel"]),
        voted=row["voted"],
        roll_number=row["roll_number"],
        list_number=row["list_number"],
        clerk=row["name"],
        sheet=row["sheet"],
        line=row["line"],
        state=CaseState(row["state"]),
        note=row["note"],
        answer=answer,
    )


async def change_case(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, **values: Any
) -> None:
    """Write columns of a case by name."""
    own = (of(vote_case, campaign_id), vote_case.c.number == number)
    await connection.execute(update(vote_case).where(*own).values(**values))


async def get_report(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> Report | None:
    """Return a report."""
    query = select(pressure_report).where(of(pressure_report, campaign_id))
    row = (await connection.execute(query.where(pressure_report.c.number == number))).mappings().one_or_none()
    return _report(row) if row is not None else None


async def list_reports(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[Report]:
    """Return the campaign's reports, the newest first."""
    query = select(pressure_report).where(of(pressure_report, campaign_id))
    rows = await connection.execute(query.order_by(pressure_report.c.number.desc()))
    return [_report(row) for row in rows.mappings()]


def _report(row: RowMapping) -> Report:
    return Report(
        number=row["number"],
        day=row["day"],
        kind=ReportKind(row["kind"]),
        text=row["text"],
        state=CaseState(row["state"]),
        note=row["note"],
    )


async def change_report(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, **values: Any
) -> None:
    """Write columns of a report by name."""
    own = (of(pressure_report, campaign_id), pressure_report.c.number == number)
    await connection.execute(update(pressure_report).where(*own).values(**values))


async def get_used_code(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> RowMapping | None:
    """Return ``list_number`` and ``issued_by`` of the code that was used in the person's name last."""
    query = (
        select(code.c.list_number, code.c.issued_by)
        .where(of(code, campaign_id), code.c.person_key == person_key, code.c.used_at.is_not(None))
        .order_by(code.c.used_at.desc())
        .limit(1)
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def get_paper_line(
    connection: AsyncConnection, campaign_id: CampaignId, person_key: bytes
) -> RowMapping | None:
    """Return ``sheet`` and ``line`` of the accepted line on paper that is the person's."""
    query = select(paper_line.c.sheet, paper_line.c.line).where(
        of(paper_line, campaign_id),
        paper_line.c.first_key == person_key,
        paper_line.c.state == LineState.ACCEPTED.value,
    )
    return (await connection.execute(query.limit(1))).mappings().one_or_none()


async def list_of_account(connection: AsyncConnection, account_id: int) -> Sequence[RowMapping]:
    """Return the cases that are answered at the account, in every campaign (M1)."""
    query = select(vote_case).where(vote_case.c.account_id == account_id)
    return list((await connection.execute(query.order_by(vote_case.c.opened))).mappings())


async def cut_account(connection: AsyncConnection, account_id: int) -> None:
    """Let no case say any more at which account it is answered (M1)."""
    own = vote_case.c.account_id == account_id
    await connection.execute(update(vote_case).where(own).values(account_id=None))


async def delete_all(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Delete the campaign's cases and reports and return how many there were (M2)."""
    gone = 0
    for table in (vote_case, pressure_report):
        gone += (await connection.execute(delete(table).where(of(table, campaign_id)))).rowcount
    return gone
