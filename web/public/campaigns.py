"""The first page: every campaign of every akimat of this deployment (A3, P9), and who may read what."""

from itertools import groupby
from operator import itemgetter

from aiohttp import web

from core.rules.stages import current_stages
from core.usecases.place.choosing import list_rulebooks
from web.public.site import PublicSite, Visit, kept

CAMPAIGNS_TEXTS = (
    "public-campaigns-title",
    "public-campaigns-about",
    "public-campaigns-none",
    "public-campaign-title",
    "home-stage",
    "home-no-stage",
)
"""What the template of this page says."""

_ROBOTS = "User-agent: *\nDisallow: /office/\nDisallow: /papers/\n"


class CampaignsPage:
    """`/` and `/robots.txt`."""

    def add_routes(self, site: PublicSite) -> None:
        """Serve them."""
        site.show("/", self.show)
        site.show("/robots.txt", self.tell_robots)

    async def show(self, visit: Visit) -> web.Response:
        """List the campaigns by akimat, those that end last first."""
        now = visit.services.clock.now()
        found = [
            (rulebook.akimat.slug, rulebook, current_stages(rulebook, None, now))
            for rulebook in await list_rulebooks(visit.services)
        ]
        # A steady sort: within an akimat the order of the campaigns stays.
        by_akimat = groupby(sorted(found, key=itemgetter(0)), key=itemgetter(0))
        akimats = [[(rulebook, stages) for _, rulebook, stages in group] for _, group in by_akimat]
        return visit.show("campaigns.html", akimats=akimats)

    async def tell_robots(self, visit: Visit) -> web.Response:
        """Let search engines read everything but what was made for somebody in particular."""
        return kept(visit.request, web.Response(text=_ROBOTS))
