"""Logins of the akimat's staff with their roles, their sessions, and the accounts that remind them (L1)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.language import Language
from core.model.language import Text as BothTexts
from core.model.staff import Role, Staff
from core.store.base import AccountId, Instant, Slug, metadata
from core.store.register import PersonKey

staff = Table(
    "staff",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("login", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("position_kk", Text, nullable=False),
    Column("position_ru", Text, nullable=False),
    # Two logins of one person are one person where two are needed (L1).
    Column("person_key", PersonKey, nullable=False),
    Column("language", String(2), nullable=False),
    Column("password_hash", Text, nullable=False),
    # Sealed with the office's key: a backup without the keys signs nobody in.
    Column("totp_sealed", LargeBinary, nullable=False),
    # The last interval whose code was taken: a code is good once.
    Column("totp_step", BigInteger, nullable=False, default=0),
    # Who handed out what it signs in with; empty for the operator.
    Column("credentials_by", PersonKey),
    Column("must_change_password", Boolean, nullable=False, default=True),
    Column("is_blocked", Boolean, nullable=False, default=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Instant),
    # Where reminders go that name no resident; empty: nowhere.
    Column("account_id", AccountId),
    Column("created_at", Instant, nullable=False),
    ForeignKeyConstraint(["akimat_id"], ["akimat.akimat_id"]),
    Index("uq_staff_login", "login", unique=True),
)

staff_role = Table(
    "staff_role",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("staff_id", Integer, primary_key=True, autoincrement=False),
    Column("role", String(32), primary_key=True),
    ForeignKeyConstraint(
        ["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"], ondelete="CASCADE"
    ),
)

staff_session = Table(
    "staff_session",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("staff_id", Integer, nullable=False),
    Column("form_key", LargeBinary(32), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"], ondelete="CASCADE"
    ),
    Index("ix_staff_session_token", "token_hash"),
)

staff_invitation = Table(
    "staff_invitation",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    # Of the token in a deep link, by which a member of staff names the account that reminds him.
    Column("token_hash", LargeBinary(32), primary_key=True),
    Column("staff_id", Integer, nullable=False),
    Column("expires_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["akimat_id", "staff_id"], ["staff.akimat_id", "staff.staff_id"], ondelete="CASCADE"
    ),
    Index("ix_staff_invitation_token", "token_hash"),
)


async def add_staff(
    connection: AsyncConnection, akimat_id: str, roles: Collection[Role], **values: Any
) -> int:
    """Enter a login and return its number; ``values`` are columns by name."""
    highest = select(func.max(staff.c.staff_id)).where(staff.c.akimat_id == akimat_id)
    staff_id = ((await connection.execute(highest)).scalar() or 0) + 1
    await connection.execute(insert(staff).values(akimat_id=akimat_id, staff_id=staff_id, **values))
    await replace_roles(connection, akimat_id, staff_id, roles)
    return staff_id


async def replace_roles(
    connection: AsyncConnection, akimat_id: str, staff_id: int, roles: Collection[Role]
) -> None:
    """Make these the roles of the login."""
    own = (staff_role.c.akimat_id == akimat_id, staff_role.c.staff_id == staff_id)
    await connection.execute(delete(staff_role).where(*own))
    rows = [{"akimat_id": akimat_id, "staff_id": staff_id, "role": role.value} for role in sorted(roles)]
    if rows:
        await connection.execute(insert(staff_role), rows)


async def change_staff(connection: AsyncConnection, akimat_id: str, staff_id: int, **values: Any) -> None:
    """Change columns of a login by name."""
    own = (staff.c.akimat_id == akimat_id, staff.c.staff_id == staff_id)
    await connection.execute(update(staff).where(*own).values(**values))


async def find_login(connection: AsyncConnection, login: str) -> RowMapping | None:
    """Return the row of a login in any akimat, locked until the commit: attempts are counted one by one."""
    query = select(staff).where(staff.c.login == login).with_for_update()
    return (await connection.execute(query)).mappings().one_or_none()


async def lock_staff(connection: AsyncConnection, akimat_id: str) -> None:
    """Hold the akimat's logins until the commit, in one order."""
    query = select(staff.c.staff_id).where(staff.c.akimat_id == akimat_id)
    await connection.execute(query.order_by(staff.c.staff_id).with_for_update())


