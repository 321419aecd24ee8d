"""The page of yards improved lately: the list, and a file in its place (B3)."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from core.model.refusals import RuleViolation
from core.rules.yard_list import YardFault, YardNote
from core.usecases.campaign.yards import list_own_yards, replace_yards
from web.office import tables
from web.office.desk import Desk, Office

YARDS_TEXTS = (
    "register-day",
    "yards-title",
    "yards-intro",
    "yards-file",
    "yards-file-hint",
    "button-yards-take",
    "yards-notes",
    "yards-notes-more",
    "yards-count",
    "yards-shown",
    "yards-none",
    "yards-address",
    "yards-improved",
)
YARD_FAULT_TEXTS = tuple(f"yards-fault-{fault}" for fault in YardFault)
"""What the template says."""

_SHOWN = 200
"""Yards, and notes, on the page; a slow line carries no more."""


class YardPages:
    """`/{campaign}/yards`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/yards", self.show)
        office.take("/{campaign}/yards", self.replace)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the list and the form."""
        return desk.show("yards.html", **await _facts(desk))

    async def replace(self, desk: Desk) -> web.StreamResponse:
        """Replace the list, or show what is wrong with every line."""
        content, _ = tables.chosen(desk)
        try:
            read = await replace_yards(desk.services, desk.actor, desk.campaign_id, content)
        except RuleViolation as violation:
            return desk.refused("yards.html", violation, **await _facts(desk))
        if read.notes:
            facts = await _facts(desk, read.notes)
            return desk.show("yards.html", status=web.HTTPUnprocessableEntity.status_code, **facts)
        raise desk.done(f"/{desk.campaign_id.campaign}/yards")


async def _facts(desk: Desk, notes: Sequence[YardNote] = ()) -> dict[str, Any]:
    yards = await list_own_yards(desk.services, desk.actor, desk.campaign_id)
    return {
        "yards": yards[:_SHOWN],
        "count": len(yards),
        "most": _SHOWN,
        "notes": notes[:_SHOWN],
        "note_count": len(notes),
        "folder": f"{desk.campaign_id.campaign}/yards",
        "accepted": tables.ACCEPTED,
        "territories": tables.territories_of(desk),
    }
