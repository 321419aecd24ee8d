"""The members of the council as a page: appointed, made the chair, leaving (C2)."""

from typing import Any

from aiohttp import web

from core.model.refusals import RuleViolation
from core.rules.permissions import OfficeAct
from core.usecases.council.members import appoint, dismiss, get_council, make_chair
from web.office.desk import Desk, Office, read_number

COUNCIL_TEXTS = (
    "council-title",
    "council-name",
    "council-chair",
    "council-since",
    "council-former",
    "council-left",
    "council-none",
    "council-rule",
    "council-rule-missing",
    "council-linked",
    "council-unlinked",
    "council-appoint",
    "council-appoint-hint",
    "council-candidate",
    "council-candidate-blank",
    "council-no-candidates",
    "council-as-chair",
    "council-blocked",
    "button-council-appoint",
    "button-council-chair",
    "button-council-dismiss",
)
"""What the template says."""


class CouncilPages:
    """`/{campaign}/council`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/council", self.show)
        office.take("/{campaign}/council", self.change)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show who belongs to the council, and to whom it is given the forms that change it."""
        return desk.show("council.html", **await _facts(desk))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Appoint somebody, make him the chair, or let him leave."""
        try:
            await _change(desk)
        except RuleViolation as violation:
            return desk.refused("council.html", violation, **await _facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/council")


async def _facts(desk: Desk) -> dict[str, Any]:
    council = await get_council(desk.services, desk.actor, desk.campaign_id)
    rules = desk.campaign_rules.council
    settled = (rules.quorum, rules.majority, rules.conflict_leaves_denominator)
    return {
        "council": council,
        "rules": rules,
        "has_rules": None not in settled,
        "may_appoint": desk.may(OfficeAct.APPOINT_COUNCIL),
    }


async def _change(desk: Desk) -> None:
    facts = (desk.services, desk.actor, desk.campaign_id, read_number(desk.form.text("staff")))
    match desk.form.text("act"):
        case "chair":
            await make_chair(*facts)
        case "dismiss":
            await dismiss(*facts)
        case _:
            await appoint(*facts, is_chair=desk.form.text("chair") == "yes")
