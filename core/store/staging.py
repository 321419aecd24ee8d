"""Registers that wait for a second person: what was read, as keyed hashes, and every bad line (L3)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    true,
    update,
)
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.register import ImportState
from core.store.base import Instant, Slug, add_missing_rows, key, metadata, of
from core.store.register import PersonKey

register_import = Table(
    "register_import",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("campaign_id", Slug, nullable=False),
    Column("state", String(12), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("mended", Integer, nullable=False),
    # Empty for the operator's own command.
    Column("staged_by", Integer),
    Column("staged_person", PersonKey),
    Column("staged_at", Instant, nullable=False),
    Column("settled_by", Integer),
    Column("settled_at", Instant),
    ForeignKeyConstraint(["akimat_id", "campaign_id"], ["campaign.akimat_id", "campaign.campaign_id"]),
)


def _of_import() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["akimat_id", "import_id"],
        ["register_import.akimat_id", "register_import.import_id"],
        ondelete="CASCADE",
    )


register_note = Table(
    "register_note",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, nullable=False),
    Column("column", String(32), nullable=False),
    Column("fault", String(32), nullable=False),
    _of_import(),
)

staged_registration = Table(
    "staged_registration",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("person_key", PersonKey, primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("birth_date", Date, nullable=False),
    Column("territory", Slug, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    _of_import(),
)

staged_phone = Table(
    "staged_phone",
    metadata,
    Column("akimat_id", Slug, primary_key=True),
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("phone_key", LargeBinary(32), primary_key=True),
    Column("person_key", PersonKey, primary_key=True),
    _of_import(),
)


def _of(table: Table, akimat_id: str, import_id: int) -> tuple[Any, Any]:
    return table.c.akimat_id == akimat_id, table.c.import_id == import_id


async def lock_imports(connection: AsyncConnection, akimat_id: str) -> None:
    """Let one transaction after the other touch the akimat's register; SQLite does so by itself.

    Taken before the rows of campaigns: a register belongs to all of an akimat's campaigns.
    """
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock(func.hashtext(f"{register_import.name}:{akimat_id}"))
        await connection.execute(select(lock))


async def add_import(connection: AsyncConnection, campaign_id: CampaignId, **values: Any) -> int:
    """Begin a register that is being read and return its number; ``values`` are columns by name."""
    newest = select(func.max(register_import.c.import_id)).where(
        register_import.c.akimat_id == campaign_id.akimat
    )
    import_id = ((await connection.execute(newest)).scalar() or 0) + 1
    counts = {"rows": 0, "people": 0, "refused": 0, "mended": 0}
    begun = {**key(campaign_id), **counts, "import_id": import_id, "state": ImportState.READING.value}
    await connection.execute(insert(register_import).values(**{**begun, **values}))
    return import_id


async def change_import(connection: AsyncConnection, akimat_id: str, import_id: int, **values: Any) -> None:
    """Change columns of an import by name."""
    own = _of(register_import, akimat_id, import_id)
    await connection.execute(update(register_import).where(*own).values(**values))


async def settle_waiting(
    connection: AsyncConnection,
    akimat_id: str,
    state: ImportState,
    *,
    now: datetime,
    before: datetime | None = None,
) -> int:
    """Let the akimat's imports wait no longer, or those handed in before ``before``; return how many."""
    statement = (
        update(register_import)
        .where(
            register_import.c.akimat_id == akimat_id,
            register_import.c.state == ImportState.WAITING.value,
            register_import.c.staged_at < before if before is not None else true(),
        )
        .values(state=state.value, settled_at=now)
    )
    return (await connection.execute(statement)).rowcount


async def get_import(
    connection: AsyncConnection, campaign_id: CampaignId, import_id: int, *, lock: bool = False
) -> RowMapping | None:
    """Return an import of the campaign; ``lock`` holds its row until the commit."""
    query = select(register_import).where(
        of(register_import, campaign_id), register_import.c.import_id == import_id
    )
    if lock:
        query = query.with_for_update()
    return (await connection.execute(query)).mappings().one_or_none()


async def list_imports(
    connection: AsyncConnection, campaign_id: CampaignId, *, limit: int
) -> Sequence[RowMapping]:
    """Return the campaign's imports, the newest first."""
    query = select(register_import).where(of(register_import, campaign_id))
    query = query.order_by(register_import.c.import_id.desc()).limit(limit)
    return list((await connection.execute(query)).mappings())


