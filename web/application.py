"""Puts the pages into one aiohttp application; separate from `app`, which reads settings and listens."""

from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from core.language.locales import Locales
from core.usecases.services import Services
from web.addresses import clearing
from web.limits import Limits
from web.office.doorway import Doorway
from web.office.routes import add_office
from web.pages import ICON, STYLE, Pages, guard, language_of
from web.public.papers import PapersPage
from web.public.routes import add_public

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = structlog.get_logger()
_STYLE_SECONDS = 3600


def build_app(
    services: Services, locales: Locales, limits: Limits | None = None, *, web_url: str = ""
) -> web.Application:
    """Make the application: the pages, their stylesheet and `/healthz`.

    ``web_url`` is the address under which people reach them, as the settings have it.
    """
    pages, limits, doorway = Pages.load(locales), limits or Limits(), Doorway(web_url)
    app = web.Application(middlewares=[_explaining(pages), clearing])
    app.on_response_prepare.append(partial(guard, doorway.guards()))
    app.router.add_get("/healthz", _say_alive)
    app.router.add_get("/style.css", partial(_show_asset, STYLE, "text/css"))
    app.router.add_get("/icon.svg", partial(_show_asset, ICON, "image/svg+xml"))
    PapersPage(services, pages, limits).add_routes(app)
    add_office(app, services, pages, limits, doorway)
    add_public(app, services, pages)
    return app


def _explaining(pages: Pages) -> Middleware:
    """Return what turns a missing or a broken page into one that says what to do.

    The log says where it broke, and never which address was asked for: that is a secret.
    """

    @web.middleware
    async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPClientError as error:
            return _answer(pages, request, "missing.html", error.status)
        except web.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001  (whatever it is, people get a page)
            _log.error("page_broken", exc_info=error)
            return _answer(pages, request, "broken.html", HTTPStatus.INTERNAL_SERVER_ERROR)

    return explain


def _answer(pages: Pages, request: web.Request, name: str, status: int) -> web.Response:
    return pages.show(request, name, language_of(request), status=status)


async def _say_alive(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


async def _show_asset(text: str, kind: str, _request: web.Request) -> web.Response:
    headers = {"Cache-Control": f"public, max-age={_STYLE_SECONDS}", "Vary": "Accept-Encoding"}
    response = web.Response(text=text, content_type=kind, headers=headers)
    # On a phone's slow line the sheet is most of the first page.
    response.enable_compression()
    return response
