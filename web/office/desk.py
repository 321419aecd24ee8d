"""What a page of the office works with, and the guard that every page of it passes (L1).

Separate from the pages, so that none of them can forget who asks.
"""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from aiohttp import web

from core.files.sheets import SheetProblem
from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.language import Text as BothTexts
from core.model.refusals import Refusal, RuleViolation, refuse
from core.model.staff import Actor
from core.rulebook.model import Rulebook
from core.rules.permissions import PERMISSIONS, OfficeAct, stages_now
from core.usecases.office.keeping import SentForm, discard_form, keep_form, knows
from core.usecases.office.reading import get_rulebook
from core.usecases.office.sessions import SignedIn, find_session
from core.usecases.services import Services
from web.bodies import BodyBroken, Form, drain, read_form
from web.limits import Limits
from web.office.doorway import COOKIE, Doorway, is_from_elsewhere
from web.office.navigation import menu
from web.office.statuses import status_of
from web.pages import Pages

FORM_KEY = "form_key"
"""The field by which a form proves that it is a page of ours that sent it."""

KEPT = "kept_form"
"""The field by which a form says that it is the one that was kept; once done it is kept no longer."""

_BEFORE_PASSWORD = ("/office/password", "/office/language", "/office/sign-out")
"""What is open to whoever still has the password that was handed out."""

