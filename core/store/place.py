"""Accounts with language and reachability, and the place each has chosen."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    delete,
    false,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.store.base import AccountId, Instant, Slug, add_missing, key, metadata, of, upsert
from core.store.helper import helping

account = Table(
    "account",
    metadata,
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("language", String(2)),
    Column("akimat_id", Slug),
    Column("is_stopped", Boolean, nullable=False, default=False),
    Column("is_unreachable", Boolean, nullable=False, default=False),
    Column("first_seen_at", Instant, nullable=False),
    # How reminders come: each by itself, once a day together, or not at all (G1).
    Column("reminders", String(8), nullable=False, default="each", server_default="each"),
    # Whether the person has asked for no more announcements; notices still come (G2).
    Column("is_unannounced", Boolean, nullable=False, default=False, server_default=false()),
)

place = Table(
    "place",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("account_id", AccountId, primary_key=True, autoincrement=False),
    Column("campaign_id", Slug, nullable=False),
    Column("territory", Slug, nullable=False),
    ForeignKeyConstraint(["account_id"], ["account.account_id"], ondelete="CASCADE"),
    Index("ix_place_territory", "akimat_id", "campaign_id", "territory"),
)


async def get_viewer(connection: AsyncConnection, account_id: int) -> RowMapping | None:
    """Return the account with its current place, and until when it serves others (K1).

    The place's columns are empty before one is chosen, ``helping_until`` outside of helper mode.
    """
    query = (
        select(account, place.c.campaign_id, place.c.territory, helping.c.ends_at.label("helping_until"))
        .outerjoin(
            place, (place.c.akimat_id == account.c.akimat_id) & (place.c.account_id == account.c.account_id)
        )
        .outerjoin(helping, helping.c.account_id == account.c.account_id)
        .where(account.c.account_id == account_id)
    )
    return (await connection.execute(query)).mappings().one_or_none()


async def lock_account(connection: AsyncConnection, account_id: int) -> None:
    """Hold the account's row until the commit, so that what is counted of it is counted one by one."""
    query = select(account.c.account_id).where(account.c.account_id == account_id).with_for_update()
    await connection.execute(query)


async def add_account(connection: AsyncConnection, account_id: int, now: datetime) -> None:
    """Enter an account at its first sight; a second sight changes nothing."""
    await add_missing(connection, account, {"account_id": account_id, "first_seen_at": now})


async def set_language(connection: AsyncConnection, account_id: int, language: str) -> None:
    """Keep the language that the person has chosen."""
    await connection.execute(
        update(account).where(account.c.account_id == account_id).values(language=language)
    )


async def set_reachability(
    connection: AsyncConnection,
    account_id: int,
    *,
    is_stopped: bool | None = None,
    is_unreachable: bool | None = None,
) -> None:
    """Keep whether the person wants notices and whether the messenger delivers them (G4)."""
    changes = {"is_stopped": is_stopped, "is_unreachable": is_unreachable}
    values = {name: value for name, value in changes.items() if value is not None}
    await connection.execute(update(account).where(account.c.account_id == account_id).values(**values))


async def set_unreachable(connection: AsyncConnection, accounts: Sequence[int]) -> None:
    """Keep that the messenger delivers nothing to these accounts (G4)."""
    await connection.execute(
        update(account).where(account.c.account_id.in_(accounts)).values(is_unreachable=True)
    )


async def set_place(
    connection: AsyncConnection, campaign_id: CampaignId, account_id: int, territory: str
) -> None:
    """Keep the chosen place and make its akimat the account's current one (P9)."""
    await upsert(
        connection,
        place,
        {
            **key(campaign_id),
            "account_id": account_id,
            "territory": territory,
        },
    )
    await connection.execute(
        update(account).where(account.c.account_id == account_id).values(akimat_id=campaign_id.akimat)
    )


async def get_place(connection: AsyncConnection, campaign_id: CampaignId, account_id: int) -> str | None:
    """Return the territory that the account has chosen in the campaign."""
    query = select(place.c.territory).where(of(place, campaign_id), place.c.account_id == account_id)
    return (await connection.execute(query)).scalar_one_or_none()


async def set_reminders(connection: AsyncConnection, account_id: int, manner: str) -> None:
    """Keep how reminders come to the account (G1)."""
    await connection.execute(
        update(account).where(account.c.account_id == account_id).values(reminders=manner)
    )


async def set_announced(connection: AsyncConnection, account_id: int, *, is_announced: bool) -> None:
    """Keep whether the account wants announcements (G2)."""
    await connection.execute(
        update(account).where(account.c.account_id == account_id).values(is_unannounced=not is_announced)
    )


async def delete_places(connection: AsyncConnection, account_id: int) -> None:
    """Forget every place of an account and which of them was current (M1)."""
    await connection.execute(update(account).where(account.c.account_id == account_id).values(akimat_id=None))
    await connection.execute(delete(place).where(place.c.account_id == account_id))
