"""What is frozen or would be, with every signed act, for staff and observer (A4, ledger 8 and 13)."""

from typing import Any

from aiohttp import web
from markupsafe import Markup

from core.rules.amendment_verdicts import FEW_ENTITLED
from core.rules.permissions import OfficeAct
from core.usecases.amendment.telling import tell_of
from core.usecases.freeze.reading import contents_of, get_overview, get_would_be
from web.office.desk import Desk, Office
from web.pages import SANDBOXED

FREEZE_TEXTS = (
    "freeze-title",
    "freeze-intro",
    "freeze-guide",
    "freeze-territory",
    "freeze-state",
    "freeze-state-frozen",
    "freeze-state-opens",
    "freeze-state-none",
    "freeze-entitled",
    "freeze-adults",
    "freeze-adults-none",
    "freeze-hash",
    "freeze-open",
    "freeze-key-missing",
    "freeze-few",
    "freeze-merge",
    "freeze-of",
    "freeze-would-be",
    "freeze-stands",
    "freeze-rulebook",
    "freeze-root",
    "freeze-digest",
    "freeze-period",
    "freeze-money",
    "freeze-threshold",
    "freeze-projects",
    "freeze-projects-none",
    "freeze-number",
    "freeze-name",
    "freeze-cost",
    "freeze-exclusive",
    "freeze-pair",
    "freeze-download",
    "freeze-acts",
    "freeze-acts-none",
    "freeze-act",
    "freeze-signature",
    "freeze-text",
    "freeze-key",
    "freeze-key-none",
    "freeze-amendments",
    "freeze-back",
    "amendments-reason",
    "public-count",
    "money-sum",
    "public-period",
)
"""What the templates say."""

ACT_KINDS = (
    "freeze",
    "addition",
    "import",
    "amendment",
    "opening",
    "key-destroyed",
    "audit",
    "restored",
    "lot",
    "elsewhere",
    "struck",
)
"""Kinds of acts that have words (ledger 13); another one is shown as such with its text."""

ACT_TEXTS = tuple(f"freeze-act-kind-{kind}" for kind in (*ACT_KINDS, "other"))


class FreezePages:
    """`/{campaign}/freeze`, and what stands or would stand in a territory below it."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/freeze", self.show)
        office.show("/{campaign}/freeze/{territory}", self.show_territory)
        office.show("/{campaign}/freeze/{territory}/contents.json", self.give)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show every territory, small ones with a warning, and all acts."""
        overview = await get_overview(desk.services, desk.actor, desk.campaign_id)
        words = desk.pages.locales.words(desk.language)
        # What `words` returns is escaped.
        told = {
            each.number: Markup(tell_of(words, overview.rulebook, each))  # noqa: S704
            for each in overview.amendments
        }
        return desk.show(
            "freeze.html",
            overview=overview,
            told=told,
            least=FEW_ENTITLED,
            may_merge=desk.may(OfficeAct.AMEND_RULES),
            kinds=ACT_KINDS,
        )

    async def show_territory(self, desk: Desk) -> web.StreamResponse:
        """Show one territory's contents with its hash."""
        return desk.show("frozen.html", **await _facts(desk))

    async def give(self, desk: Desk) -> web.StreamResponse:
        """Give the canonical text over which the hash stands."""
        facts = await _facts(desk)
        name = f"{desk.campaign_id.campaign}-{facts['territory'].slug}-freeze.json"
        response = web.Response(body=facts["frozen"].contents.encode(), content_type="application/json")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response[SANDBOXED] = True
        return response


async def _facts(desk: Desk) -> dict[str, Any]:
    slug = desk.request.match_info["territory"]
    rulebook, frozen = await get_would_be(desk.services, desk.actor, desk.campaign_id, slug)
    adults = rulebook.voting.adults.get(slug)
    return {
        "rulebook": rulebook,
        "territory": rulebook.territories.require(slug),
        "frozen": frozen,
        "contents": contents_of(frozen),
        "adults": adults.value if adults is not None else None,
    }
