"""Forms of the office that came after their session had ended: kept for minutes, sealed, under the login."""

from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, Integer, LargeBinary, Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.store.base import Instant, Slug, metadata
from core.store.staff import staff_session

kept_form = Table(
    "kept_form",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # One form for a login: the last one that came too late.
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    # Address and fields, sealed with the office's key: a backup without the keys tells nothing of them.
    Column("sealed", LargeBinary, nullable=False),
    Column("kept_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"], ondelete="CASCADE"
    ),
)


async def whose_form(
    connection: AsyncConnection, token_hash: bytes, form_key: bytes
) -> tuple[str, int] | None:
    """Return akimat and login of a cookie's session, running or over, if a form's key was made for it.

    ``None`` for a key that was made for somebody else: another's form is never kept under this login.
    """
    cookie, page = staff_session.alias(), staff_session.alias()
    is_own = (page.c.akimat_id == cookie.c.akimat_id) & (page.c.staff_id == cookie.c.staff_id)
    query = (
        select(cookie.c.akimat_id, cookie.c.staff_id)
        .join(page, is_own)
        .where(cookie.c.token_hash == token_hash, page.c.form_key == form_key)
    )
    row = (await connection.execute(query.limit(1))).one_or_none()
    return None if row is None else (row.akimat_id, row.staff_id)


async def keep(
    connection: AsyncConnection, akimat_id: str, staff_id: int, sealed: bytes, kept_at: datetime
) -> None:
    """Keep a sealed form of a login instead of the one before, from ``kept_at`` on, in real time."""
    await drop(connection, akimat_id, staff_id)
    row = {"akimat_id": akimat_id, "staff_id": staff_id, "sealed": sealed, "kept_at": kept_at}
    await connection.execute(insert(kept_form).values(**row))


async def get_kept(
    connection: AsyncConnection, akimat_id: str, staff_id: int, since: datetime
) -> bytes | None:
    """Return the sealed form of a login that was kept at ``since`` or later, in real time."""
    query = select(kept_form.c.sealed).where(
        kept_form.c.akimat_id == akimat_id, kept_form.c.staff_id == staff_id, kept_form.c.kept_at >= since
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def drop(connection: AsyncConnection, akimat_id: str, staff_id: int) -> None:
    """Forget the form of a login."""
    own = (kept_form.c.akimat_id == akimat_id, kept_form.c.staff_id == staff_id)
    await connection.execute(delete(kept_form).where(*own))


async def delete_over(connection: AsyncConnection, akimat_id: str, before: datetime) -> int:
    """Delete the forms that were kept before ``before``, in real time; return how many."""
    statement = delete(kept_form).where(kept_form.c.akimat_id == akimat_id, kept_form.c.kept_at < before)
    return (await connection.execute(statement)).rowcount
