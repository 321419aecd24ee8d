"""Sheets of votes on paper as pages: lines typed twice, refused lines to print, sheets and ballots (E8).

What is typed for a line is an IIN: no page shows it again, not even one that refuses it (P1).
"""

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from core.documents.paper_vote import ballot_pdf, roll_sheet_pdf
from core.model.paper_vote import LineReason, LineState, SheetLine, SheetState
from core.model.refusals import Reason, Refusal, RuleViolation
from core.rules.paper_vote import has_paper
from core.rules.permissions import OfficeAct
from core.usecases.paper_vote.confirming import close_late_sheet, confirm_sheet
from core.usecases.paper_vote.entering import enter_line, keep_lines
from core.usecases.paper_vote.printing import gather_ballot, gather_sheet
from core.usecases.paper_vote.reading import Turn, list_sheets, view_sheet
from core.usecases.paper_vote.sheets import finish_sheet, open_sheet
from web.office.desk import Desk, Office, read_number
from web.pages import SANDBOXED

SHEETS_TEXTS = (
    "sheets-title",
    "sheets-intro",
    "sheets-none",
    "sheets-not-here",
    "sheets-number",
    "sheets-territory",
    "sheets-connection",
    "sheets-connection-yes",
    "sheets-connection-no",
    "sheets-state",
    "sheets-counts",
    "sheets-clerk",
    "sheets-clerk-numbered",
    "sheets-clerk-nobody",
    "sheets-count",
    "sheets-open",
    "sheets-open-territory",
    "sheets-open-kind",
    "sheets-open-connected",
    "sheets-open-unconnected",
    "button-sheets-open",
    "sheets-ballots",
    "sheets-ballots-hint",
)
"""What the template of the list says."""

SHEET_TEXTS = (
    "sheet-title",
    "sheet-lines",
    "sheet-until",
    "sheet-until-at",
    "sheet-moment",
    "sheet-opened",
    "sheet-print",
    "sheet-print-ballot",
    "sheet-refused-link",
    "sheet-answer-accepted",
    "sheet-answer-refused",
    "sheet-line-title",
    "sheet-line-number",
    "sheet-line-iin",
    "sheet-line-iin-hint",
    "button-sheet-line",
    "sheet-finish-title",
    "sheet-finish-hint",
    "button-sheet-finish",
    "sheet-first-title",
    "sheet-again-title",
    "sheet-type-hint",
    "sheet-again-hint",
    "sheet-line-label",
    "sheet-line-kept",
    "sheet-line-unreadable",
    "button-sheet-keep",
    "button-sheet-compare",
    "sheet-waits",
    "sheet-differs",
    "sheet-differed",
    "sheet-settle-connected",
    "sheet-settle-unconnected",
    "button-sheet-settle",
    "sheet-late",
    "button-sheet-late",
    "sheet-line-list",
    "sheet-line-column",
    "sheet-line-state",
    "sheet-refused-title",
    "sheet-refused-closed",
    "sheet-refused-connected",
    "sheet-refused-none",
    "sheet-refused-reason",
)
"""What the templates of one sheet say."""

STATE_TEXTS = tuple(f"sheet-state-{state}" for state in SheetState)
LINE_TEXTS = tuple(f"sheet-line-{state}" for state in LineState)
COUNT_TEXTS = tuple(f"sheets-count-{state}" for state in LineState)
REASON_TEXTS = tuple(f"sheet-reason-{reason}" for reason in LineReason)

_SHEET = r"/{campaign}/sheets/{sheet:\d+}"
_IIN = "iin-"
"""Before the number of a line: no field of such a name is kept when a session has ended."""


