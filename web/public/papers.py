"""The page behind a one-time link: what is asked, a form for files, and what came (B2, B7, P1)."""

import asyncio
from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web

from core.files.papers import MOST_BYTES
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.usecases.proposal.papers import MOST_PAPERS
from core.usecases.proposal.uploading import UploadPage, open_link, receive
from core.usecases.services import Services
from web.bodies import BodyBroken, drain, read_form
from web.limits import MEGABYTE, Limits
from web.pages import Pages, language_of

PAPERS_TEXTS = (
    "papers-page-title",
    "papers-page-intro",
    "papers-page-asked",
    "papers-page-due",
    "papers-page-received",
    "papers-page-once",
    "papers-page-more",
    "papers-page-limits",
    "button-papers-send",
    "papers-page-sending",
    "papers-page-by-hand",
    "papers-page-refused",
    "papers-page-again",
    "papers-page-interrupted",
    "papers-page-closed",
    "papers-page-done",
    "papers-page-done-facts",
    "papers-page-done-more",
)
"""What the templates of this page say."""

_ACCEPTED = "application/pdf,image/jpeg,image/png,.docx,.xlsx"
"""What a phone offers to choose; an iPhone makes JPEG of its HEIC where that is not named."""

_CLOSED = {
    Refusal.LINK_UNKNOWN: HTTPStatus.NOT_FOUND,
    Refusal.LINK_EXPIRED: HTTPStatus.GONE,
    Refusal.PAPERS_NOT_ASKED: HTTPStatus.CONFLICT,
    Refusal.PROPOSAL_DECIDED: HTTPStatus.CONFLICT,
}
"""After these there is nothing to send by the link."""

_STATUSES = {
    **_CLOSED,
    Refusal.LINK_USED: HTTPStatus.CONFLICT,
    Refusal.PAPERS_TOO_HEAVY: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Refusal.SCANNER_UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}

_IN_MEMORY = 2
"""Sets of files that are looked at and kept at the same time; others wait on the disk."""


class PapersPage:
    """`/papers/TOKEN`: whoever knows the token sees one proposal's title and may send its papers once."""

    def __init__(self, services: Services, pages: Pages, limits: Limits) -> None:
        self._services = services
        self._pages = pages
        self._limits = limits
        self._room = asyncio.Semaphore(_IN_MEMORY)

    def add_routes(self, app: web.Application) -> None:
        """Serve the page and its form."""
        app.router.add_get("/papers/{token}", self.show)
        app.router.add_post("/papers/{token}", self.send)

    async def show(self, request: web.Request) -> web.Response:
        """Show the form, or what came by the link."""
        try:
            page = await open_link(self._services, request.match_info["token"])
        except RuleViolation as violation:
            return self._closed(request, language_of(request), violation)
        if page.used_at is not None:
            return self._received(request, page)
        return self._form(request, page)

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Take the files; what is wrong with them is said above the form, which is still there."""
        try:
            page = await open_link(self._services, request.match_info["token"])
        except RuleViolation as violation:
            await drain(request, self._limits)
            return self._closed(request, language_of(request), violation)
        names: list[str] = []
        try:
            async with read_form(request, self._limits) as form, self._room:
                names = [file.name for file in form.files]
                contents = [await asyncio.to_thread(file.content.read) for file in form.files]
                await receive(self._services, request.match_info["token"], contents)
        except BodyBroken:
            await drain(request, self._limits)
            return self._form(request, page, is_broken=True)
        except RuleViolation as violation:
            await drain(request, self._limits)
            return await self._refused(request, page, violation, names)
        # Loading the answer anew sends nothing again.
        raise web.HTTPSeeOther(f"?lang={language_of(request, page.language)}")

    async def _refused(
        self, request: web.Request, page: UploadPage, violation: RuleViolation, names: Sequence[str]
    ) -> web.Response:
        language, refusal = language_of(request, page.language), violation.refusal
        if refusal is Refusal.LINK_USED:
            page = await open_link(self._services, request.match_info["token"])
            return self._received(request, page, violation)
        if refusal in _CLOSED:
            return self._closed(request, language, violation)
        return self._form(request, page, violation, names)

    def _form(
        self,
        request: web.Request,
        page: UploadPage,
        violation: RuleViolation | None = None,
        names: Sequence[str] = (),
        *,
        is_broken: bool = False,
    ) -> web.Response:
        language = language_of(request, page.language)
        status = HTTPStatus.BAD_REQUEST if is_broken else _status(violation)
        return self._pages.show(
            request,
            "papers.html",
            language,
            status=status,
            page=page,
            faults=self._pages.reasons(language, violation),
            names=_named(violation, names),
            is_broken=is_broken,
            accepted=_ACCEPTED,
            most=MOST_PAPERS,
            each=MOST_BYTES // MEGABYTE,
            all=self._limits.body // MEGABYTE,
        )

    def _received(
        self, request: web.Request, page: UploadPage, violation: RuleViolation | None = None
    ) -> web.Response:
        language = language_of(request, page.language)
        faults, status = self._pages.reasons(language, violation), _status(violation)
        return self._pages.show(request, "received.html", language, status=status, page=page, faults=faults)

    def _closed(self, request: web.Request, language: Language, violation: RuleViolation) -> web.Response:
        faults, status = self._pages.reasons(language, violation), _status(violation)
        return self._pages.show(request, "closed.html", language, status=status, faults=faults)


def _status(violation: RuleViolation | None) -> int:
    if violation is None:
        return HTTPStatus.OK
    return _STATUSES.get(violation.refusal, HTTPStatus.UNPROCESSABLE_ENTITY)


def _named(violation: RuleViolation | None, names: Sequence[str]) -> list[str]:
    """Return for each reason the name of the file that it is about, empty where it is about none."""
    reasons = violation.reasons if violation is not None else ()
    places = [reason.facts.get("place") for reason in reasons]
    return [names[place - 1] if isinstance(place, int) else "" for place in places]
