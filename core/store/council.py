"""The expert council: its members, its sittings and what is on their agenda (C2)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    and_,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.staff import staff

ADMITTED, REFUSED, PUT_OFF = "admitted", "refused", "put-off"
"""What became of an item of the agenda; a decision has the word of the status that it leads to."""

council_member = Table(
    "council_member",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("is_chair", Boolean, nullable=False, default=False),
    Column("appointed_at", Instant, nullable=False),
    Column("left_at", Instant),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
    ForeignKeyConstraint(["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"]),
)

sitting = Table(
    "sitting",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sitting", Integer, primary_key=True, autoincrement=False),
    Column("held_on", Date, nullable=False),
    Column("place_kk", Text, nullable=False),
    Column("place_ru", Text, nullable=False),
    # The half-open end of the members' voting; who is late is reminded before it (G1).
    Column("decide_by", Instant, nullable=False),
    Column("secretary_id", Integer, nullable=False),
    # As they stood on that day: a protocol that is final does not change with the people.
    Column("secretary_name", Text, nullable=False),
    Column("secretary_position_kk", Text, nullable=False),
    Column("secretary_position_ru", Text, nullable=False),
    # Members on the day of the opening: who comes or leaves later changes no quorum.
    Column("member_count", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("published_at", Instant),
    # Logins: whoever had a part in it decides on no appeal against it (B6).
    Column("closed_by", Integer),
    Column("published_by", Integer),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)

sitting_member = Table(
    "sitting_member",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sitting", Integer, primary_key=True, autoincrement=False),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("is_chair", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("position_kk", Text, nullable=False),
    Column("position_ru", Text, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "sitting"],
        ["sitting.akimat_id", "sitting.campaign_id", "sitting.sitting"],
        ondelete="CASCADE",
    ),
)

sitting_item = Table(
    "sitting_item",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sitting", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # The version that the members read: what is reworked meanwhile is another one.
    Column("version", Integer, nullable=False),
    # Empty until the secretary has concluded it: admitted, refused, put-off.
    Column("verdict", String(8)),
    # Why its decision was not published with the others, a word of `Dropped`; empty for what was.
    Column("dropped", String(8)),
    Column("ground", Slug),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    Column("title_kk", Text),
    Column("title_ru", Text),
    Column("description_kk", Text),
    Column("description_ru", Text),
    Column("admitting", Integer),
    Column("refusing", Integer),
    Column("conflicted", Integer),
    # Whole tenge, as it was when the council concluded: an exact one may come later (C4).
    Column("cost", BigInteger),
    Column("concluded_at", Instant),
    Column("concluded_by", Integer),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "sitting"],
        ["sitting.akimat_id", "sitting.campaign_id", "sitting.sitting"],
        ondelete="CASCADE",
    ),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "number"],
        ["proposal.akimat_id", "proposal.campaign_id", "proposal.number"],
        ondelete="CASCADE",
    ),
)


async def keep_member(
    connection: AsyncConnection, campaign_id: CampaignId, staff_id: int, **values: Any
) -> None:
    """Appoint a member, or change columns of one by name; whoever has left keeps his row."""
    await upsert(connection, council_member, {**key(campaign_id), "staff_id": staff_id, **values})


async def list_members(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return everybody who is or was a member: login, person, name, position, chair, since and until when."""
    query = (
        select(
            council_member,
            staff.c.name,
            staff.c.position_kk,
            staff.c.position_ru,
            staff.c.person_key,
            staff.c.is_blocked,
            staff.c.account_id,
        )
        .join(staff, is_login(council_member))
        .where(of(council_member, campaign_id))
        .order_by(council_member.c.is_chair.desc(), council_member.c.appointed_at, council_member.c.staff_id)
    )
    return list((await connection.execute(query)).mappings())


async def change_chair(connection: AsyncConnection, campaign_id: CampaignId, staff_id: int) -> None:
    """Make one member the chair and nobody else."""
    values = {"is_chair": council_member.c.staff_id == staff_id}
    await connection.execute(update(council_member).where(of(council_member, campaign_id)).values(**values))


async def add_sitting(connection: AsyncConnection, campaign_id: CampaignId, **values: Any) -> int:
    """Enter a sitting and return its number; the caller holds the campaign's row."""
    newest = select(func.max(sitting.c.sitting)).where(of(sitting, campaign_id))
    number = ((await connection.execute(newest)).scalar() or 0) + 1
    await connection.execute(insert(sitting).values(**key(campaign_id), sitting=number, **values))
    return number


async def add_rows(
    connection: AsyncConnection,
    table: Table,
    campaign_id: CampaignId,
    number: int,
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Enter members or the agenda of a sitting; ``rows`` have the other columns by name."""
    found = [{**key(campaign_id), "sitting": number, **row} for row in rows]
    if found:
        await connection.execute(insert(table), found)


async def get_sitting(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> RowMapping | None:
    """Return the row of a sitting."""
    query = select(sitting).where(of(sitting, campaign_id), sitting.c.sitting == number)
    return (await connection.execute(query)).mappings().one_or_none()


async def list_sittings(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the sittings, the newest first."""
    query = select(sitting).where(of(sitting, campaign_id)).order_by(sitting.c.sitting.desc())
    return list((await connection.execute(query)).mappings())


async def count_unpublished(connection: AsyncConnection, campaign_id: CampaignId) -> int:
    """Return how many sittings are closed and not published."""
    query = select(func.count()).where(
        of(sitting, campaign_id), sitting.c.closed_at.is_not(None), sitting.c.published_at.is_(None)
    )
    return (await connection.execute(query)).scalar_one()


async def change_sitting(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, **values: Any
) -> None:
    """Change columns of a sitting by name."""
    own = (of(sitting, campaign_id), sitting.c.sitting == number)
    await connection.execute(update(sitting).where(*own).values(**values))


async def list_sitting_members(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the members of a sitting with the person behind each, the chair first."""
    query = (
        select(sitting_member, staff.c.person_key)
        .join(staff, is_login(sitting_member))
        .where(of(sitting_member, campaign_id), sitting_member.c.sitting == number)
        .order_by(sitting_member.c.is_chair.desc(), sitting_member.c.staff_id)
    )
    return list((await connection.execute(query)).mappings())


async def list_open(
    connection: AsyncConnection, campaign_id: CampaignId, now: datetime
) -> Sequence[RowMapping]:
    """Return the sittings whose members may still give opinions."""
    query = select(sitting).where(
        of(sitting, campaign_id), sitting.c.closed_at.is_(None), sitting.c.decide_by > now
    )
    return list((await connection.execute(query.order_by(sitting.c.sitting))).mappings())


def is_login(table: Table) -> ColumnElement[bool]:
    """Return the condition that a row names the login in ``staff``."""
    return and_(staff.c.akimat_id == table.c.akimat_id, staff.c.staff_id == table.c.staff_id)
