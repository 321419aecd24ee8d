"""What a public page works with: its language, its links, an answer that may be kept (A3, P5).

Separate from the pages, because each of them answers alike: without a cookie, in the language that was asked
for, to be found by search engines, and not sent again where it has not changed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from aiohttp import ETag, web

from core.model.campaign import CampaignId
from core.model.language import Language
from core.model.refusals import Refusal, RuleViolation
from core.usecases.place.choosing import find_campaign
from core.usecases.services import Services
from web.pages import PUBLIC, Pages, language_of

SITE_TEXTS = (
    "public-site",
    "public-skip",
    "public-menu",
    "public-menu-campaigns",
    "public-menu-campaign",
    "public-menu-projects",
    "public-menu-rules",
    "public-menu-channels",
    "public-menu-data",
    "public-footer",
    "public-missing-campaign",
    "public-missing-project",
    "public-missing-place",
)
"""What the templates of every public page say."""

_MISSING = {
    Refusal.CAMPAIGN_UNKNOWN: "public-missing-campaign",
    Refusal.PROJECT_UNKNOWN: "public-missing-project",
    Refusal.TERRITORY_UNKNOWN: "public-missing-place",
}
"""Not the bot's texts: these lead to pages, not to commands."""

_KEPT = "public, no-cache"
"""Kept, and asked for anew each time: an answer that has not changed takes 200 bytes."""

_DIGITS = 9
_ASKED = ("words", "territory", "direction", "status", "cost", "order", "seed", "page", "lang")
_MOST_ASKED = 100
"""Characters of a value that a page repeats in its own links."""

Page = Callable[["Visit"], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of anybody; ``campaign_id`` is ``None`` on pages about no campaign."""

    request: web.Request
    services: Services
    pages: Pages
    language: Language
    campaign_id: CampaignId | None = None

    @property
    def campaign(self) -> CampaignId:
        """Return the campaign in the address."""
        if self.campaign_id is None:
            raise web.HTTPNotFound
        return self.campaign_id

    @property
    def root(self) -> str:
        """Return the way from this page to the first one: a proxy may serve them below a path of its own."""
        return "../" * (self.request.path.count("/") - 1)

    def asked(self, name: str) -> str:
        """Return a value of the address as it was typed, empty where there is none."""
        return self.request.query.get(name, "").strip()

    def show(self, name: str, *, status: int = HTTPStatus.OK, **facts: Any) -> web.Response:
        """Answer with a template in the reader's language."""
        response = self.pages.show(
            self.request,
            f"public/{name}",
            self.language,
            status=status,
            campaign=self.campaign_id.campaign if self.campaign_id is not None else "",
            here=self.request.path,
            to=self._link,
            this=self._this,
            **facts,
        )
        return kept(self.request, response)

    def _link(self, path: str, /, **query: object) -> str:
        """Return the address of another page in the same language; empty values are left out."""
        asked = {name: str(value) for name, value in query.items() if value not in {None, ""}}
        return f"{self.root}{path}?{urlencode({**asked, 'lang': self.language.value})}"

    def _this(self, **changed: object) -> str:
        """Return the address of this page with some of what it asks for changed; what we don't know goes."""
        known = {name: self.asked(name)[:_MOST_ASKED] for name in _ASKED}
        asked = {**known, **{name: str(value) for name, value in changed.items()}}
        return "?" + urlencode({name: value for name, value in asked.items() if value})


class PublicSite:
    """The table of the public pages."""

    def __init__(self, services: Services, pages: Pages, app: web.Application) -> None:
        """Begin with none."""
        self._services = services
        self._pages = pages
        self._app = app

    def show(self, path: str, page: Page) -> None:
        """Serve a page; what it does not find is said in words that lead on."""
        self._app.router.add_get(path, partial(self._answer, page))

    async def _answer(self, page: Page, request: web.Request) -> web.StreamResponse:
        visit = Visit(
            request=request, services=self._services, pages=self._pages, language=_language(request)
        )
        try:
            if "campaign" in request.match_info:
                campaign_id = await find_campaign(self._services, request.match_info["campaign"])
                visit = Visit(
                    request=request,
                    services=self._services,
                    pages=self._pages,
                    language=visit.language,
                    campaign_id=campaign_id,
                )
            return await page(visit)
        except RuleViolation as violation:
            said = _MISSING.get(violation.refusal)
            if said is None:
                raise
            return visit.show("missing.html", status=HTTPStatus.NOT_FOUND, said=said)


def kept(request: web.Request, response: web.Response, *, policy: str = _KEPT) -> web.Response:
    """Return an answer that may be kept and found; empty where the browser has it already."""
    body = response.body if isinstance(response.body, bytes) else b""
    response[PUBLIC] = True
    response.headers["Cache-Control"] = policy
    response.headers["Vary"] = "Accept-Language, Accept-Encoding"
    if response.status != HTTPStatus.OK:
        return response
    etag = sha256(body).hexdigest()[:32]
    # Weak: the same page may go out pressed and plain.
    response.etag = ETag(value=etag, is_weak=True)
    if any(each.value in {etag, "*"} for each in request.if_none_match or ()):
        response.set_status(HTTPStatus.NOT_MODIFIED)
        response.body = None
        return response
    if response.content_type.startswith(("text/", "application/json")):
        response.enable_compression()
    return response


def read_number(text: str) -> int | None:
    """Return a whole number as an address has it, ``None`` for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None


def _language(request: web.Request) -> Language:
    """Return the language that the address asks for, else the first that the browser prefers (P6)."""
    preferred = []
    for place, part in enumerate(request.headers.get("Accept-Language", "").split(",")[:20]):
        tag, _, weight = part.strip().partition(";q=")
        name = tag.split("-")[0].lower()
        if name in set(Language):
            preferred.append((-_weight(weight), place, Language(name)))
    return language_of(request, min(preferred)[2] if preferred else Language.KAZAKH)


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
