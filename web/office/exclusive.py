"""Projects of which only one can be built, as a page (C3)."""

from typing import Any

from aiohttp import web

from core.model.refusals import RuleViolation
from core.usecases.council.exclusive import list_marked, mark_exclusive, unmark_exclusive
from web.office.desk import Desk, Office, read_number

EXCLUSIVE_TEXTS = (
    "exclusive-title",
    "exclusive-intro",
    "exclusive-none",
    "exclusive-of-rulebook",
    "exclusive-first",
    "exclusive-second",
    "exclusive-add",
    "button-exclusive-add",
    "button-exclusive-remove",
)
"""What the template says."""


class ExclusivePages:
    """`/{campaign}/exclusive`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/exclusive", self.show)
        office.take("/{campaign}/exclusive", self.change)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the pairs and a form for another one."""
        return desk.show("exclusive.html", **await _facts(desk))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Mark a pair or take a mark back."""
        form, change = desk.form, unmark_exclusive if desk.form.text("act") == "remove" else mark_exclusive
        pair = (read_number(form.text("first")), read_number(form.text("second")))
        try:
            await change(desk.services, desk.actor, desk.campaign_id, *pair)
        except RuleViolation as violation:
            return desk.refused("exclusive.html", violation, **await _facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/exclusive")


async def _facts(desk: Desk) -> dict[str, Any]:
    marked = await list_marked(desk.services, desk.actor, desk.campaign_id)
    return {"marked": marked, "typed": desk.form}
