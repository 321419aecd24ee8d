"""«Was a vote counted in my name?» at the desk: an IIN is typed, answered and kept nowhere (E10, P1)."""

from typing import Any

from aiohttp import web

from core.ledger.absence import absence_text
from core.ledger.receipt import control_number
from core.model.refusals import RuleViolation
from core.model.vote import Absence, Counted
from core.rules.permissions import OfficeAct, office_verdict, stages_now
from core.usecases.concern.desk import ask_at_desk
from web.office.desk import Desk, Office

ASK_TEXTS = (
    "ask-title",
    "ask-intro",
    "ask-iin",
    "button-ask",
    "ask-yes",
    "ask-yes-no-day",
    "ask-no",
    "ask-control",
    "ask-never-for-whom",
    "ask-signed",
    "channel-bot",
    "channel-office",
    "channel-paper",
)
"""What the template says."""


class AskPage:
    """`/{campaign}/ask`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/ask", self.show)
        office.take("/{campaign}/ask", self.ask)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the form to whoever may ask; nothing of a former question stands there."""
        stages = stages_now(desk.campaign_rules, desk.services.clock.now())
        office_verdict(desk.actor, OfficeAct.ASK_VOTE, stages).enforce()
        return desk.show("ask.html", **_NOTHING)

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Answer on the page itself, which keeps neither the question nor the answer anywhere (P1)."""
        try:
            found = await ask_at_desk(desk.services, desk.actor, desk.campaign_id, desk.form.text("iin"))
        except RuleViolation as violation:
            return desk.refused("ask.html", violation, **_NOTHING)
        return desk.show("ask.html", **_facts(desk, found))


_NOTHING: dict[str, Any] = {"is_answered": False}


def _facts(desk: Desk, found: Counted | Absence) -> dict[str, Any]:
    if isinstance(found, Counted):
        entry = found.receipt.entry
        return {
            "is_answered": True,
            "counted": found,
            "channel": f"channel-{entry.channel.value}",
            "control": control_number(entry.token),
            "signed": "",
            "signature": "",
        }
    campaign = desk.campaign_id.campaign
    return {
        "is_answered": True,
        "counted": None,
        "control": control_number(found.token),
        "signed": absence_text(campaign, found.token, found.size, found.at),
        "signature": found.signature.hex(),
    }
