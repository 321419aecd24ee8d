"""The council on results as pages: territories, a sitting, its publication and its protocol (F2)."""

import asyncio
from collections.abc import Awaitable
from datetime import datetime
from typing import Any

from aiohttp import web

from core.documents.result import result_docx, result_pdf
from core.law.zone import last_date_before
from core.model.campaign import CampaignId
from core.model.refusals import RuleViolation
from core.model.result import ResultSitting
from core.model.staff import Actor
from core.rules.permissions import OfficeAct
from core.usecases.result.deciding import move_results_term, open_results, publish_results
from core.usecases.result.protocol import gather_results
from core.usecases.result.reading import list_results, require_line, view_results
from core.usecases.services import Services
from web.office.desk import Desk, Office
from web.office.sittings import read_call, read_term

RESULTS_TEXTS = (
    "results-title",
    "results-intro",
    "results-none",
    "results-territory",
    "results-of",
    "results-call",
    "results-call-hint",
    "results-project",
    "results-counted",
    "results-differs",
    "results-votes",
    "results-votes-hidden",
    "results-not-won",
    "results-verdict-none",
    "results-verdict-implemented",
    "results-verdict-declined",
    "results-waiting",
    "results-all-said",
    "results-publish",
    "results-publish-left",
    "results-publish-intro",
    "results-publish-differs",
    "results-publish-none",
    "results-published",
    "results-protocol-draft",
    "button-results-call",
    "button-results-publish",
    "button-results-to-publish",
)
"""What the templates say besides the words of the council's other sittings."""

STATE_TEXTS = tuple(
    f"results-state-{state}" for state in ("uncounted", "lot", "ready", "open", "over", "published")
)

TERRITORY = r"/{campaign}/results/{territory:[a-z0-9-]+}"
"""The address of a territory's sitting."""

_PROTOCOLS = {
    "pdf": (result_pdf, "application/pdf"),
    "docx": (result_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


class ResultsPages:
    """`/{campaign}/results`, one territory, its publication and its protocol."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/results", self.list)
        office.show(TERRITORY, self.show)
        office.take(TERRITORY, self.open)
        office.take(f"{TERRITORY}/term", self.move)
        office.show(f"{TERRITORY}/publish", self.ask)
        office.take(f"{TERRITORY}/publish", self.publish)
        office.show(TERRITORY + r"/protocol.{kind:pdf|docx}", self.protocol)

    async def list(self, desk: Desk) -> web.StreamResponse:
        """Show every voting territory with how far its results have come."""
        lines = await list_results(desk.services, desk.actor, desk.campaign_id)
        return desk.show("results.html", lines=lines)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show the sitting of a territory, or the form that calls it."""
        return desk.show("results_sitting.html", **await _facts(desk))

    async def open(self, desk: Desk) -> web.StreamResponse:
        """Call the sitting."""
        return await _done(desk, open_results(*where(desk), read_call(desk)))

    async def move(self, desk: Desk) -> web.StreamResponse:
        """Move the term of the members."""
        return await _done(desk, move_results_term(*where(desk), read_term(desk.form.text("term"))))

    async def ask(self, desk: Desk) -> web.StreamResponse:
        """Show everything that a publication will tell, before it does."""
        return desk.show("results_publish.html", **await _facts(desk))

    async def publish(self, desk: Desk) -> web.StreamResponse:
        """Publish the decisions."""
        return await _done(desk, publish_results(*where(desk)))

    async def protocol(self, desk: Desk) -> web.StreamResponse:
        """Give the protocol, a draft before the publication."""
        kind = desk.request.match_info["kind"]
        make, content_type = _PROTOCOLS[kind]
        facts = await gather_results(*where(desk))
        body = await asyncio.to_thread(make, desk.pages.locales, facts)
        name = f"results-{desk.campaign_id.campaign}-{facts.sitting.territory}.{kind}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return web.Response(body=body, content_type=content_type, headers=headers)


def where(desk: Desk) -> tuple[Services, Actor, CampaignId, str]:
    """Return what the use cases of a territory begin with."""
    return desk.services, desk.actor, desk.campaign_id, desk.request.match_info["territory"]


def path_of(desk: Desk) -> str:
    """Return the path of the territory in the address."""
    return f"/{desk.campaign_id.campaign}/results/{desk.request.match_info['territory']}"


def state_of(sitting: ResultSitting, now: datetime) -> str:
    """Return how far a sitting has come: ``open``, ``over`` (its term) or ``published``."""
    if sitting.published_at is not None:
        return "published"
    return "open" if now < sitting.decide_by else "over"


async def _done(desk: Desk, awaited: Awaitable[object]) -> web.StreamResponse:
    try:
        await awaited
    except RuleViolation as violation:
        return desk.refused("results_sitting.html", violation, **await _facts(desk))
    raise desk.done(path_of(desk))


async def _facts(desk: Desk) -> dict[str, Any]:
    line = await require_line(*where(desk))
    facts: dict[str, Any] = {
        "line": line,
        "typed": desk.form,
        "base": path_of(desk).removeprefix("/"),
        "may_keep": desk.may(OfficeAct.KEEP_RESULTS),
        "view": None,
    }
    if not line.is_open:
        return facts
    view = await view_results(*where(desk))
    term = last_date_before(view.sitting.decide_by).isoformat()
    return facts | {
        "view": view,
        "sitting": view.sitting,
        "state": state_of(view.sitting, desk.services.clock.now()),
        "term": desk.form.text("term") or term,
        "left": [item.number for item in view.sitting.items if item.is_implemented is None],
    }