class SheetPages:
    """`/{campaign}/sheets`, one sheet, and what is printed of it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/sheets", self.list)
        office.take("/{campaign}/sheets", self.open)
        office.show("/{campaign}/sheets/ballots/{territory}.pdf", self.print_ballot)
        office.show(_SHEET, self.show)
        office.take(f"{_SHEET}/line", self.take_line)
        office.take(f"{_SHEET}/typing", self.take_typing)
        office.take(f"{_SHEET}/again", self.take_again)
        office.take(f"{_SHEET}/close", self.close_late)
        office.show(f"{_SHEET}/refused", self.refused)
        office.show(f"{_SHEET}/sheet.pdf", self.print_sheet)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show every sheet with counts per clerk, and the form for a new one."""
        return desk.show("sheets.html", **await _list_facts(desk))

    async def open(self, desk: Desk) -> web.StreamResponse:
        """Open a sheet and lead to it."""
        form = desk.form
        try:
            number = await open_sheet(
                desk.services,
                desk.actor,
                desk.campaign_id,
                territory=form.text("territory"),
                is_connected=form.text("connection") != "no",
            )
        except RuleViolation as violation:
            return desk.refused("sheets.html", violation, **await _list_facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/sheets/{number}")

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show a sheet, with the answer to the line that was typed last."""
        answered = read_number(desk.request.query.get("line", ""))
        return desk.show("sheet.html", **await _sheet_facts(desk, answered))

    async def take_line(self, desk: Desk) -> web.StreamResponse:
        """Take a line with a connection; the answer is read from the sheet, so a reload repeats it."""
        line = read_number(desk.form.text("line"))
        try:
            await enter_line(
                desk.services, desk.actor, desk.campaign_id, _sheet(desk), line, desk.form.text("iin")
            )
        except RuleViolation as violation:
            return await _refused(desk, violation)
        raise desk.go(f"{_path(desk)}?line={line}")

    async def take_typing(self, desk: Desk) -> web.StreamResponse:
        """Keep the first typing, or say that it is whole."""
        return await self._take(desk, again=False)

    async def take_again(self, desk: Desk) -> web.StreamResponse:
        """Keep the second typing, or compare both."""
        return await self._take(desk, again=True)

    async def _take(self, desk: Desk, *, again: bool) -> web.StreamResponse:
        own = (desk.services, desk.actor, desk.campaign_id, _sheet(desk))
        do = desk.form.text("do")
        try:
            typed = _typed(desk)
            wrong = await keep_lines(*own, typed, again=again) if typed else ()
            if wrong:
                reasons = (Reason(refusal=Refusal.LINE_WRONG, facts={"line": line}) for line in wrong)
                return await _refused(desk, RuleViolation(*reasons))
            if again and do in {"compare", "settle"}:
                await confirm_sheet(*own, leaves_differing=do == "settle")
            elif do == "finish":
                await finish_sheet(*own)
        except RuleViolation as violation:
            return await _refused(desk, violation)
        raise desk.done(_path(desk))

    async def close_late(self, desk: Desk) -> web.StreamResponse:
        """Settle a sheet whose hour is over."""
        try:
            await close_late_sheet(desk.services, desk.actor, desk.campaign_id, _sheet(desk))
        except RuleViolation as violation:
            return await _refused(desk, violation)
        raise desk.done(_path(desk))

    async def refused(self, desk: Desk) -> web.StreamResponse:
        """Show the lines whose envelopes stay closed, to print and keep with the sheet."""
        return desk.show("sheet_refused.html", **await _sheet_facts(desk))

    async def print_sheet(self, desk: Desk) -> web.StreamResponse:
        """Give the sheet to sign."""
        facts = await gather_sheet(desk.services, desk.actor, desk.campaign_id, _sheet(desk))
        body = await asyncio.to_thread(roll_sheet_pdf, desk.pages.locales, facts)
        return _pdf(body, f"sheet-{facts.number}")

    async def print_ballot(self, desk: Desk) -> web.StreamResponse:
        """Give the slip of a territory: the same for everybody."""
        territory = desk.request.match_info["territory"]
        facts = await gather_ballot(desk.services, desk.actor, desk.campaign_id, territory)
        body = await asyncio.to_thread(ballot_pdf, desk.pages.locales, facts)
        return _pdf(body, f"ballot-{territory}")


def _sheet(desk: Desk) -> int:
    return read_number(desk.request.match_info["sheet"])


def _path(desk: Desk) -> str:
    return f"/{desk.campaign_id.campaign}/sheets/{_sheet(desk)}"


def _typed(desk: Desk) -> Mapping[int, str]:
    return {
        read_number(name.removeprefix(_IIN)): value
        for name, value in desk.form.fields
        if name.startswith(_IIN) and value.strip()
    }


def _pdf(body: bytes, name: str) -> web.Response:
    answer = web.Response(body=body, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer[SANDBOXED] = True
    return answer


async def _refused(desk: Desk, violation: RuleViolation) -> web.Response:
    return desk.refused("sheet.html", violation, **await _sheet_facts(desk))


async def _list_facts(desk: Desk) -> dict[str, Any]:
    rulebook = desk.campaign_rules
    return {
        "sheets": await list_sheets(desk.services, desk.actor, desk.campaign_id),
        "has_paper": has_paper(rulebook),
        "may_open": desk.may(OfficeAct.ENTER_SHEET),
        "territories": [rulebook.territories.require(each) for each in rulebook.voting.territories],
        "states": list(LineState),
        "folder": f"{desk.campaign_id.campaign}/sheets",
        "typed": desk.form,
    }


async def _sheet_facts(desk: Desk, answered: int = 0) -> dict[str, Any]:
    view = await view_sheet(desk.services, desk.actor, desk.campaign_id, _sheet(desk))
    return {
        "view": view,
        "sheet": view.sheet,
        "territory": view.rulebook.territories.require(view.sheet.territory),
        "turn": view.turn.value,
        "shown": _shown(view.lines, view.turn),
        "answer": view.lines.get(answered),
        # Once both were compared only what differs is typed again.
        "asked": view.differing or range(1, view.sheet.lines + 1),
        "kept": _kept(view.lines, again=view.turn is Turn.SECOND),
        "may_close": desk.may(OfficeAct.CONFIRM_SHEET),
        "folder": f"{desk.campaign_id.campaign}/sheets",
        "base": f"{desk.campaign_id.campaign}/sheets/{view.sheet.number}",
    }


def _shown(lines: Mapping[int, SheetLine], turn: Turn) -> list[SheetLine]:
    """Return the lines with their states, of which the second person is to see nothing."""
    return [] if turn is Turn.SECOND else list(lines.values())


def _kept(lines: Mapping[int, SheetLine], *, again: bool) -> Mapping[int, str]:
    """Return what stands beside the field of a line of which its reader has typed something."""
    keys = {line.line: line.second_key if again else line.first_key for line in lines.values()}
    return {
        line: "sheet-line-kept" if key else "sheet-line-unreadable"
        for line, key in keys.items()
        if key is not None
    }
