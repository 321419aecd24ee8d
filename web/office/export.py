"""The list of proposals as a file for a spreadsheet: no name, no telephone, nothing that runs (L2)."""

import asyncio
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from core.documents.spreadsheet import Cell, csv, xlsx
from core.language.locales import Words
from core.language.markup import plain
from core.law.zone import last_date_before, local_date
from core.usecases.review.export import export_proposals
from core.usecases.review.queues import Line
from web.office.desk import Desk, Office
from web.office.proposals import filter_of, query_of
from web.office.showing import names_of
from web.pages import SANDBOXED

EXPORT_TEXTS = (
    "review-export-title",
    "review-export-intro",
    "review-export-filtered",
    "review-export-xlsx",
    "review-export-csv",
)
_COLUMNS = ("number", "title", "direction", "territory", "place", "cost", "status", "submitted", "due")
HEADING_TEXTS = tuple(f"review-export-column-{name}" for name in _COLUMNS)
"""What the page says, and the file's first line."""

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


class ExportPages:
    """`/{campaign}/export` and the files below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/export", self.show)
        office.show("/{campaign}/export/proposals.{kind}", self.give)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show which files there are."""
        query = query_of(filter_of(desk))
        return desk.show("export.html", folder=f"{desk.campaign_id.campaign}/export", query=query)

    async def give(self, desk: Desk) -> web.StreamResponse:
        """Give the list that the filter leaves."""
        kind = desk.request.match_info["kind"]
        if kind not in _TYPES:
            raise web.HTTPNotFound
        lines = await export_proposals(desk.services, desk.actor, desk.campaign_id, filter_of(desk), kind)
        body = await asyncio.to_thread(_make, desk, kind, lines)
        answer = web.Response(body=body, content_type=_TYPES[kind])
        name = f"{desk.campaign_id.campaign}-proposals.{kind}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer[SANDBOXED] = True
        return answer


def _make(desk: Desk, kind: str, lines: Sequence[Line]) -> bytes:
    words = desk.pages.locales.words(desk.language)
    heading = [plain(words(key)) for key in HEADING_TEXTS]
    rows = _rows(desk, words, lines)
    if kind == "csv":
        return csv(heading, rows)
    return xlsx(plain(words("review-title")), heading, rows, desk.services.clock.now())


def _rows(desk: Desk, words: Words, lines: Sequence[Line]) -> list[list[Cell]]:
    names: dict[str, Any] = names_of(desk, desk.campaign_rules)
    return [
        [
            line.number,
            line.title,
            names["direction"].get(line.direction, line.direction),
            names["territory"].get(line.territory, line.territory),
            line.landmark,
            line.cost,
            plain(words(f"proposal-status-{line.status.value}")),
            local_date(line.submitted_at).isoformat(),
            last_date_before(line.due_at).isoformat() if line.due_at is not None else None,
        ]
        for line in lines
    ]
