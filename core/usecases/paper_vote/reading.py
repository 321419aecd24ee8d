"""Sheets as the office sees them: how far each is, what each clerk entered, whose turn it is (E8, E10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.campaign import CampaignId
from core.model.language import Text
from core.model.paper_vote import LineState, Sheet, SheetLine, SheetState
from core.model.refusals import Refusal, refuse
from core.model.staff import Actor, Staff
from core.rulebook.model import Rulebook
from core.rules.paper_vote import lines_until
from core.rules.permissions import PERMISSIONS, OfficeAct
from core.store import paper_vote as store
from core.store import staff as staffs
from core.usecases.office.permission import require_right
from core.usecases.services import Services


class Turn(StrEnum):
    """What the reader of a sheet may do on it: nothing, a line at once, the first or the second typing."""

    NONE = "none"
    LINE = "line"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Who typed: the number of the login, the position, and the name where the reader works with him."""

    staff_id: int
    position: Text | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkCount:
    """How many lines of a sheet a clerk entered, and what became of them (E10)."""

    clerk: Clerk | None
    counts: Mapping[LineState, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCounts:
    """A sheet with the counts of each clerk."""

    sheet: Sheet
    clerks: Sequence[ClerkCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A sheet with its lines; ``differing`` lines were read differently by the two people.

    ``until`` is the hour until which lines without a connection are taken, in UTC, ``is_late`` whether it is
    over. ``next_line`` is the first line of which nothing was typed, ``None`` on a full sheet.
    """

    rulebook: Rulebook
    sheet: Sheet
    lines: Mapping[int, SheetLine]
    clerks: Sequence[ClerkCount]
    turn: Turn
    differing: Sequence[int]
    until: datetime | None
    is_late: bool
    next_line: int | None

    @property
    def refused(self) -> Sequence[SheetLine]:
        """Return the lines whose envelopes stay closed."""
        return [line for line in self.lines.values() if line.state is LineState.REFUSED]


async def list_sheets(services: Services, actor: Actor, campaign_id: CampaignId) -> Sequence[SheetCounts]:
    """Return every sheet with counts per clerk, open to the observer too (E10).

    Raises:
        RuleViolation: ``campaign-unknown`` or ``office-forbidden``.
    """
    async with services.database.read() as connection:
        await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SHEETS)
        found = await store.list_sheets(connection, campaign_id)
        counts = await _counts(connection, actor, campaign_id)
    return [SheetCounts(sheet=sheet, clerks=counts.get(sheet.number, ())) for sheet in found]


async def view_sheet(services: Services, actor: Actor, campaign_id: CampaignId, number: int) -> SheetView:
    """Return a sheet for its page.

    Raises:
        RuleViolation: ``campaign-unknown``, ``office-forbidden`` or ``sheet-unknown``.
    """
    async with services.database.read() as connection:
        rulebook = await require_right(services, connection, actor, campaign_id, OfficeAct.VIEW_SHEETS)
        sheet = await store.get_sheet(connection, campaign_id, number)
        if sheet is None:
            raise refuse(Refusal.SHEET_UNKNOWN, number=number)
        lines = await store.list_lines(connection, campaign_id, number)
        counts = await _counts(connection, actor, campaign_id)
        people = {each.staff_id: each for each in await staffs.list_staff(connection, actor.akimat)}
    until = lines_until(rulebook, sheet.territory)
    is_compared = sheet.second_by is not None
    return SheetView(
        rulebook=rulebook,
        sheet=sheet,
        lines=lines,
        clerks=counts.get(number, ()),
        turn=_turn(actor, sheet, lines, people),
        differing=[line.line for line in lines.values() if is_compared and not line.agrees],
        until=until,
        is_late=until is not None and services.clock.now() >= until,
        next_line=_next_line(sheet, lines),
    )


def _turn(actor: Actor, sheet: Sheet, lines: Mapping[int, SheetLine], people: Mapping[int, Staff]) -> Turn:
    """Return what a page offers; the use case asks again."""
    may = {act for act in (OfficeAct.ENTER_SHEET, OfficeAct.CONFIRM_SHEET) if _may(actor, act)}
    first = {line.first_by for line in lines.values()} | {sheet.first_by}
    typists = {each.person_key for staff_id, each in people.items() if staff_id in first}
    has_typed = actor.person_key in typists
    match sheet.state:
        case SheetState.OPEN if OfficeAct.ENTER_SHEET in may:
            return Turn.LINE if sheet.is_connected else Turn.FIRST
        case SheetState.TYPED if not has_typed and OfficeAct.CONFIRM_SHEET in may:
            return Turn.SECOND
        case SheetState.TYPED if has_typed and not sheet.is_connected and OfficeAct.ENTER_SHEET in may:
            return Turn.FIRST
        case _:
            return Turn.NONE


def _may(actor: Actor, act: OfficeAct) -> bool:
    return bool(PERMISSIONS[act].roles & actor.roles)


def _next_line(sheet: Sheet, lines: Mapping[int, SheetLine]) -> int | None:
    last = max(lines, default=0)
    if last < sheet.lines:
        return last + 1
    return next((line for line in range(1, sheet.lines + 1) if line not in lines), None)


async def _counts(
    connection: AsyncConnection, actor: Actor, campaign_id: CampaignId
) -> Mapping[int, Sequence[ClerkCount]]:
    people = {each.staff_id: each for each in await staffs.list_staff(connection, actor.akimat)}
    grouped: dict[int, dict[int | None, dict[LineState, int]]] = {}
    for row in await store.count_lines(connection, campaign_id):
        of_sheet = grouped.setdefault(row["sheet"], {})
        of_sheet.setdefault(row["first_by"], {})[LineState(row["state"])] = row["count"]
    return {
        sheet: [
            ClerkCount(clerk=_clerk(actor, people, staff_id), counts=counts)
            for staff_id, counts in of_sheet.items()
        ]
        for sheet, of_sheet in grouped.items()
    }


def _clerk(actor: Actor, people: Mapping[int, Staff], staff_id: int | None) -> Clerk | None:
    """Return who typed; an observer tells logins apart, and knows by whose office, but no name (L1)."""
    if staff_id is None:
        return None
    found = people.get(staff_id)
    is_colleague = _may(actor, OfficeAct.SCAN_SLIPS)
    return Clerk(
        staff_id=staff_id,
        position=found.position if found is not None else None,
        name=found.name if found is not None and is_colleague else "",
    )