async def get_staff(connection: AsyncConnection, akimat_id: str, staff_id: int) -> Staff | None:
    """Return a login with its roles."""
    found = await list_staff(connection, akimat_id, staff_id)
    return found[0] if found else None


async def list_handed_by(connection: AsyncConnection, akimat_id: str, person_key: bytes) -> frozenset[bytes]:
    """Return who handed out what the logins of this person open with (L1)."""
    query = select(staff.c.credentials_by).where(
        staff.c.akimat_id == akimat_id,
        staff.c.person_key == person_key,
        staff.c.credentials_by.is_not(None),
    )
    return frozenset((await connection.execute(query)).scalars())


async def list_staff(
    connection: AsyncConnection, akimat_id: str, staff_id: int | None = None
) -> Sequence[Staff]:
    """Return the akimat's logins with their roles, by number, or the one asked for."""
    query = select(staff).where(staff.c.akimat_id == akimat_id).order_by(staff.c.staff_id)
    if staff_id is not None:
        query = query.where(staff.c.staff_id == staff_id)
    rows = list(await connection.execute(query))
    roles = await connection.execute(select(staff_role).where(staff_role.c.akimat_id == akimat_id))
    by_login: dict[int, set[Role]] = {}
    for row in roles:
        by_login.setdefault(row.staff_id, set()).add(Role(row.role))
    return [_read_staff(row, by_login.get(row.staff_id, set())) for row in rows]


def _read_staff(row: Row[Any], roles: set[Role]) -> Staff:
    return Staff(
        akimat=row.akimat_id,
        staff_id=row.staff_id,
        login=row.login,
        name=row.name,
        position=BothTexts(kk=row.position_kk, ru=row.position_ru),
        person_key=row.person_key,
        roles=frozenset(roles),
        language=Language(row.language),
        is_blocked=row.is_blocked,
        must_change_password=row.must_change_password,
        locked_until=row.locked_until,
        credentials_by=row.credentials_by,
    )


async def add_session(connection: AsyncConnection, row: Mapping[str, Any]) -> None:
    """Begin a session; ``row`` has every column by name."""
    await connection.execute(insert(staff_session).values(**row))


async def get_session(connection: AsyncConnection, token_hash: bytes) -> RowMapping | None:
    """Return the session of a cookie's token, in whichever akimat it is."""
    query = select(staff_session).where(staff_session.c.token_hash == token_hash)
    return (await connection.execute(query)).mappings().one_or_none()


async def touch_session(connection: AsyncConnection, token_hash: bytes, seen_at: datetime) -> None:
    """Note that a session was used at ``seen_at``, in real time."""
    own = staff_session.c.token_hash == token_hash
    await connection.execute(update(staff_session).where(own).values(seen_at=seen_at))


async def end_sessions(
    connection: AsyncConnection, akimat_id: str, staff_id: int, *, but: bytes | None = None
) -> None:
    """End every session of a login except the one whose token has the hash ``but``."""
    query = delete(staff_session).where(
        staff_session.c.akimat_id == akimat_id, staff_session.c.staff_id == staff_id
    )
    if but is not None:
        query = query.where(staff_session.c.token_hash != but)
    await connection.execute(query)


async def end_session(connection: AsyncConnection, token_hash: bytes) -> None:
    """End one session."""
    await connection.execute(delete(staff_session).where(staff_session.c.token_hash == token_hash))


async def add_invitation(connection: AsyncConnection, row: Mapping[str, Any]) -> None:
    """Keep the hash of a link by which a member of staff names his account."""
    await connection.execute(insert(staff_invitation).values(**row))


async def take_invitation(connection: AsyncConnection, token_hash: bytes) -> RowMapping | None:
    """Return whom a link was made for and forget it: it is good once."""
    statement = (
        delete(staff_invitation)
        .where(staff_invitation.c.token_hash == token_hash)
        .returning(staff_invitation)
    )
    return (await connection.execute(statement)).mappings().one_or_none()


async def get_account(connection: AsyncConnection, akimat_id: str, staff_id: int) -> int | None:
    """Return the account to which a login's reminders go."""
    query = select(staff.c.account_id).where(staff.c.akimat_id == akimat_id, staff.c.staff_id == staff_id)
    return (await connection.execute(query)).scalar_one_or_none()
