"""The two logs, page by page (L1)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from aiohttp import web

from core.usecases.office.logs import LogFilter, LogPage, read_accesses, read_acts
from web.office.desk import Desk, Office, read_number
from web.office.log_words import LOG_TEXTS, said

__all__ = ["LOGS_TEXTS", "LogPages"]

LOGS_TEXTS = (
    *LOG_TEXTS,
    "logs-title",
    "logs-acts",
    "logs-accesses",
    "logs-when",
    "logs-who",
    "logs-what",
    "logs-subject",
    "logs-change",
    "logs-before",
    "logs-after",
    "logs-at",
    "logs-operator",
    "logs-anybody",
    "logs-anything",
    "logs-none",
    "logs-observer",
    "button-logs-filter",
)
"""What the template of these pages says."""


class LogPages:
    """`/office/logs` and `/office/logs/access`."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/logs", self.show_acts)
        office.show("/logs/access", self.show_accesses)

    async def show_acts(self, desk: Desk) -> web.StreamResponse:
        """Show what was done."""
        asked = _asked(desk)
        return _show(desk, asked, await read_acts(desk.services, desk.actor, asked), is_access=False)

    async def show_accesses(self, desk: Desk) -> web.StreamResponse:
        """Show who looked at personal data."""
        asked = _asked(desk)
        return _show(desk, asked, await read_accesses(desk.services, desk.actor, asked), is_access=True)


def _asked(desk: Desk) -> LogFilter:
    query: Mapping[str, str] = desk.request.query
    return LogFilter(
        before=read_number(query.get("before", "")),
        staff_id=read_number(query.get("staff", "")),
        act=query.get("act", "")[:_LONGEST_ACT],
    )


_LONGEST_ACT = 48


def _show(desk: Desk, asked: LogFilter, page: LogPage, *, is_access: bool) -> web.Response:
    kept = {"staff": asked.staff_id or "", "act": asked.act}
    older = f"?{urlencode({**kept, 'before': page.older})}" if page.older else ""
    return desk.show(
        "logs.html",
        page=page,
        asked=asked,
        is_access=is_access,
        older=older,
        newest=f"?{urlencode(kept)}" if asked.before else "",
        said=said,
    )