async def add_portion(
    connection: AsyncConnection,
    akimat_id: str,
    import_id: int,
    *,
    registrations: Sequence[Mapping[str, Any]],
    phones: Sequence[Mapping[str, Any]],
    notes: Sequence[Mapping[str, Any]],
) -> None:
    """Add what was read of a part of the file; a telephone may come beside the same person again."""
    own = {"akimat_id": akimat_id, "import_id": import_id}
    for table, rows in ((staged_registration, registrations), (register_note, notes)):
        if rows:
            await connection.execute(insert(table), [{**row, **own} for row in rows])
    if phones:
        await add_missing_rows(connection, staged_phone, [{**row, **own} for row in phones])


async def count_people(connection: AsyncConnection, akimat_id: str, import_id: int) -> int:
    """Return how many people an import has."""
    people = func.count(staged_registration.c.person_key.distinct())
    query = select(people).where(*_of(staged_registration, akimat_id, import_id))
    return (await connection.execute(query)).scalar_one()


async def list_notes(
    connection: AsyncConnection, akimat_id: str, import_id: int, *, after: int = 0, limit: int
) -> Sequence[RowMapping]:
    """Return notes on lines in the order of the file, from behind the ordinal ``after`` on."""
    query = select(register_note).where(*_of(register_note, akimat_id, import_id))
    query = query.where(register_note.c.ordinal > after).order_by(register_note.c.ordinal).limit(limit)
    return list((await connection.execute(query)).mappings())


async def count_faults(
    connection: AsyncConnection, akimat_id: str, import_id: int
) -> Sequence[tuple[str, int]]:
    """Return how many notes there are of each fault, the most frequent first."""
    query = (
        select(register_note.c.fault, func.count())
        .where(*_of(register_note, akimat_id, import_id))
        .group_by(register_note.c.fault)
        .order_by(func.count().desc(), register_note.c.fault)
    )
    return [(fault, count) for fault, count in await connection.execute(query)]


async def delete_staged(
    connection: AsyncConnection, akimat_id: str, import_id: int, *, limit: int, and_notes: bool = False
) -> int:
    """Delete some ``limit`` rows of an import's people and return how many there were, 0 at the end.

    Its counts stay, its notes as well without ``and_notes``. Registrations go last: by them the night finds
    what was left.
    """
    notes = (register_note.c.ordinal,) if and_notes else ()
    for by in (*notes, staged_phone.c.phone_key, staged_registration.c.person_key):
        own = _of(by.table, akimat_id, import_id)
        # By the key's own order, so that no portion reads what the next ones delete.
        last = select(by).where(*own).order_by(by).offset(limit - 1).limit(1)
        bound = (await connection.execute(last)).scalar()
        some = delete(by.table).where(*own, by <= bound if bound is not None else true())
        if deleted := (await connection.execute(some)).rowcount:
            return deleted
    return 0


async def delete_import(connection: AsyncConnection, akimat_id: str, import_id: int) -> None:
    """Delete an import that was never whole, with everything of it that is still there."""
    for table in (staged_phone, staged_registration, register_note, register_import):
        await connection.execute(delete(table).where(*_of(table, akimat_id, import_id)))


def _imports(akimat_id: str, *states: ImportState) -> Select[int]:
    return select(register_import.c.import_id).where(
        register_import.c.akimat_id == akimat_id, register_import.c.state.in_(states)
    )


async def list_interrupted(connection: AsyncConnection, akimat_id: str, before: datetime) -> Sequence[int]:
    """Return imports that were begun before ``before`` and are still not whole."""
    query = _imports(akimat_id, ImportState.READING).where(register_import.c.staged_at < before)
    return (await connection.execute(query)).scalars().all()


async def list_settled_with_people(connection: AsyncConnection, akimat_id: str) -> Sequence[int]:
    """Return imports that wait no longer and whose people are still here."""
    kept = select(staged_registration.c.import_id).where(staged_registration.c.akimat_id == akimat_id)
    live = (ImportState.READING, ImportState.WAITING)
    query = _imports(akimat_id, *(state for state in ImportState if state not in live))
    return (await connection.execute(query.where(register_import.c.import_id.in_(kept)))).scalars().all()


async def delete_notes(connection: AsyncConnection, akimat_id: str, before: datetime) -> int:
    """Delete the notes of imports that were settled before ``before``; return how many there were."""
    old = _imports(akimat_id, *ImportState).where(register_import.c.settled_at < before)
    own = (register_note.c.akimat_id == akimat_id, register_note.c.import_id.in_(old))
    return (await connection.execute(delete(register_note).where(*own))).rowcount
