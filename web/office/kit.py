"""Posters, texts and QR codes for those who speak for the akimat: looked at, then taken at once (A7)."""

from typing import Any

from aiohttp import web

from core.documents.poster import Occasion
from core.documents.texts import Outlet
from core.model.refusals import RuleViolation
from core.usecases.kit.making import make_card, make_kit, preview_kits, preview_poster
from web.office.desk import Desk, Office, read_number

KIT_TEXTS = (
    "kit-title",
    "kit-about",
    "kit-period",
    "kit-poster",
    "kit-poster-alt",
    "kit-contents",
    "kit-none",
    "kit-card",
    "kit-card-about",
    "kit-card-number",
    "kit-card-no-bot",
    "button-kit-download",
    "button-kit-card",
)
"""What the template says."""

OCCASION_TEXTS = tuple(f"kit-{occasion}" for occasion in Occasion)
OUTLET_TEXTS = tuple(f"kit-text-{outlet}" for outlet in Outlet)


class KitPages:
    """`/{campaign}/kit`: what there is, the pictures of the posters, and the downloads."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        office.show("/{campaign}/kit", self.show)
        office.show("/{campaign}/kit/poster-{occasion}.png", self.picture)
        office.take("/{campaign}/kit", self.make)
        office.take("/{campaign}/kit/card", self.card)

    async def show(self, desk: Desk) -> web.StreamResponse:
        """Show each kit with its poster and its texts."""
        return desk.show("kit.html", **await _facts(desk))

    async def picture(self, desk: Desk) -> web.StreamResponse:
        """Give a poster as a picture."""
        occasion = _occasion(desk.request.match_info["occasion"])
        locales = desk.pages.locales
        body = await preview_poster(desk.services, locales, desk.actor, desk.campaign_id, occasion)
        return web.Response(body=body, content_type="image/png")

    async def make(self, desk: Desk) -> web.StreamResponse:
        """Give the whole kit."""
        occasion = _occasion(desk.form.text("occasion"))
        body = await make_kit(desk.services, desk.pages.locales, desk.actor, desk.campaign_id, occasion)
        return _file(body, "application/zip", f"{desk.campaign_id.campaign}-{occasion}.zip")

    async def card(self, desk: Desk) -> web.StreamResponse:
        """Give the sheet of one project, or the page again with what stands against it."""
        number = read_number(desk.form.text("number"))
        try:
            body = await make_card(desk.services, desk.pages.locales, desk.actor, desk.campaign_id, number)
        except RuleViolation as violation:
            return desk.refused("kit.html", violation, **await _facts(desk))
        return _file(body, "application/pdf", f"{desk.campaign_id.campaign}-{number}.pdf")


async def _facts(desk: Desk) -> dict[str, Any]:
    kits = await preview_kits(desk.services, desk.pages.locales, desk.actor, desk.campaign_id, desk.language)
    has_bot = bool(desk.campaign_rules.official.bot)
    typed = desk.form.text("number")
    return {"kits": kits, "has_bot": has_bot, "folder": f"{desk.campaign_id.campaign}/kit", "typed": typed}


def _occasion(named: str) -> Occasion:
    if named not in set(Occasion):
        raise web.HTTPNotFound
    return Occasion(named)


def _file(body: bytes, kind: str, name: str) -> web.Response:
    answer = web.Response(body=body, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
