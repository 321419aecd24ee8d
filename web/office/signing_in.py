"""The page before the office: login, password, code; apart from the others, for nobody is known yet."""

import hmac
import secrets
from http import HTTPStatus

from aiohttp import web

from core.model.refusals import Refusal, RuleViolation
from core.usecases.office.attempts import Strangers
from core.usecases.office.sessions import find_session
from core.usecases.office.signing_in import Attempt, choose_language, sign_in
from core.usecases.services import Services
from web.bodies import BodyBroken, Form, drain, read_form
from web.limits import Limits
from web.office.desk import own_path
from web.office.doorway import COOKIE, ENTRY_COOKIE, Doorway, is_from_elsewhere
from web.pages import Pages, language_of

SIGN_IN_TEXTS = (
    "sign-in-title",
    "sign-in-login",
    "sign-in-password",
    "sign-in-code",
    "sign-in-code-hint",
    "sign-in-help",
    "sign-in-again",
    "button-sign-in",
)
"""What the template of this page says."""

_KEY_BYTES = 32
_LONGEST_LOGIN = 64
_MOST_BYTES = 16 * 1024
_STATUSES = {Refusal.SIGN_IN_LOCKED: HTTPStatus.TOO_MANY_REQUESTS}


class SignInPage:
    """`/office/sign-in`."""

    def __init__(self, services: Services, pages: Pages, limits: Limits, doorway: Doorway) -> None:
        self._services = services
        self._pages = pages
        self._limits = limits
        self._doorway = doorway
        self._strangers = Strangers()

    def add_routes(self, app: web.Application) -> None:
        """Serve the page and its form."""
        app.router.add_get("/office", self.lead)
        app.router.add_get("/office/sign-in", self.show)
        app.router.add_post("/office/sign-in", self.take)

    async def lead(self, _request: web.Request) -> web.Response:
        """Lead to the folder, from which the addresses of the office are counted."""
        raise web.HTTPSeeOther("office/")

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the form, or lead on whoever is signed in already."""
        if is_from_elsewhere(request):
            return web.Response(headers={"Refresh": "0"})
        if await find_session(self._services, request.cookies.get(COOKIE, "")) is not None:
            raise web.HTTPSeeOther(_back(request))
        return self._form(request, login=request.query.get("login", "")[:_LONGEST_LOGIN])

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Sign in, or show the form again with what is wrong and without the secrets."""
        if not _is_small(request):
            await drain(request, self._limits)
            return self._form(request, status=HTTPStatus.BAD_REQUEST)
        try:
            async with read_form(request, self._limits) as form:
                return await self._signed_in(request, form)
        except BodyBroken:
            await drain(request, self._limits)
            return self._form(request, status=HTTPStatus.BAD_REQUEST)

    async def _signed_in(self, request: web.Request, form: Form) -> web.StreamResponse:
        key = request.cookies.get(ENTRY_COOKIE, "")
        is_asked = bool(key) and hmac.compare_digest(form.text("form_key").encode(), key.encode())
        if not is_asked or not self._doorway.is_own(request):
            return self._form(
                request, status=HTTPStatus.FORBIDDEN, is_stale=True, login=form.text("login")[:_LONGEST_LOGIN]
            )
        attempt = Attempt(form.text("login"), form.text("password"), form.text("code"))
        try:
            token = await sign_in(self._services, self._strangers, attempt)
        except RuleViolation as violation:
            status = _STATUSES.get(violation.refusal, HTTPStatus.FORBIDDEN)
            return self._form(request, violation, status=status, login=attempt.login[:_LONGEST_LOGIN])
        await self._keep_language(request, token)
        answer = web.HTTPSeeOther(_back(request))
        self._doorway.set_cookie(answer, COOKIE, token)
        self._doorway.drop_cookie(answer, ENTRY_COOKIE)
        raise answer

    async def _keep_language(self, request: web.Request, token: str) -> None:
        """Let the office speak as the sign-in page did, where somebody chose that."""
        signed = await find_session(self._services, token)
        if signed is not None and "lang" in request.query:
            await choose_language(self._services, signed, language_of(request, signed.staff.language))

    def _form(
        self,
        request: web.Request,
        violation: RuleViolation | None = None,
        *,
        status: int = HTTPStatus.OK,
        is_stale: bool = False,
        login: str = "",
    ) -> web.Response:
        language, key = language_of(request), secrets.token_hex(_KEY_BYTES)
        page = self._pages.show(
            request,
            "office/sign_in.html",
            language,
            status=status,
            faults=self._pages.reasons(language, violation),
            is_stale=is_stale,
            login=login,
            form_key=key,
            is_chosen="lang" in request.query,
            back=_next(request),
        )
        self._doorway.set_cookie(page, ENTRY_COOKIE, key)
        return page


def _next(request: web.Request) -> str:
    """Return the page that was asked for: a path below the office and nothing that leads elsewhere."""
    return own_path(request.query.get("next", ""))


def _back(request: web.Request) -> str:
    return _next(request) or "./"


def _is_small(request: web.Request) -> bool:
    """Say whether it may be this page's form: a stranger gets neither memory nor disk for more."""
    is_plain = request.content_type == "application/x-www-form-urlencoded"
    return is_plain and request.content_length is not None and request.content_length <= _MOST_BYTES
