"""What is on the agenda of the council's sittings: whole, a page of it, or one item (C2)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, and_, func, select, update
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from core.model.campaign import CampaignId
from core.store.base import of
from core.store.council import ADMITTED, PUT_OFF, REFUSED, sitting, sitting_item
from core.store.proposal import proposal, proposal_version
from core.store.review import site_check

_CONTENTS = proposal_version.c.contents


async def list_items(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> Sequence[RowMapping]:
    """Return the agenda of a sitting by application number, each with what its version says.

    Beside the item's own columns: ``contents``, ``territory`` and ``present_cost``, the proposal's of now.
    """
    return list((await connection.execute(_items(campaign_id, number))).mappings())


async def get_item(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int
) -> RowMapping | None:
    """Return one item as ``list_items`` does."""
    query = _items(campaign_id, number).where(sitting_item.c.number == item)
    row: RowMapping | None = (await connection.execute(query)).mappings().one_or_none()
    return row


async def list_titles(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, *, after: int = 0, limit: int | None
) -> Sequence[RowMapping]:
    """Return items without their contents, by application number from behind ``after`` on.

    Beside the item's number, verdict and drop: the author's ``title`` and ``language``, and ``title_kk`` and
    ``title_ru`` of what is concluded.
    """
    query = (
        select(
            sitting_item.c.number,
            sitting_item.c.verdict,
            sitting_item.c.dropped,
            sitting_item.c.title_kk,
            sitting_item.c.title_ru,
            _CONTENTS["title"].as_string().label("title"),
            _CONTENTS["language"].as_string().label("language"),
        )
        .join(proposal_version, _of_version())
        .where(*_own(campaign_id, number), sitting_item.c.number > after)
        .order_by(sitting_item.c.number)
        .limit(limit)
    )
    return list((await connection.execute(query)).mappings())


async def count_unsettled(
    connection: AsyncConnection, campaign_id: CampaignId, number: int
) -> tuple[int, int]:
    """Return how many items are neither concluded nor put off, and the first one's number or 0."""
    query = select(func.count(), func.min(sitting_item.c.number)).where(
        *_own(campaign_id, number), sitting_item.c.verdict.is_(None)
    )
    count, first = (await connection.execute(query)).one()
    return count, first or 0


async def list_pending(connection: AsyncConnection, campaign_id: CampaignId) -> set[int]:
    """Return the applications that an unpublished sitting is about: they are on no second agenda."""
    query = (
        select(sitting_item.c.number)
        .join(sitting, _of_sitting())
        .where(
            of(sitting_item, campaign_id),
            sitting.c.published_at.is_(None),
            func.coalesce(sitting_item.c.verdict, "") != PUT_OFF,
        )
    )
    return set((await connection.execute(query)).scalars())


async def is_concluded(connection: AsyncConnection, campaign_id: CampaignId, number: int) -> bool:
    """Say whether the council has decided on an application in a sitting that is not published yet (C4)."""
    query = select(func.count()).select_from(sitting_item.join(sitting, _of_sitting()))
    query = query.where(
        of(sitting_item, campaign_id),
        sitting_item.c.number == number,
        sitting_item.c.verdict.in_((ADMITTED, REFUSED)),
        sitting.c.published_at.is_(None),
    )
    return bool((await connection.execute(query)).scalar())


async def list_looked_at(connection: AsyncConnection, campaign_id: CampaignId) -> set[int]:
    """Return the applications whose place somebody has looked at (C5)."""
    query = select(site_check.c.number).where(of(site_check, campaign_id)).distinct()
    return set((await connection.execute(query)).scalars())


async def change_item(
    connection: AsyncConnection, campaign_id: CampaignId, number: int, item: int, **values: Any
) -> None:
    """Change columns of an item by name; ``item`` is its application number."""
    query = update(sitting_item).where(*_own(campaign_id, number), sitting_item.c.number == item)
    await connection.execute(query.values(**values))


def _items(campaign_id: CampaignId, number: int) -> Select[Any]:
    return (
        select(sitting_item, _CONTENTS, proposal.c.territory, proposal.c.cost.label("present_cost"))
        .join(proposal, _of_proposal(proposal))
        .join(proposal_version, _of_version())
        .where(*_own(campaign_id, number))
        .order_by(sitting_item.c.number)
    )


def _own(campaign_id: CampaignId, number: int) -> tuple[ColumnElement[bool], ...]:
    return of(sitting_item, campaign_id), sitting_item.c.sitting == number


def _of_version() -> ColumnElement[bool]:
    return and_(_of_proposal(proposal_version), proposal_version.c.version == sitting_item.c.version)


def _of_sitting() -> ColumnElement[bool]:
    return and_(
        sitting.c.akimat_id == sitting_item.c.akimat_id,
        sitting.c.campaign_id == sitting_item.c.campaign_id,
        sitting.c.sitting == sitting_item.c.sitting,
    )


def _of_proposal(table: Table) -> ColumnElement[bool]:
    return and_(
        sitting_item.c.akimat_id == table.c.akimat_id,
        sitting_item.c.campaign_id == table.c.campaign_id,
        sitting_item.c.number == table.c.number,
    )
