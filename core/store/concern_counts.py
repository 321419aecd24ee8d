"""Counts per clerk, list of codes and sheet; apart from the cases that they stand beside (E10)."""

from collections.abc import Sequence

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.concern import CodeListCount, SheetCount
from core.model.paper_vote import LineState
from core.store.base import of
from core.store.paper_vote import paper_line, paper_sheet
from core.store.staff import staff
from core.store.verification import code


async def count_sheets(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[SheetCount]:
    """Return each sheet of votes on paper with who typed it, its lines and those accepted (E10)."""
    first, second = staff.alias("first"), staff.alias("second")
    is_accepted = and_(
        paper_line.c.akimat_id == paper_sheet.c.akimat_id,
        paper_line.c.campaign_id == paper_sheet.c.campaign_id,
        paper_line.c.sheet == paper_sheet.c.sheet,
        paper_line.c.state == LineState.ACCEPTED.value,
    )
    accepted = select(func.count()).select_from(paper_line).where(is_accepted).scalar_subquery()
    typed_by = func.coalesce(paper_sheet.c.first_by, paper_sheet.c.opened_by)
    query = (
        select(
            paper_sheet.c.sheet,
            first.c.name.label("clerk"),
            second.c.name.label("second"),
            paper_sheet.c.lines,
            accepted.label("accepted"),
        )
        .outerjoin(first, and_(first.c.akimat_id == paper_sheet.c.akimat_id, first.c.staff_id == typed_by))
        .outerjoin(
            second,
            and_(
                second.c.akimat_id == paper_sheet.c.akimat_id,
                second.c.staff_id == paper_sheet.c.second_by,
            ),
        )
        .where(of(paper_sheet, campaign_id))
        .order_by(paper_sheet.c.sheet)
    )
    return [SheetCount(**row) for row in (await connection.execute(query)).mappings()]


async def count_code_lists(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[CodeListCount]:
    """Return each list of codes with who issued it, how many codes it has and how many were used (E10)."""
    first = code.c.list_first
    query = (
        select(
            staff.c.name,
            first,
            func.max(code.c.list_number).label("last"),
            func.count().label("issued"),
            func.count(code.c.used_at).label("used"),
        )
        .outerjoin(staff, and_(staff.c.akimat_id == code.c.akimat_id, staff.c.staff_id == code.c.issued_by))
        .where(of(code, campaign_id))
        .group_by(staff.c.name, code.c.issued_by, first)
        .order_by(first)
    )
    return [
        CodeListCount(clerk=row.name, first=row.list_first, last=row.last, issued=row.issued, used=row.used)
        for row in await connection.execute(query)
    ]
