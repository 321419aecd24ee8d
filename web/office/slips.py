"""Counting slips as pages: two people, each without the other's count, compared by totals (E8)."""

from typing import Any

from aiohttp import web

from core.model.refusals import Refusal, RuleViolation, refuse
from core.rules.permissions import OfficeAct
from core.usecases.paper_vote.slips import Count, SlipsAtHand, count_slips, list_slips
from web.office.desk import Desk, Office

SLIPS_TEXTS = (
    "slips-title",
    "slips-intro",
    "slips-limit",
    "slips-territory",
    "slips-lines",
    "slips-state",
    "slips-count-link",
    "slips-count-title",
    "slips-typed",
    "slips-typed-hint",
    "slips-none",
    "button-slips-count",
    "slips-first-hidden",
    "slips-first-own",
    "slips-differ",
    "slips-back",
    "sheets-count",
    "sheets-not-here",
)
"""What the templates say."""

STATES = ("counted", "early", "sheets", "none", "first", "ready", "over")
STATE_TEXTS = tuple(f"slips-state-{state}" for state in STATES)


class SlipPages:
    """`/{campaign}/slips` and the count of one territory."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/slips", self.list)
        office.show("/{campaign}/slips/{territory}", self.show)
        office.take("/{campaign}/slips/{territory}", self.count)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show how far the slips of every territory are, and nothing of what they say."""
        found = await list_slips(desk.services, desk.actor, desk.campaign_id)
        rows = [(each, _name(desk, each.territory), _state(desk, each)) for each in found]
        return desk.show("slips.html", rows=rows, may_count=desk.may(OfficeAct.SCAN_SLIPS))

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the form of a count."""
        return desk.show("slips_count.html", **await _facts(desk), typed="", has_none=False)

    async def count(self, desk: Desk) -> web.StreamResponse:
        """Take a count; what was typed is shown again only where it could not be taken."""
        text, has_none = desk.form.text("slips"), bool(desk.form.text("slips-none"))
        own = (desk.services, desk.actor, desk.campaign_id, _territory(desk))
        try:
            counted = await count_slips(*own, text, has_none=has_none)
        except RuleViolation as violation:
            typed = {"typed": text, "has_none": has_none}
            return desk.refused("slips_count.html", violation, **await _facts(desk), **typed)
        folder = f"/{desk.campaign_id.campaign}/slips"
        if counted is Count.EQUAL:
            raise desk.done(folder)
        raise desk.go(f"{folder}/{_territory(desk)}?told={counted.value}")


def _territory(desk: Desk) -> str:
    return desk.request.match_info["territory"]


def _name(desk: Desk, territory: str) -> str:
    return desk.campaign_rules.territories.require(territory).name.in_language(desk.language)


def _state(desk: Desk, slips: SlipsAtHand) -> str:
    if slips.counted is not None:
        return "counted"
    if desk.services.clock.now() < slips.closes:
        return "early"
    if slips.open_sheets:
        return "sheets"
    if not slips.lines:
        return "none"
    if not slips.can_count:
        return "over"
    return "first" if slips.first_by is not None else "ready"


async def _facts(desk: Desk) -> dict[str, Any]:
    found = await list_slips(desk.services, desk.actor, desk.campaign_id)
    slips = next((each for each in found if each.territory == _territory(desk)), None)
    if slips is None:
        raise refuse(Refusal.PAPER_NOT_HERE)
    return {
        "slips": slips,
        "state": _state(desk, slips),
        "place": _name(desk, slips.territory),
        "told": desk.request.query.get("told", ""),
        "is_own": slips.first_by == desk.actor.staff_id,
        "may_count": desk.may(OfficeAct.SCAN_SLIPS),
        "folder": f"{desk.campaign_id.campaign}/slips",
    }
