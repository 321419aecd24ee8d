"""The exact cost as a form, with how it changed before (C4)."""

from typing import Any

from aiohttp import web

from core.model.refusals import RuleViolation
from core.rules.wording import REASON_AT_MOST
from core.usecases.review.cost import change_cost
from web.office.check import both_of
from web.office.desk import Desk, Office
from web.office.proposals import page_facts
from web.office.showing import facts_of, is_over, typed_of

COST_TEXTS = (
    "review-cost-title",
    "review-cost-intro",
    "review-cost-now",
    "review-cost-cap",
    "review-cost-new",
    "review-cost-new-hint",
    "review-cost-reason-kk",
    "review-cost-reason-ru",
    "review-cost-reason-hint",
    "button-review-cost",
)
"""What the template of this page says."""

_WRITTEN = {
    "cost": "review-cost-new",
    "reason-kk": "review-cost-reason-kk",
    "reason-ru": "review-cost-reason-ru",
}
_DIGITS = 15
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f₸"))


class CostPages:
    """`/{campaign}/proposals/{number}/cost`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/proposals/{number}/cost", self.show)
        office.take("/{campaign}/proposals/{number}/cost", self.change)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show what it costs now, and an empty form."""
        return desk.show("cost.html", **await _facts(desk))

    async def change(self, desk: Desk) -> web.StreamResponse:
        """Change the cost and lead back to the proposal."""
        form = desk.form
        known, reason = read_cost(form.text("known")) or 0, both_of(form, "reason")
        cost, facts = read_cost(form.text("cost")), (desk.services, desk.actor, desk.campaign_id, desk.number)
        try:
            await change_cost(*facts, known=known, cost=cost, reason=reason)
        except RuleViolation as violation:
            if is_over(violation):
                return desk.refused("proposal.html", violation, **await page_facts(desk, _typed(desk)))
            return desk.refused("cost.html", violation, **await _facts(desk))
        raise desk.done(f"/{desk.campaign_id.campaign}/proposals/{desk.number}")


async def _facts(desk: Desk) -> dict[str, Any]:
    common = await facts_of(desk)
    cap = common["dossier"].rulebook.cap()
    return {**common, "cap": cap, "typed": desk.form, "most": REASON_AT_MOST}


def _typed(desk: Desk) -> list[tuple[str, str]]:
    say = desk.pages.saying(desk.language)
    return typed_of(desk, [(name, say(key)) for name, key in _WRITTEN.items()])


def read_cost(typed: str) -> int | None:
    """Return whole tenge as they were typed, spaces and ₸ apart; ``None`` for anything with a mark in it.

    A comma or a point might part thousands or tiyn, so neither is guessed at.
    """
    digits = typed.translate(_SPACES)
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS else None
