"""Puts the pages into one aiohttp application; separate from `app`, which reads settings and listens."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware

from core.language.locales import Locales
from core.usecases.services import Services
from web.limits import Limits
from web.pages import STYLE, Pages, guard, language_of
from web.public.papers import PapersPage

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = structlog.get_logger()
_STYLE_SECONDS = 3600


def build_app(services: Services, locales: Locales, limits: Limits | None = None) -> web.Application:
    """Make the application: the pages, their stylesheet and `/healthz`."""
    pages = Pages.load(locales)
    app = web.Application(middlewares=[_explaining(pages)])
    app.on_response_prepare.append(guard)
    app.router.add_get("/healthz", _say_alive)
    app.router.add_get("/style.css", _show_style)
    PapersPage(services, pages, limits or Limits()).add_routes(app)
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


async def _show_style(_request: web.Request) -> web.Response:
    headers = {"Cache-Control": f"public, max-age={_STYLE_SECONDS}"}
    return web.Response(text=STYLE, content_type="text/css", headers=headers)
