"""The council's sittings on results, one a voting territory: members, opinions, decisions (F2)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    and_,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.ledger import of_campaign
from core.store.staff import staff

IMPLEMENTED, DECLINED = "implemented", "declined"
"""What the council decided on a project of the ballot."""


def _of_sitting() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "territory"],
        ["result_sitting.akimat_id", "result_sitting.campaign_id", "result_sitting.territory"],
        ondelete="CASCADE",
    )


result_sitting = Table(
    "result_sitting",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("held_on", Date, nullable=False),
    Column("place_kk", Text, nullable=False),
    Column("place_ru", Text, nullable=False),
    # The half-open end of the members' voting.
    Column("decide_by", Instant, nullable=False),
    # As they stood on that day: a protocol that is final does not change with the people.
    Column("secretary_id", Integer, nullable=False),
    Column("secretary_name", Text, nullable=False),
    Column("secretary_position_kk", Text, nullable=False),
    Column("secretary_position_ru", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("published_at", Instant),
    Column("published_by", Integer),
    of_campaign(),
)

result_member = Table(
    "result_member",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("is_chair", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("position_kk", Text, nullable=False),
    Column("position_ru", Text, nullable=False),
    _of_sitting(),
)

result_item = Table(
    "result_item",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Empty until the secretary has concluded it.
    Column("verdict", String(12)),
    Column("reason_kk", Text),
    Column("reason_ru", Text),
    Column("admitting", Integer),
    Column("refusing", Integer),
    Column("conflicted", Integer),
    Column("concluded_at", Instant),
    Column("concluded_by", Integer),
    _of_sitting(),
)

result_opinion = Table(
    "result_opinion",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("territory", Slug, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("choice", String(12), nullable=False),
    Column("comment", Text, nullable=False),
    Column("at", Instant, nullable=False),
    _of_sitting(),
)


async def add_sitting(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    *,
    members: Sequence[Mapping[str, Any]],
    numbers: Sequence[int],
    **values: Any,
) -> None:
    """Open the sitting of a territory with its ``members`` (columns by name) and the projects ``numbers``."""
    own = {**key(campaign_id), "territory": territory}
    await connection.execute(insert(result_sitting).values(**own, **values))
    await connection.execute(insert(result_member), [{**own, **each} for each in members])
    if numbers:
        await connection.execute(insert(result_item), [{**own, "number": each} for each in numbers])


async def get_sitting(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> RowMapping | None:
    """Return the row of a territory's sitting."""
    query = select(result_sitting).where(*_own(result_sitting, campaign_id, territory))
    return (await connection.execute(query)).mappings().one_or_none()


async def list_sittings(connection: AsyncConnection, campaign_id: CampaignId) -> Sequence[RowMapping]:
    """Return the campaign's sittings on results by territory."""
    query = select(result_sitting).where(of(result_sitting, campaign_id))
    return list((await connection.execute(query.order_by(result_sitting.c.territory))).mappings())


async def change_sitting(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, **values: Any
) -> None:
    """Change columns of a sitting by name."""
    own = _own(result_sitting, campaign_id, territory)
    await connection.execute(update(result_sitting).where(*own).values(**values))


async def list_members(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Sequence[RowMapping]:
    """Return the members of a sitting with the person behind each, the chair first."""
    is_login = and_(
        staff.c.akimat_id == result_member.c.akimat_id, staff.c.staff_id == result_member.c.staff_id
    )
    query = (
        select(result_member, staff.c.person_key)
        .join(staff, is_login)
        .where(*_own(result_member, campaign_id, territory))
        .order_by(result_member.c.is_chair.desc(), result_member.c.staff_id)
    )
    return list((await connection.execute(query)).mappings())


async def list_items(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Sequence[RowMapping]:
    """Return the projects of a sitting by number."""
    query = select(result_item).where(*_own(result_item, campaign_id, territory))
    return list((await connection.execute(query.order_by(result_item.c.number))).mappings())


async def change_item(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str, number: int, **values: Any
) -> None:
    """Change columns of a project's item by name."""
    own = _own(result_item, campaign_id, territory)
    await connection.execute(update(result_item).where(*own, result_item.c.number == number).values(**values))


async def keep_opinion(
    connection: AsyncConnection,
    campaign_id: CampaignId,
    territory: str,
    number: int,
    staff_id: int,
    **values: Any,
) -> None:
    """Keep what a member says; what he said before is gone."""
    own = {**key(campaign_id), "territory": territory, "number": number, "staff_id": staff_id}
    await upsert(connection, result_opinion, {**own, **values})


async def list_opinions(
    connection: AsyncConnection, campaign_id: CampaignId, territory: str
) -> Sequence[RowMapping]:
    """Return every opinion of a sitting, by project and login."""
    query = select(result_opinion).where(*_own(result_opinion, campaign_id, territory))
    order = (result_opinion.c.number, result_opinion.c.staff_id)
    return list((await connection.execute(query.order_by(*order))).mappings())


async def list_published(
    connection: AsyncConnection, campaign_id: CampaignId, numbers: Sequence[int] | None = None
) -> Sequence[RowMapping]:
    """Return the decisions on these projects (on all without) of which everybody may know."""
    query = (
        select(result_item)
        .join(
            result_sitting,
            and_(
                of(result_sitting, campaign_id),
                result_sitting.c.territory == result_item.c.territory,
                result_sitting.c.published_at.is_not(None),
            ),
        )
        .where(of(result_item, campaign_id))
    )
    if numbers is not None:
        query = query.where(result_item.c.number.in_(numbers))
    return list((await connection.execute(query.order_by(result_item.c.number))).mappings())


def _own(table: Table, campaign_id: CampaignId, territory: str) -> tuple[ColumnElement[bool], ...]:
    return of(table, campaign_id), table.c.territory == territory