Page = Callable[["Desk"], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One request of somebody who is signed in: who, about which campaign, and what the form says.

    ``rulebook`` is that of the campaign in the address, ``None`` on pages of the akimat as a whole.
    """

    request: web.Request
    services: Services
    pages: Pages
    signed: SignedIn
    doorway: Doorway = field(default_factory=Doorway)
    limits: Limits = field(default_factory=Limits)
    rulebook: Rulebook | None = None
    form: Form = field(default_factory=Form)

    @property
    def actor(self) -> Actor:
        """Return who does what this page does."""
        return self.signed.staff.actor

    @property
    def language(self) -> Language:
        """Return the reader's language."""
        return self.signed.staff.language

    @property
    def campaign_id(self) -> CampaignId:
        """Return the campaign in the address: always one of the reader's own akimat (P9)."""
        return CampaignId(self.actor.akimat, self.request.match_info["campaign"])

    @property
    def number(self) -> int:
        """Return the application number in the address, 0 for what is none."""
        return read_number(self.request.match_info.get("number", ""))

    @property
    def campaign_rules(self) -> Rulebook:
        """Return the rulebook of the campaign in the address."""
        if self.rulebook is None:
            raise refuse(Refusal.CAMPAIGN_UNKNOWN)
        return self.rulebook

    def may(self, act: OfficeAct) -> bool:
        """Say whether a page shall offer an act; the use case asks again (L1)."""
        permission = PERMISSIONS[act]
        if not permission.roles & self.actor.roles:
            return False
        if self.rulebook is None:
            return True
        return bool(permission.stages & stages_now(self.rulebook, self.services.clock.now()))

    def show(self, name: str, *, status: int = HTTPStatus.OK, **facts: Any) -> web.Response:
        """Answer with a template of the office."""
        common = {
            "desk": self,
            "form_key": self.signed.form_key,
            "root": root_of(self.request),
            "here": self._here(),
            "is_done": "done" in self.request.query and status == HTTPStatus.OK,
            "menu": menu(self.request, self.may, self._campaign_shown()),
            "faults": [],
        }
        return self.pages.show(self.request, f"office/{name}", self.language, status=status, **common | facts)

    def _here(self) -> str:
        """Return the page that is shown, for the way back to it; a form's answer has none of its own."""
        if self.request.method != "GET":
            return ""
        return self.request.path_qs.partition("/office/")[2]

    def _campaign_shown(self) -> tuple[str, BothTexts] | None:
        if self.rulebook is None:
            return None
        return self.rulebook.campaign, self.rulebook.title

    def refused(self, name: str, violation: RuleViolation, **facts: Any) -> web.Response:
        """Answer with the page again and above it everything that stands against what was asked (P7)."""
        faults = self.pages.reasons(self.language, violation)
        return self.show(name, status=status_of(violation), faults=faults, **facts)

    def go(self, path: str) -> web.HTTPSeeOther:
        """Return the answer that leads to another page of the office, `/proposals` for instance."""
        # Without a folder in front a mere query would lead back to the form's own address.
        return web.HTTPSeeOther((root_of(self.request) or "./") + path.removeprefix("/"))

    def back(self, here: str) -> web.HTTPSeeOther:
        """Return the answer that leads back to ``here``, a path that a page has told of itself."""
        return self.go(own_path(here))

    def done(self, path: str) -> web.HTTPSeeOther:
        """Return the answer that leads to a page which says above itself that it is done."""
        return self.go(f"{path}{'&' if '?' in path else '?'}done=1")


class Office:
    """The table of the office's pages: each is guarded as it is entered."""

    def __init__(
        self, services: Services, pages: Pages, limits: Limits, app: web.Application, doorway: Doorway
    ) -> None:
        """Begin with none."""
        self._services = services
        self._pages = pages
        self._limits = limits
        self._app = app
        self._doorway = doorway

    def show(self, path: str, page: Page) -> None:
        """Serve a page below `/office`."""
        self._app.router.add_get(f"/office{path}", partial(self._answer, page))

    def take(self, path: str, page: Page, *, is_table: bool = False) -> None:
        """Serve what a form below `/office` is sent to; it is read and its key checked before.

        ``is_table`` lets it bring a city's register.
        """
        limits = replace(self._limits, body=self._limits.table) if is_table else self._limits
        self._app.router.add_post(f"/office{path}", partial(self._answer_form, page, limits))

    async def _answer(self, page: Page, request: web.Request) -> web.StreamResponse:
        return await self._guarded(request, page, Form())

    async def _answer_form(self, page: Page, limits: Limits, request: web.Request) -> web.StreamResponse:
        """Read a form of who is or was signed in; a browser shows no answer before it has sent all."""
        if not await knows(self._services, request.cookies.get(COOKIE, "")):
            await drain(request, self._limits)
            return self._to_sign_in(request)
        try:
            async with read_form(request, limits) as form:
                return await self._guarded(request, page, form, is_form=True)
        except (BodyBroken, RuleViolation) as fault:
            await drain(request, self._limits)
            if isinstance(fault, RuleViolation) and limits is not self._limits:
                fault = refuse(Refusal.SHEET_REFUSED, problem=SheetProblem.TOO_LARGE)
            return await self._broken(request, fault)

    async def _guarded(
        self, request: web.Request, page: Page, form: Form, *, is_form: bool = False
    ) -> web.StreamResponse:
        signed = await self._signed_in(request)
        if signed is None:
            return self._to_sign_in(request, is_kept=is_form and await self._keep(request, form))
        if is_form and not self._is_ours(request, form, signed):
            return await self._stale(request, form, signed)
        if signed.staff.must_change_password and not request.path.endswith(_BEFORE_PASSWORD):
            raise web.HTTPSeeOther(f"{root_of(request)}password")
        desk = self._desk(request, signed, form)
        try:
            if "campaign" in request.match_info:
                rulebook = await get_rulebook(self._services, desk.actor, desk.campaign_id)
                desk = replace(desk, rulebook=rulebook)
            return await page(desk)
        except web.HTTPSeeOther:
            if form.text(KEPT):
                await discard_form(self._services, signed)
            raise
        except RuleViolation as violation:
            return desk.refused("refused.html", violation)

    async def _signed_in(self, request: web.Request) -> SignedIn | None:
        return await find_session(self._services, request.cookies.get(COOKIE, ""))

    def _is_ours(self, request: web.Request, form: Form, signed: SignedIn) -> bool:
        """Say whether a page of ours, shown in this session, has sent a form."""
        is_key = hmac.compare_digest(form.text(FORM_KEY).encode(), signed.form_key.encode())
        return is_key and self._doorway.is_own(request)

    async def _stale(self, request: web.Request, form: Form, signed: SignedIn) -> web.StreamResponse:
        """Answer a form of another session: to whom it belongs it is shown again, whole."""
        if await self._keep(request, form):
            raise web.HTTPSeeOther(f"{root_of(request)}kept")
        desk = self._desk(request, signed, Form())
        return desk.show("refused.html", status=HTTPStatus.FORBIDDEN, is_stale=True)

    async def _keep(self, request: web.Request, form: Form) -> bool:
        """Keep a form that comes too late, where a page of ours has sent it; say whether it is kept."""
        path = own_path(request.path_qs.partition("/office/")[2])
        if not path or not self._doorway.is_own(request):
            return False
        sent = SentForm(path=path, fields=tuple(form.fields))
        token = request.cookies.get(COOKIE, "")
        return await keep_form(self._services, token, form.text(FORM_KEY), sent)

    def _desk(self, request: web.Request, signed: SignedIn, form: Form) -> Desk:
        return Desk(
            request=request,
            services=self._services,
            pages=self._pages,
            signed=signed,
            doorway=self._doorway,
            limits=self._limits,
            form=form,
        )

    def _to_sign_in(self, request: web.Request, *, is_kept: bool = False) -> web.StreamResponse:
        """Return the answer that asks to sign in and leads back to a page, or to the form that was kept."""
        if request.method != "GET":
            raise web.HTTPSeeOther(f"{root_of(request)}sign-in{'?next=kept' if is_kept else ''}")
        if is_from_elsewhere(request):
            # Asked for again by a page of ours, the browser sends the cookie that it kept to itself.
            return web.Response(headers={"Refresh": "0"})
        back = request.path_qs.partition("/office/")[2]
        raise web.HTTPSeeOther(f"{root_of(request)}sign-in?next={quote(back)}")

    async def _broken(self, request: web.Request, fault: BodyBroken | RuleViolation) -> web.StreamResponse:
        signed = await self._signed_in(request)
        if signed is None:
            return self._to_sign_in(request)
        desk = self._desk(request, signed, Form())
        if isinstance(fault, RuleViolation):
            return desk.refused("refused.html", fault)
        return desk.show("refused.html", status=HTTPStatus.BAD_REQUEST, faults=[])


def own_path(path: str) -> str:
    """Return a path below the office as an address or a form has it, empty where it leads elsewhere."""
    plain, _, query = path.partition("?")
    is_own = plain.isascii() and all(part not in {"", ".", ".."} for part in plain.split("/"))
    is_plain = path.isprintable() and not any(sign in plain for sign in ":\\%#") and "#" not in query
    return path if is_own and is_plain else ""


def read_number(text: str) -> int:
    """Return a number as an address or a form has it, 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else 0


_DIGITS = 9


def root_of(request: web.Request) -> str:
    """Return the way from this page to the office's own folder: the proxy may serve it anywhere."""
    return "../" * (request.path.count("/") - 2)
