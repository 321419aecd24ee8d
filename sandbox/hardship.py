"""Faults, flood limits and the crowd over HTTP: what a test puts in a bot's way; documented in README.md."""

from typing import Any

from aiohttp import web

from sandbox.crowd import FIRST_ID
from sandbox.errors import PersonError
from sandbox.queries import read_body
from sandbox.records import Json
from sandbox.world import World


class HardshipApi:
    """Routes `/api/faults`, `/api/limits` and `/api/crowd`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Put the routes into an application."""
        app.router.add_get("/api/faults", self.list_faults)
        app.router.add_post("/api/faults", self.order_fault)
        app.router.add_delete("/api/faults", self.clear_faults)
        app.router.add_delete("/api/faults/{id:[0-9]+}", self.clear_faults)
        app.router.add_get("/api/limits", self.show_limits)
        app.router.add_post("/api/limits", self.set_limits)
        app.router.add_get("/api/crowd", self.show_crowd)
        app.router.add_post("/api/crowd", self.add_crowd)
        app.router.add_delete("/api/crowd", self.clear_crowd)
        app.router.add_get("/api/crowd/{id:[0-9]+}", self.show_one)

    async def list_faults(self, _: web.Request) -> web.Response:
        """The faults in force with how often each struck."""
        return web.json_response({"faults": [fault.as_json() for fault in self._world.faults.list()]})

    async def order_fault(self, request: web.Request) -> web.Response:
        """Put a fault in force."""
        fault = self._world.faults.order(await read_body(request))
        return web.json_response({"fault_id": fault.id}, status=201)

    async def clear_faults(self, request: web.Request) -> web.Response:
        """Take a fault out of force, or all."""
        number = request.match_info.get("id")
        self._world.faults.clear(None if number is None else int(number))
        return web.json_response({})

    async def show_limits(self, _: web.Request) -> web.Response:
        """The flood limits."""
        return web.json_response(self._world.limits.as_json())

    async def set_limits(self, request: web.Request) -> web.Response:
        """Set the flood limits."""
        self._world.limits.set(await read_body(request))
        return web.json_response(self._world.limits.as_json())

    async def show_crowd(self, _: web.Request) -> web.Response:
        """What the crowd got."""
        return web.json_response(self._world.crowd.report())

    async def add_crowd(self, request: web.Request) -> web.Response:
        """Add light people."""
        body = await read_body(request)
        unknown = sorted(body.keys() - {"count", "first_id", "language_code"})
        if unknown:
            raise PersonError(f"a crowd has no field {', '.join(unknown)}")
        count, first_id = _whole(body, "count", None), _whole(body, "first_id", FIRST_ID)
        language_code = body.get("language_code")
        if not isinstance(language_code, str | None):
            raise PersonError('"language_code" must be a text')
        self._world.add_crowd(count, first_id, language_code)
        return web.json_response(self._world.crowd.report(), status=201)

    async def clear_crowd(self, _: web.Request) -> web.Response:
        """Send the crowd away."""
        self._world.crowd.clear()
        return web.json_response(self._world.crowd.report())

    async def show_one(self, request: web.Request) -> web.Response:
        """What one of the crowd got."""
        return web.json_response(self._world.crowd.report_one(int(request.match_info["id"])))


def _whole(body: Json, name: str, default: int | None) -> int:
    value: Any = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise PersonError(f'"{name}" must be a whole number')
    return value
