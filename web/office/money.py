"""The office's page on the campaign's money: whether it is the least that the act asks for (A5)."""

from aiohttp import web

from core.usecases.funding.floor import get_floor
from web.office.desk import Desk, Office

MONEY_TEXTS = (
    "money-title",
    "money-intro",
    "money-campaign",
    "money-sum",
    "money-share",
    "money-share-source",
    "money-share-link",
    "money-share-none",
    "money-spending",
    "money-spending-choice",
    "money-spending-act",
    "money-spending-none",
    "money-least",
    "money-reached",
    "money-missing",
    "money-verdict",
    "money-unstated-sum",
    "money-try",
    "money-try-label",
    "money-try-hint",
    "money-try-unreadable",
    "money-tried",
    "button-money-try",
)
"""What the template says."""

_TYPED_AT_MOST = 100


class MoneyPage:
    """`/{campaign}/money`."""

    def add_routes(self, office: Office) -> None:
        """Serve it."""
        office.show("/{campaign}/money", self.show)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the floor, and the one for the sum in the address."""
        typed = desk.request.query.get("spending", "")[:_TYPED_AT_MOST]
        found = await get_floor(desk.services, desk.actor, desk.campaign_id, typed)
        spending = found.rulebook.housing_spending
        act = found.rulebook.acts.get(spending.act) if spending is not None else None
        money = sum(each.value for each in found.rulebook.money.values())
        return desk.show("money.html", found=found, typed=typed, spending=spending, act=act, money=money)
