"""Puts the parts into one aiohttp application that listens on loopback only."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from sandbox.authenticator import AuthenticatorApi
from sandbox.botapi.dispatch import BotApi
from sandbox.control import ControlApi
from sandbox.errors import ApiError, PersonError
from sandbox.hardship import HardshipApi
from sandbox.neighbours import NeighboursApi
from sandbox.people import PeopleApi
from sandbox.world import World

HOST = "127.0.0.1"
LARGEST_BODY = 64 * 1024 * 1024  # bytes; above Telegram's 50 MB so that the refusal is Telegram's
ONLY_FROM_HERE = "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'"
PAGE = Path(str(files("sandbox").joinpath("page")))


def build_app(world: World) -> web.Application:
    """The Bot API, the people API and the chat page of one world."""
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_refusals_as_json])
    BotApi(world).add_routes(app)
    PeopleApi(world).add_routes(app)
    NeighboursApi(world).add_routes(app)
    ControlApi(world).add_routes(app)
    HardshipApi(world).add_routes(app)
    AuthenticatorApi(world.staff).add_routes(app)
    app.on_shutdown.append(_close_webhook(world))
    app.router.add_get("/", _show_page)
    app.router.add_get("/authenticator", _show_authenticator)
    app.router.add_static("/page", PAGE)
    return app


def _close_webhook(world: World) -> Callable[[web.Application], Awaitable[None]]:
    async def close(_: web.Application) -> None:
        await world.webhooks.close()

    return close


async def run_app(app: web.Application, port: int) -> tuple[web.AppRunner, int]:
    """Listen on loopback; port 0 takes a free one. Returns the runner and the port it got."""
    # Cancellation lets a poll end when its bot is killed, so that nothing is handed to a dead connection.
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, HOST, port).start()
    return runner, int(runner.addresses[0][1])


async def _show_page(_: web.Request) -> web.FileResponse:
    return _page("index.html")


async def _show_authenticator(_: web.Request) -> web.FileResponse:
    return _page("authenticator.html")


def _page(name: str) -> web.FileResponse:
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": ONLY_FROM_HERE}
    return web.FileResponse(PAGE / name, headers=headers)


@web.middleware
async def _refusals_as_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """What a person cannot do is a 400 with its reason; the Bot API answers in its own envelope."""
    try:
        return await handler(request)
    except PersonError as error:
        return web.json_response({"error": str(error)}, status=400)
    except ApiError as error:
        return web.json_response({"error": error.description}, status=400)
