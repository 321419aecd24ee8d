"""Clears addresses of what may not stand in them, before any page reads them (P1).

Apart from the pages, because a browser keeps addresses, proxies log them, and a search box takes anything.
"""

from collections.abc import Awaitable, Callable, Iterator
from urllib.parse import urlencode

from aiohttp import web

from core.rules.iin import contains_iin
from web.bodies import without_controls

HIDDEN = "hidden"
"""What an address carries out of which twelve digits were taken: the page says so."""

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def clearing(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Lead to the same page without the digits of an IIN and without control characters in its address."""
    path, asked = request.path, list(request.query.items())
    if without_controls(path) != path or any(without_controls(name) != name for name, _ in asked):
        raise web.HTTPNotFound
    clear = list(_clear(asked))
    if clear == asked:
        return await handler(request)
    if request.method not in {"GET", "HEAD"}:
        raise web.HTTPBadRequest
    # Relative, because the akimat's proxy may serve the pages below a path of its own.
    raise web.HTTPSeeOther(f"?{urlencode(clear)}")


def _clear(asked: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what an address asks for, but nothing that may be somebody's number."""
    plain = [(name, without_controls(value)) for name, value in asked]
    yield from (pair for pair in plain if not any(contains_iin(text) for text in pair))
    if any(contains_iin(text) for pair in plain for text in pair):
        yield HIDDEN, "1"
