"""Puts every public page into the application: each capability's class stands in one list."""

from typing import Protocol

from aiohttp import web

from core.usecases.services import Services
from web.pages import Pages
from web.public.campaign import CampaignPage
from web.public.campaigns import CampaignsPage
from web.public.data import DataPage
from web.public.freeze import FreezePage
from web.public.project import ProjectPage
from web.public.projects import ProjectsPage
from web.public.rules import RulesPage
from web.public.site import PublicSite


class _Capability(Protocol):
    def add_routes(self, site: PublicSite) -> None: ...


_CAPABILITIES: tuple[type[_Capability], ...] = (
    CampaignsPage,
    CampaignPage,
    RulesPage,
    ProjectsPage,
    ProjectPage,
    DataPage,
    FreezePage,
)


def add_public(app: web.Application, services: Services, pages: Pages) -> None:
    """Serve what anybody may read."""
    site = PublicSite(services, pages, app)
    for capability in _CAPABILITIES:
        capability().add_routes(site)
