"""The pages of the residents' register: load, look, approve or send back (L3)."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from core.documents.spreadsheet import csv
from core.language.markup import plain
from core.model.refusals import RuleViolation
from core.model.register import ImportState
from core.rules.permissions import OfficeAct
from core.rules.register import COLUMNS, RegisterFault, RegisterNote
from core.usecases.register.approving import approve_register, reject_register
from core.usecases.register.looking import (
    Difference,
    Import,
    every_note,
    list_imports,
    list_notes,
    require_import,
)
from core.usecases.register.staging import most_lines, stage_register
from web.limits import MEGABYTE
from web.office import tables
from web.office.desk import Desk, Office, read_number
from web.pages import SANDBOXED

REGISTER_TEXTS = (
    "register-count",
    "register-moment",
    "register-title",
    "register-intro",
    "register-in-force",
    "register-in-force-none",
    "register-territory",
    "register-people",
    "register-people-twice",
    "register-load",
    "register-frozen-now",
    "register-file",
    "register-file-hint",
    "register-columns",
    "register-columns-first",
    "button-register-load",
    "register-load-slow",
    "register-imports",
    "register-imports-none",
    "register-number",
    "register-when",
    "register-by",
    "register-operator",
    "register-state",
    "register-import-title",
    "register-file-name",
    "register-file-unnamed",
    "register-digest",
    "register-rows",
    "register-refused",
    "register-mended",
    "register-settled",
    "register-settled-by",
    "register-change",
    "register-before",
    "register-after",
    "register-total-new",
    "register-total-gone",
    "register-gone-warn",
    "register-nobody",
    "register-own",
    "register-approve-why",
    "button-register-approve",
    "register-reject-why",
    "button-register-reject",
    "register-notes",
    "register-notes-none",
    "register-notes-why",
    "register-notes-download",
    "register-fault",
    "register-fault-count",
    "register-line",
    "register-column",
)
STATE_TEXTS = tuple(f"register-state-{state}" for state in ImportState)
COLUMN_TEXTS = tuple(f"register-column-{column}" for column in COLUMNS)
FAULT_TEXTS = tuple(f"register-fault-{fault}" for fault in RegisterFault)
"""What the templates say."""

_MANY_GONE = 10
"""One in so many people gone is worth a warning: a file may have been cut."""

_READ_AT_ONCE = 1
"""Registers that are read at the same time; others wait on the disk."""


class RegisterPages:
    """`/{campaign}/register` and the imports below it."""

    def __init__(self) -> None:
        """Let one file be read at a time."""
        self._room = asyncio.Semaphore(_READ_AT_ONCE)

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/register", self.show)
        office.take("/{campaign}/register", self.load, is_table=True)
        office.show("/{campaign}/register/{import}", self.look)
        office.take("/{campaign}/register/{import}/approve", self.approve)
        office.take("/{campaign}/register/{import}/reject", self.reject)
        office.show("/{campaign}/register/{import}/notes.csv", self.notes)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the register in force, the form for another one, and what was loaded."""
        return desk.show("register.html", **await _overview(desk))

    async def load(self, desk: Desk) -> web.StreamResponse:
        """Read a file and lead to what came of it."""
        content, name = tables.chosen(desk)
        try:
            async with self._room:
                import_id = await stage_register(desk.services, desk.actor, desk.campaign_id, content, name)
        except RuleViolation as violation:
            return desk.refused("register.html", violation, **await _overview(desk))
        raise desk.go(f"/{desk.campaign_id.campaign}/register/{import_id}")

    async def look(self, desk: Desk) -> web.StreamResponse:
        """Show a register that was loaded."""
        return desk.show("import.html", **await _import(desk))

    async def approve(self, desk: Desk) -> web.StreamResponse:
        """Put it in force, or show it again with what stands against that."""
        try:
            await approve_register(desk.services, desk.actor, desk.campaign_id, _number(desk))
        except RuleViolation as violation:
            return desk.refused("import.html", violation, **await _import(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/register/{_number(desk)}")

    async def reject(self, desk: Desk) -> web.StreamResponse:
        """Send it back, or show it again with what stands against that."""
        try:
            await reject_register(desk.services, desk.actor, desk.campaign_id, _number(desk))
        except RuleViolation as violation:
            return desk.refused("import.html", violation, **await _import(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/register/{_number(desk)}")

    async def notes(self, desk: Desk) -> web.StreamResponse:
        """Give every note as a table."""
        number = _number(desk)
        found = every_note(desk.services, desk.actor, desk.campaign_id, number)
        body = await asyncio.to_thread(_table, desk, [note async for note in found])
        answer = web.Response(body=body, content_type="text/csv")
        name = f"{desk.campaign_id.campaign}-register-{number}.csv"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer[SANDBOXED] = True
        return answer


def _number(desk: Desk) -> int:
    return read_number(desk.request.match_info["import"])


def _table(desk: Desk, notes: Sequence[RegisterNote]) -> bytes:
    words = desk.pages.locales.words(desk.language)
    heading = [plain(words(f"register-{name}")) for name in ("line", "column", "fault")]
    faults = {fault: plain(words(f"register-fault-{fault}")) for fault in RegisterFault}
    return csv(heading, ([note.line, note.column, faults[note.fault]] for note in notes))


def _people(
    desk: Desk, before: Mapping[str, int], after: Mapping[str, int]
) -> Sequence[tuple[str, int, int]]:
    """Return territories with people now and then, also those that another campaign alone knows."""
    names = tables.territories_of(desk)
    slugs = [*names, *sorted({*before, *after} - {*names})]
    counts = [(names.get(slug, slug), before.get(slug, 0), after.get(slug, 0)) for slug in slugs]
    return [each for each in counts if each[1] or each[2]]


async def _overview(desk: Desk) -> dict[str, Any]:
    found = await list_imports(desk.services, desk.actor, desk.campaign_id)
    frozen = RuleViolation(*found.frozen.reasons) if found.frozen.reasons else None
    return {
        "found": found,
        "people": _people(desk, found.in_force, {}),
        "folder": f"{desk.campaign_id.campaign}/register",
        "frozen": desk.pages.reasons(desk.language, frozen),
        "can_load": desk.may(OfficeAct.STAGE_REGISTER) and frozen is None,
        "territories": tables.territories_of(desk),
        "columns": COLUMNS,
        "accepted": tables.ACCEPTED,
        "most": desk.limits.table // MEGABYTE,
        "lines": most_lines(desk.services),
    }


async def _import(desk: Desk) -> dict[str, Any]:
    services, actor, campaign_id, number = desk.services, desk.actor, desk.campaign_id, _number(desk)
    found, difference = await require_import(services, actor, campaign_id, number)
    after = read_number(desk.request.query.get("after", ""))
    return {
        "found": found,
        "difference": difference,
        "people": _people(desk, difference.before, difference.after) if difference is not None else (),
        "is_much_gone": difference is not None and _is_much_gone(found, difference),
        "notes": await list_notes(services, actor, campaign_id, number, after=after),
        "after": after,
        "folder": f"{campaign_id.campaign}/register",
        "can_settle": desk.may(OfficeAct.APPROVE_REGISTER) and found.state is ImportState.WAITING,
    }


def _is_much_gone(found: Import, difference: Difference) -> bool:
    before = found.people - difference.new + difference.gone
    return difference.gone * _MANY_GONE > before
