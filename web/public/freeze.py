"""What stands since the voting began: hashes, contents to recompute them, signed acts with the key (A4)."""

import asyncio
import json
from dataclasses import replace

from aiohttp import web
from markupsafe import Markup

from core.usecases.amendment.telling import tell_of
from core.usecases.freeze.reading import Act, get_contents, get_published
from web.office.freeze import ACT_KINDS
from web.public.site import PublicSite, Visit, kept

PUBLIC_FREEZE_TEXTS = (
    "public-freeze-title",
    "public-freeze-about",
    "public-freeze-none",
    "public-freeze-link",
    "public-freeze-files",
    "public-freeze-contents",
    "public-freeze-file-acts",
)
"""What the templates of public pages say of it; the rest they share with the office."""

SHOWN_ACTS = 30
"""The newest acts that the page shows whole; the file has all of them (P5)."""


class FreezePage:
    """`/c/{campaign}/freeze/` with the files below it."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/c/{campaign}/freeze/", self.show)
        site.show("/c/{campaign}/freeze/acts.json", self.send_acts)
        site.show("/c/{campaign}/freeze/of/{territory}.json", self.send_contents)

    async def show(self, visit: Visit) -> web.Response:
        """Show every frozen territory and what was amended."""
        overview = await get_published(visit.services, visit.campaign)
        words = visit.pages.locales.words(visit.language)
        # What `words` returns is escaped.
        told = {
            each.number: Markup(tell_of(words, overview.rulebook, each))  # noqa: S704
            for each in overview.amendments
        }
        shown = replace(overview, acts=tuple(reversed(overview.acts[-SHOWN_ACTS:])))
        return visit.show(
            "freeze.html", rulebook=overview.rulebook, overview=shown, told=told, kinds=ACT_KINDS
        )

    async def send_acts(self, visit: Visit) -> web.Response:
        """Send all signed acts in their order, with the key that verifies them (ledger 13)."""
        overview = await get_published(visit.services, visit.campaign)
        content = {
            "campaign": visit.campaign.campaign,
            "public_key": overview.public_key,
            "acts": [_written(act) for act in overview.acts],
        }
        body = await asyncio.to_thread(json.dumps, content, ensure_ascii=False, indent=1)
        response = web.Response(body=body.encode(), content_type="application/json", charset="utf-8")
        return kept(visit.request, response)

    async def send_contents(self, visit: Visit) -> web.Response:
        """Send the very bytes whose SHA-256 is the hash of a territory."""
        contents = await get_contents(visit.services, visit.campaign, visit.request.match_info["territory"])
        if contents is None:
            raise web.HTTPNotFound
        response = web.Response(body=contents.encode(), content_type="application/json", charset="utf-8")
        return kept(visit.request, response)


def _written(act: Act) -> dict[str, object]:
    return {"n": act.number, "entry": act.entry, "signature": act.signature}
