"""What the public pages read beside what the bot reads: refused projects, counts, who sits in the council.

Separate because every query here leaves out what is not for everybody (C3, P9).
"""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import and_, exists, func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.proposal import ProposalStatus
from core.store.base import of
from core.store.campaign import project
from core.store.council import council_member
from core.store.proposal import proposal, proposal_version
from core.store.proposal_history import proposal_event
from core.store.staff import staff

_SAME_PROPOSAL = (
    proposal_event.c.akimat_id == proposal.c.akimat_id,
    proposal_event.c.campaign_id == proposal.c.campaign_id,
    proposal_event.c.number == proposal.c.number,
)
_WAS_READ = exists().where(*_SAME_PROPOSAL, proposal_event.c.status == ProposalStatus.REGISTERED.value)
_IS_PROJECT = exists().where(
    project.c.akimat_id == proposal.c.akimat_id,
    project.c.campaign_id == proposal.c.campaign_id,
    project.c.number == proposal.c.number,
)
_ITS_VERSION = and_(
    proposal_version.c.akimat_id == proposal.c.akimat_id,
    proposal_version.c.campaign_id == proposal.c.campaign_id,
    proposal_version.c.number == proposal.c.number,
    proposal_version.c.version == proposal.c.version,
)


async def list_projects(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return every project in short, the refused ones too, by number: a list has no use for descriptions."""
    columns = ("number", "title_kk", "title_ru", "original", "direction", "territory", "cost", "status")
    query = select(*(project.c[name] for name in columns)).where(of(project, campaign_id))
    return list((await connection.execute(query.order_by(project.c.number))).mappings())


async def list_proposals(
    connection: AsyncConnection, campaign_id: CampaignId, statuses: Collection[ProposalStatus]
) -> Sequence[RowMapping]:
    """Return the proposals with one of these statuses that are no project, or none any more, by number.

    What was refused and is looked at again stands in both lists: what is registered counts (B6).
    ``was_read`` says that somebody at the akimat has let it pass: without it no word of its author is shown.
    """
    names = ("number", "title", "direction", "territory", "cost", "status")
    language = proposal_version.c.contents["language"].as_string().label("language")
    query = (
        select(*(proposal.c[name] for name in names), language, _WAS_READ.label("was_read"))
        .join(proposal_version, _ITS_VERSION)
        .where(
            of(proposal, campaign_id),
            proposal.c.status.in_([status.value for status in statuses]),
            ~_IS_PROJECT | (proposal.c.status == ProposalStatus.REGISTERED.value),
        )
        .order_by(proposal.c.number)
    )
    return list((await connection.execute(query)).mappings())


async def count_proposals(
    connection: AsyncConnection, campaign_id: CampaignId
) -> Mapping[tuple[str, bool], int]:
    """Return how many proposals stand where, by status and by whether they are projects, too."""
    is_project = _IS_PROJECT.label("is_project")
    query = select(proposal.c.status, is_project, func.count().label("many")).where(of(proposal, campaign_id))
    rows = await connection.execute(query.group_by(proposal.c.status, is_project))
    return {(row.status, bool(row.is_project)): row.many for row in rows}


async def count_projects(connection: AsyncConnection, campaign_id: CampaignId) -> Mapping[str, int]:
    """Return how many projects stand where, by status."""
    query = select(project.c.status, func.count().label("many")).where(of(project, campaign_id))
    rows = await connection.execute(query.group_by(project.c.status))
    return {row.status: row.many for row in rows}


async def count_listed(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many projects came with a list of the akimat's and have no application here."""
    has_proposal = exists().where(
        proposal.c.akimat_id == project.c.akimat_id,
        proposal.c.campaign_id == project.c.campaign_id,
        proposal.c.number == project.c.number,
    )
    query = select(func.count()).select_from(project).where(of(project, campaign_id), ~has_proposal)
    return (await connection.execute(query)).scalar_one()


async def list_members(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return name, position and chair of the council's present members, the chair first (C2)."""
    query = (
        select(staff.c.name, staff.c.position_kk, staff.c.position_ru, council_member.c.is_chair)
        .join(
            staff,
            and_(
                staff.c.akimat_id == council_member.c.akimat_id,
                staff.c.staff_id == council_member.c.staff_id,
            ),
        )
        .where(of(council_member, campaign_id), council_member.c.left_at.is_(None))
        .order_by(council_member.c.is_chair.desc(), staff.c.name)
    )
    return list((await connection.execute(query)).mappings())


async def list_steps(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return every step of every proposal of the campaign in its order, with what a decision said."""
    columns = ("number", "status", "ground", "reason_kk", "reason_ru", "at")
    query = select(*(proposal_event.c[name] for name in columns)).where(of(proposal_event, campaign_id))
    rows = await connection.execute(query.order_by(proposal_event.c.number, proposal_event.c.ordinal))
    return list(rows.mappings())
