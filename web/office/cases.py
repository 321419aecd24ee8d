"""The observer's pages: votes that were not their person's, reports, counts per clerk and sheet (E9, E10)."""

import asyncio
from typing import Any

from aiohttp import web

from core.documents.spreadsheet import Cell, xlsx
from core.language.markup import plain
from core.model.concern import CaseState, Report, ReportKind
from core.model.refusals import RuleViolation
from core.model.vote import Channel
from core.usecases.concern import cases as usecases
from web.office.check import both_of, lines_of
from web.office.desk import Desk, Office
from web.pages import SANDBOXED

LIST_TEXTS = (
    "cases-title",
    "cases-intro",
    "cases-disputed",
    "cases-none",
    "cases-reports",
    "cases-reports-none",
    "cases-export",
    "cases-number",
    "cases-opened",
    "cases-due",
    "cases-due-day",
    "cases-no-due",
    "cases-channel",
    "cases-roll",
    "cases-clerk",
    "cases-state",
    "cases-kind",
    "cases-text",
    "cases-no-text",
    "cases-note",
    "codes-per-clerk",
    "codes-per-clerk-none",
    "codes-per-clerk-clerk",
    "codes-per-clerk-list",
    "codes-per-clerk-issued",
    "codes-per-clerk-used",
    "sheets-per-clerk",
    "sheets-per-clerk-none",
    "sheets-per-clerk-sheet",
    "sheets-per-clerk-lines",
    "sheets-per-clerk-accepted",
    "sheets-per-clerk-second",
)
PAGE_TEXTS = (
    "case-title",
    "report-title",
    "cases-back",
    "cases-voted",
    "cases-code",
    "cases-sheet",
    "cases-sheet-line",
    "case-evidence",
    "case-evidence-hint",
    "case-operator",
    "case-note",
    "case-note-hint",
    "button-case-note",
    "case-answer",
    "case-answer-hint",
    "case-answer-kk",
    "case-answer-ru",
    "button-case-close",
    "case-answered",
    "button-report-note",
    "button-report-done",
)
"""What the templates say."""

STATE_TEXTS = tuple(f"case-state-{state}" for state in CaseState)
KIND_TEXTS = tuple(f"report-kind-{kind}" for kind in ReportKind)
CHANNEL_TEXTS = tuple(f"channel-{channel}" for channel in Channel)

_COLUMNS = ("cases-number", "cases-opened", "cases-kind", "cases-text")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class CasePages:
    """`/{campaign}/cases` and what stands below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/cases", self.show_list)
        office.show("/{campaign}/cases/reports.xlsx", self.export)
        office.show("/{campaign}/cases/{number}", self.show_case)
        office.take("/{campaign}/cases/{number}", self.change_case)
        office.show("/{campaign}/cases/reports/{number}", self.show_report)
        office.take("/{campaign}/cases/reports/{number}", self.change_report)

    async def show_list(self, desk: Desk) -> web.StreamResponse:
        """Show cases, reports and counts."""
        found = await usecases.list_concerns(desk.services, desk.actor, desk.campaign_id)
        return desk.show("cases.html", found=found, folder=_folder(desk))

    async def show_case(self, desk: Desk) -> web.StreamResponse:
        """Show a case with its evidence, and the forms while it is open."""
        return desk.show("case.html", **await _case_facts(desk))

    async def change_case(self, desk: Desk) -> web.StreamResponse:
        """Keep a note, or close the case with words for its person."""
        about = (desk.services, desk.actor, desk.campaign_id, desk.number)
        try:
            if desk.form.text("act") == "close":
                await usecases.close_case(*about, both_of(desk.form, "answer"))
            else:
                await usecases.note_case(*about, lines_of(desk.form.text("note")))
        except RuleViolation as violation:
            return desk.refused("case.html", violation, **await _case_facts(desk))
        raise desk.done(f"/{_folder(desk)}/{desk.number}")

    async def show_report(self, desk: Desk) -> web.StreamResponse:
        """Show a report."""
        return desk.show("case_report.html", **await _report_facts(desk))

    async def change_report(self, desk: Desk) -> web.StreamResponse:
        """Keep a note about a report, and whether it is done with."""
        note, is_done = lines_of(desk.form.text("note")), desk.form.text("act") == "close"
        about = (desk.services, desk.actor, desk.campaign_id, desk.number)
        try:
            await usecases.note_report(*about, note, is_done=is_done)
        except RuleViolation as violation:
            return desk.refused("case_report.html", violation, **await _report_facts(desk))
        raise desk.done(f"/{_folder(desk)}/reports/{desk.number}")

    async def export(self, desk: Desk) -> web.StreamResponse:
        """Give the reports as a file to print or to hand to the outside contacts."""
        reports = await usecases.export_reports(desk.services, desk.actor, desk.campaign_id)
        body = await asyncio.to_thread(_make, desk, list(reports))
        answer = web.Response(body=body, content_type=_XLSX)
        name = f"{desk.campaign_id.campaign}-reports.xlsx"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer[SANDBOXED] = True
        return answer


def _folder(desk: Desk) -> str:
    return f"{desk.campaign_id.campaign}/cases"


async def _case_facts(desk: Desk) -> dict[str, Any]:
    case = await usecases.get_case(desk.services, desk.actor, desk.campaign_id, desk.number)
    return {"case": case, "folder": _folder(desk), "typed": desk.form}


async def _report_facts(desk: Desk) -> dict[str, Any]:
    report = await usecases.get_report(desk.services, desk.actor, desk.campaign_id, desk.number)
    return {"report": report, "folder": _folder(desk), "typed": desk.form}


def _make(desk: Desk, reports: list[Report]) -> bytes:
    words = desk.pages.locales.words(desk.language)
    heading = [plain(words(key)) for key in _COLUMNS]
    rows: list[list[Cell]] = [
        [each.number, each.day.isoformat(), plain(words(f"report-kind-{each.kind}")), each.text]
        for each in reports
    ]
    return xlsx(plain(words("cases-reports")), heading, rows, desk.services.clock.now())
