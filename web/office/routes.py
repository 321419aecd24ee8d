"""Puts every page of the office into the application: each capability adds its class to one list (L1)."""

from typing import Protocol

from aiohttp import web

from core.usecases.services import Services
from web.limits import Limits
from web.office.agenda import AgendaPages
from web.office.amendments import AmendmentPages
from web.office.announcement_sending import AnnouncementSendingPages
from web.office.announcements import AnnouncementPages
from web.office.appeals import AppealPages
from web.office.ask import AskPage
from web.office.cases import CasePages
from web.office.check import CheckPages
from web.office.codes import CodePages
from web.office.cost import CostPages
from web.office.council import CouncilPages
from web.office.desk import Office
from web.office.discussion import DiscussionPages
from web.office.doorway import Doorway
from web.office.elsewhere import ElsewherePages
from web.office.exclusive import ExclusivePages
from web.office.export import ExportPages
from web.office.files import FilePages
from web.office.freeze import FreezePages
from web.office.home import HomePages
from web.office.keeping import KeptPages
from web.office.kit import KitPages
from web.office.logs import LogPages
from web.office.money import MoneyPage
from web.office.opening import OpeningPages
from web.office.own import OwnPages
from web.office.paper import PaperPages
from web.office.proposals import ProposalPages
from web.office.register import RegisterPages
from web.office.result import ResultPages
from web.office.results import ResultsPages
from web.office.sheets import SheetPages
from web.office.signing_in import SignInPage
from web.office.site import SitePages
from web.office.sittings import SittingPages
from web.office.slips import SlipPages
from web.office.staff import StaffPages
from web.office.what_if import WhatIfPages
from web.office.yards import YardPages
from web.pages import Pages


class Capability(Protocol):
    """The pages of one capability."""

    def add_routes(self, office: Office) -> None:
        """Serve them."""
        ...


CAPABILITIES: tuple[type[Capability], ...] = (
    HomePages,
    OwnPages,
    KeptPages,
    StaffPages,
    LogPages,
    PaperPages,
    KitPages,
    ProposalPages,
    CheckPages,
    SitePages,
    CostPages,
    FilePages,
    DiscussionPages,
    ExportPages,
    CouncilPages,
    SittingPages,
    AgendaPages,
    ExclusivePages,
    AppealPages,
    OpeningPages,
    ResultsPages,
    ResultPages,
    AnnouncementPages,
    AnnouncementSendingPages,
    MoneyPage,
    AmendmentPages,
    FreezePages,
    RegisterPages,
    CodePages,
    SheetPages,
    SlipPages,
    AskPage,
    CasePages,
    YardPages,
    ElsewherePages,
    WhatIfPages,
)
"""Add yours: a class without arguments, `web/office/<word>.py`."""


def add_office(
    app: web.Application, services: Services, pages: Pages, limits: Limits, doorway: Doorway
) -> None:
    """Serve the office below `/office`."""
    office = Office(services, pages, limits, app, doorway)
    SignInPage(services, pages, limits, doorway).add_routes(app)
    for capability in CAPABILITIES:
        capability().add_routes(office)
