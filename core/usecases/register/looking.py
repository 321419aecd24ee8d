"""What staff see of registers that were handed in: counts, faults by line, what would change.

Nothing of a single person is among it (L2).
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.refusals import Refusal, Verdict, refuse
from core.model.register import ImportState
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.rules.register import RegisterFault, RegisterNote
from core.store import replacing, staging
from core.store import staff as staff_store
from core.usecases.office.permission import log_act, require_right
from core.usecases.register.permission import find_freeze
from core.usecases.services import Services

EXPORT_NOTES = "export-notes"
"""How the log calls the download of a register's faults."""

SHOWN_IMPORTS = 20
SHOWN_NOTES = 100
"""Notes on one page."""

_NOTES_AT_ONCE = 10_000
"""Notes that are read at a time for a download."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A register that was handed in: its file, its counts, who brought it and who settled it, by name.

    Names are empty for the operator's command. ``is_own`` says that the reader brought it himself.
    """

    import_id: int
    state: ImportState
    file_name: str
    digest: str
    rows: int
    people: int
    refused: int
    mended: int
    staged_by: str
    staged_at: datetime
    settled_by: str
    settled_at: datetime | None
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The page of registers: what was handed in, how many people are in force, what keeps it as it is."""

    imports: Sequence[Import]
    in_force: Mapping[str, int]
    frozen: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What approving would change: people by territory before and after, how many go and how many are new."""

    before: Mapping[str, int]
    after: Mapping[str, int]
    gone: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes of a page with the ordinal of the last one, and how many there are of each fault."""

    notes: Sequence[RegisterNote]
    last: int
    has_more: bool
    faults: Sequence[tuple[RegisterFault, int]]


async def list_imports(services: Services, actor: Actor, campaign_id: CampaignId) -> Overview:
    """Return the newest registers that were handed in; raise ``office-forbidden``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_REGISTER)
        names = await _names(connection, actor)
        rows = await staging.list_imports(connection, campaign_id, limit=SHOWN_IMPORTS)
        return Overview(
            imports=[_import(row, names, actor) for row in rows],
            in_force=await replacing.count_in_force(connection, actor.akimat),
            frozen=await find_freeze(services, connection, actor.akimat),
        )


async def require_import(
    services: Services, actor: Actor, campaign_id: CampaignId, import_id: int
) -> tuple[Import, Difference | None]:
    """Return a register, and while it waits what it would change.

    Raises:
        RuleViolation: ``office-forbidden``, ``import-unknown``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_REGISTER)
        row = await staging.get_import(connection, campaign_id, import_id)
        if row is None:
            raise refuse(Refusal.IMPORT_UNKNOWN)
        found = _import(row, await _names(connection, actor), actor)
        if found.state is not ImportState.WAITING:
            return found, None
        return found, Difference(
            before=await replacing.count_in_force(connection, actor.akimat),
            after=await replacing.count_staged(connection, actor.akimat, import_id),
            gone=await replacing.count_gone(connection, actor.akimat, import_id),
            new=await replacing.count_new(connection, actor.akimat, import_id),
        )


async def list_notes(
    services: Services, actor: Actor, campaign_id: CampaignId, import_id: int, *, after: int
) -> Notes:
    """Return a page of notes from behind the ordinal ``after`` on; raise as ``require_import``."""
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_REGISTER)
        if await staging.get_import(connection, campaign_id, import_id) is None:
            raise refuse(Refusal.IMPORT_UNKNOWN)
        own = (connection, actor.akimat, import_id)
        rows = await staging.list_notes(*own, after=after, limit=SHOWN_NOTES + 1)
        faults = await staging.count_faults(*own)
    shown = rows[:SHOWN_NOTES]
    return Notes(
        notes=[_note(row) for row in shown],
        last=shown[-1]["ordinal"] if shown else after,
        has_more=len(rows) > len(shown),
        faults=[(RegisterFault(fault), count) for fault, count in faults],
    )


async def every_note(
    services: Services, actor: Actor, campaign_id: CampaignId, import_id: int
) -> AsyncIterator[RegisterNote]:
    """Yield every note of a register, for a download that is logged; raise as ``require_import``."""
    async with services.database.write() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_REGISTER)
        if await staging.get_import(connection, campaign_id, import_id) is None:
            raise refuse(Refusal.IMPORT_UNKNOWN)
        await log_act(services, connection, actor, campaign_id, EXPORT_NOTES, str(import_id))
    after = 0
    while True:
        async with services.database.read() as connection:
            rows = await staging.list_notes(
                connection, actor.akimat, import_id, after=after, limit=_NOTES_AT_ONCE
            )
        for row in rows:
            yield _note(row)
        if len(rows) < _NOTES_AT_ONCE:
            return
        after = rows[-1]["ordinal"]


def _note(row: RowMapping) -> RegisterNote:
    return RegisterNote(line=row["line"], column=row["column"], fault=RegisterFault(row["fault"]))


async def _names(connection: AsyncConnection, actor: Actor) -> Mapping[int, str]:
    return {each.staff_id: each.name for each in await staff_store.list_staff(connection, actor.akimat)}


def _import(row: RowMapping, names: Mapping[int, str], actor: Actor) -> Import:
    return Import(
        import_id=row["import_id"],
        state=ImportState(row["state"]),
        file_name=row["file_name"],
        digest=row["digest"],
        rows=row["rows"],
        people=row["people"],
        refused=row["refused"],
        mended=row["mended"],
        staged_by=names.get(row["staged_by"], ""),
        staged_at=row["staged_at"],
        settled_by=names.get(row["settled_by"], ""),
        settled_at=row["settled_at"],
        is_own=row["staged_person"] == actor.person_key,
    )
