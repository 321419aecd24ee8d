"""The register of residents as keyed hashes: who is registered where, and which phones stand beside whom."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.person import Registration, RegistrationKind, Resident
from core.store.base import Slug, metadata

PersonKey = LargeBinary(32)

resident = Table(
    "resident",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("person_key", PersonKey, primary_key=True),
    Column("birth_date", Date, nullable=False),
)

registration = Table(
    "registration",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("person_key", PersonKey, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("territory", Slug, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    ForeignKeyConstraint(
        ["akimat_id", "person_key"], ["resident.akimat_id", "resident.person_key"], ondelete="CASCADE"
    ),
)

resident_phone = Table(
    "resident_phone",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("phone_key", LargeBinary(32), primary_key=True),
    Column("person_key", PersonKey, primary_key=True),
    ForeignKeyConstraint(
        ["akimat_id", "person_key"], ["resident.akimat_id", "resident.person_key"], ondelete="CASCADE"
    ),
)


def _residents(akimat_id: str) -> Select[Any]:
    return (
        select(resident.c.person_key.label("person"), resident.c.birth_date, registration)
        .outerjoin(
            registration,
            (registration.c.akimat_id == resident.c.akimat_id)
            & (registration.c.person_key == resident.c.person_key),
        )
        .where(resident.c.akimat_id == akimat_id)
        .order_by(resident.c.person_key, registration.c.ordinal)
    )


async def list_residents(connection: AsyncConnection, akimat_id: str) -> list[Resident]:
    """Return everybody in the register, for counts of those entitled."""
    rows = await connection.execute(_residents(akimat_id))
    return [_resident(list(group)) for _, group in groupby(rows, key=attrgetter("person"))]


async def get_resident(connection: AsyncConnection, akimat_id: str, person_key: bytes) -> Resident | None:
    """Return the person with every registration, or nothing where the register has no such key."""
    rows = await connection.execute(_residents(akimat_id).where(resident.c.person_key == person_key))
    found = list(rows)
    return _resident(found) if found else None


def _resident(rows: Sequence[Row[Any]]) -> Resident:
    return Resident(
        person_key=rows[0].person,
        birth_date=rows[0].birth_date,
        registrations=tuple(
            Registration(
                territory=row.territory, kind=RegistrationKind(row.kind), since=row.since, until=row.until
            )
            for row in rows
            if row.territory is not None
        ),
    )


async def lock_resident(connection: AsyncConnection, akimat_id: str, person_key: bytes) -> None:
    """Hold the person's row until the commit: two accounts that claim him at once come one by one (E2)."""
    query = select(resident.c.person_key).where(
        resident.c.akimat_id == akimat_id, resident.c.person_key == person_key
    )
    await connection.execute(query.with_for_update())


async def list_persons_of_phone(
    connection: AsyncConnection, akimat_id: str, phone_key: bytes
) -> Sequence[bytes]:
    """Return every person beside whom the register has this phone; two prove neither (E2)."""
    query = select(resident_phone.c.person_key).where(
        resident_phone.c.akimat_id == akimat_id, resident_phone.c.phone_key == phone_key
    )
    return (await connection.execute(query)).scalars().all()
