"""Open data: a page that explains the fields, and the files for machines (C3)."""

import asyncio
import json

from aiohttp import web

from core.documents.spreadsheet import csv
from core.usecases.place.choosing import require_rulebook
from core.usecases.publishing.data import FIELDS, describe_campaign, list_rows
from web.public.site import PublicSite, Visit, kept

DATA_TEXTS = (
    "public-data-title",
    "public-data-about",
    "public-data-use",
    "public-data-files",
    "public-data-csv",
    "public-data-json",
    "public-data-campaign",
    "public-data-fields",
    "public-data-field",
    "public-data-meaning",
    "public-data-now",
    "public-freeze-link",
)
"""What the template of this page says."""

FIELD_TEXTS = tuple(f"public-field-{name.replace('_', '-')}" for name in FIELDS)


class DataPage:
    """`/c/{campaign}/data/` with `projects.csv`, `projects.json` and `campaign.json`."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/c/{campaign}/data/", self.show)
        site.show("/c/{campaign}/data/projects.csv", self.send_csv)
        site.show("/c/{campaign}/data/projects.json", self.send_json)
        site.show("/c/{campaign}/data/campaign.json", self.send_campaign)

    async def show(self, visit: Visit) -> web.Response:
        """Explain what the files hold."""
        rulebook = await require_rulebook(visit.services, visit.campaign)
        return visit.show("data.html", rulebook=rulebook, fields=FIELDS, now=visit.services.clock.now())

    async def send_csv(self, visit: Visit) -> web.Response:
        """Send the projects as a table; what a spreadsheet would run as a formula is no formula."""
        rows = await list_rows(visit.services, visit.campaign)
        content = await asyncio.to_thread(csv, FIELDS, [list(row.values()) for row in rows])
        name = f"{visit.campaign.campaign}-projects.csv"
        response = web.Response(body=content, content_type="text/csv", charset="utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return kept(visit.request, response)

    async def send_json(self, visit: Visit) -> web.Response:
        """Send the projects as a list of objects, in the order of their numbers."""
        return await _json(visit, await list_rows(visit.services, visit.campaign))

    async def send_campaign(self, visit: Visit) -> web.Response:
        """Send the campaign's own facts."""
        return await _json(visit, await describe_campaign(visit.services, visit.campaign))


async def _json(visit: Visit, content: object) -> web.Response:
    body = await asyncio.to_thread(json.dumps, content, ensure_ascii=False, indent=1)
    response = web.Response(body=body.encode(), content_type="application/json", charset="utf-8")
    return kept(visit.request, response)
