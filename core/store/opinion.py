"""What the members of the council say of each application, and who has not said it yet (C2, G1)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    func,
    select,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import Instant, Slug, key, metadata, of, upsert
from core.store.council import is_login, sitting_item, sitting_member
from core.store.place import account
from core.store.staff import staff

opinion = Table(
    "opinion",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("campaign_id", Slug, primary_key=True),
    Column("sitting", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("choice", String(12), nullable=False),
    Column("ground", Slug),
    Column("comment", Text, nullable=False),
    Column("at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "campaign_id", "sitting", "number"],
        ["sitting_item.akimat_id", "sitting_item.campaign_id", "sitting_item.sitting", "sitting_item.number"],
        ondelete="CASCADE",
    ),
)


async def keep_opinion(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int, staff_id: int, **values: Any
) -> None:
    """Keep what a member says; what he said before is gone."""
    own = {"sitting": number, "number": item, "staff_id": staff_id}
    await upsert(connection, opinion, {**key(campaign_id), **own, **values})


async def list_opinions(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int | None = None
) -> Sequence[RowMapping]:
    """Return every opinion of a sitting in the order of the agenda, or those on one ``item``."""
    query = select(opinion).where(*_of_sitting(campaign_id, number))
    if item is not None:
        query = query.where(opinion.c.number == item)
    return list((await connection.execute(query.order_by(opinion.c.number, opinion.c.staff_id))).mappings())


async def count_opinions(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> dict[int, int]:
    """Return how many members have said something of each item; items without any are left out."""
    query = select(opinion.c.number, func.count()).where(*_of_sitting(campaign_id, number))
    return {row[0]: row[1] for row in await connection.execute(query.group_by(opinion.c.number))}


async def list_own(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, staff_id: int
) -> dict[int, str]:
    """Return what one login has chosen, by item."""
    query = select(opinion.c.number, opinion.c.choice).where(
        *_of_sitting(campaign_id, number), opinion.c.staff_id == staff_id
    )
    return {row.number: row.choice for row in await connection.execute(query)}


def waits_for_somebody(campaign_id: CampaignId, number: int) -> ColumnElement[bool]:
    """Return the condition that an account reminds a member whose opinion is lacking at the sitting (G1)."""
    late = _owed(campaign_id, number).with_only_columns(staff.c.account_id)
    owed = late.where(staff.c.account_id.is_not(None))
    return account.c.account_id.in_(owed)


async def count_lacking(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the members who owe opinions on what is not settled: login, account and the ``owed`` count."""
    owed = func.count().label("owed")
    query = _owed(campaign_id, number).with_only_columns(staff.c.staff_id, staff.c.account_id, owed)
    query = query.group_by(staff.c.staff_id, staff.c.account_id).order_by(staff.c.staff_id)
    return list((await connection.execute(query)).mappings())


async def list_waiting(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, staff_id: int
) -> Sequence[int]:
    """Return the items that are not settled and of which one login has said nothing."""
    query = _owed(campaign_id, number).where(staff.c.staff_id == staff_id)
    rows = await connection.execute(query.order_by(sitting_item.c.number))
    return [row.number for row in rows]


async def count_of_account(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, account_id: int
) -> int:
    """Return on how many items the members whom an account reminds owe an opinion (G1)."""
    query = _owed(campaign_id, number).where(staff.c.account_id == account_id)
    counted = query.with_only_columns(func.count(sitting_item.c.number.distinct()))
    return (await connection.execute(counted)).scalar_one()


async def list_waited_for(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> set[int]:
    """Return the items that are not settled and of which some member has said nothing."""
    query = _owed(campaign_id, number).with_only_columns(sitting_item.c.number).distinct()
    return set((await connection.execute(query)).scalars())


async def list_silent(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int
) -> Sequence[int]:
    """Return the logins of members who have said nothing of one item, whatever has become of it."""
    query = _lacking(campaign_id, number).where(sitting_item.c.number == item)
    rows = await connection.execute(query.order_by(staff.c.staff_id))
    return [row.staff_id for row in rows]


def _of_sitting(campaign_id: CampaignId, number: int) -> tuple[ColumnElement[bool], ...]:
    return of(opinion, campaign_id), opinion.c.sitting == number


def _owed(campaign_id: CampaignId, number: int) -> Select[Any]:
    """Return who owes an opinion on which item: what is settled waits for nobody."""
    return _lacking(campaign_id, number).where(sitting_item.c.verdict.is_(None))


def _lacking(campaign_id: CampaignId, number: int) -> Select[Any]:
    """Return who has said nothing of which item; a person's second login speaks for both."""
    other = staff.alias()
    said = (
        select(opinion.c.staff_id)
        .join(other, and_(other.c.akimat_id == opinion.c.akimat_id, other.c.staff_id == opinion.c.staff_id))
        .where(
            of(opinion, campaign_id),
            opinion.c.sitting == number,
            opinion.c.number == sitting_item.c.number,
            other.c.person_key == staff.c.person_key,
        )
        .exists()
    )
    return (
        select(staff.c.staff_id, staff.c.account_id, sitting_item.c.number)
        .select_from(sitting_member)
        .join(staff, is_login(sitting_member))
        .join(
            sitting_item,
            and_(of(sitting_item, campaign_id), sitting_item.c.sitting == sitting_member.c.sitting),
        )
        .where(
            of(sitting_member, campaign_id),
            sitting_member.c.sitting == number,
            staff.c.is_blocked.is_(False),
            ~said,
        )
    )
