"""Reading the two logs: what was done, and who looked at personal data (L1).

An observer reads that something was done and by whose office, but no name, no login and nothing of what was
changed: that may be somebody's data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import RowMapping

from core.model.language import Text
from core.model.staff import Actor, Role, Staff
from core.rules.permissions import OfficeAct
from core.store import audit
from core.store import staff as store
from core.usecases.office.permission import require_akimat_right
from core.usecases.services import Services

PAGE_LENGTH = 50
"""Lines of a page."""

_OWN_AFFAIRS = ("staff-", "sign-in", "password")
"""Acts whose subject is somebody's login."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """A line of a log; ``who`` is empty for the operator's commands, ``name`` also for an observer."""

    entry: int
    at: datetime
    campaign: str
    act: str
    subject: str
    name: str
    position: Text | None
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """Lines, the newest first, and the entry before which older ones follow, 0 for none."""

    lines: Sequence[LogLine]
    older: int
    people: Sequence[Staff]
    acts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which lines are asked for: below an entry, of one login, of one act; 0 and empty ask for all."""

    before: int = 0
    staff_id: int = 0
    act: str = ""


async def read_acts(services: Services, actor: Actor, asked: LogFilter) -> LogPage:
    """Return a page of what was done; raise ``office-forbidden``."""
    return await _read(services, actor, asked, is_access=False)


async def read_accesses(services: Services, actor: Actor, asked: LogFilter) -> LogPage:
    """Return a page of looks at personal data; raise ``office-forbidden``."""
    return await _read(services, actor, asked, is_access=True)


async def _read(services: Services, actor: Actor, asked: LogFilter, *, is_access: bool) -> LogPage:
    require_akimat_right(actor, OfficeAct.VIEW_LOGS)
    is_whole = Role.SYSTEM_ADMINISTRATOR in actor.roles
    # Nobody tells by a filter what the lines themselves do not show.
    staff_id = asked.staff_id if is_whole else 0
    values = {
        "before": asked.before or None,
        "limit": PAGE_LENGTH + 1,
        "staff_id": staff_id or None,
        "act": asked.act or None,
    }
    read = audit.list_accesses if is_access else audit.list_acts
    async with services.database.read() as connection:
        rows = await read(connection, actor.akimat, **values)  # type: ignore[arg-type]
        people = await store.list_staff(connection, actor.akimat)
        acts = await audit.list_kinds(connection, actor.akimat, is_access=is_access)
    by_id = {each.staff_id: each for each in people}
    lines = [_line(row, by_id.get(row["staff_id"]), is_whole=is_whole) for row in rows[:PAGE_LENGTH]]
    older = lines[-1].entry if len(rows) > PAGE_LENGTH else 0
    return LogPage(lines=lines, older=older, people=people if is_whole else (), acts=acts)


def _line(row: RowMapping, staff: Staff | None, *, is_whole: bool) -> LogLine:
    act = row["act"] if "act" in row else row["what"]
    is_shown = is_whole or not act.startswith(_OWN_AFFAIRS)
    return LogLine(
        entry=row["entry"],
        at=row["at"],
        campaign=row["campaign_id"] or "",
        act=act,
        subject=row["subject"] if is_shown else "",
        name=f"{staff.name} ({staff.login})" if staff is not None and is_whole else "",
        position=staff.position if staff is not None else None,
        before=(row.get("before") or {}) if is_whole else {},
        after=(row.get("after") or {}) if is_whole else {},
    )
