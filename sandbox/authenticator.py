"""The telephones of an office's staff: whose login and password it is, and the one-time code of now.

Separate from the residents' telephones, because no bot writes there: it is an app that counts. What it shows
comes as JSON; how a code is counted is RFC 6238 with SHA-1, thirty seconds, six digits.
"""

import base64
import hmac
import json
import struct
import time
from pathlib import Path
from typing import Any

from aiohttp import web

SECONDS = 30
_DIGITS = 6
_SHOWN = ("name", "place", "position", "roles", "login", "password")


class AuthenticatorApi:
    """`/api/staff`: everybody of the file, read anew each time; without a file nobody."""

    def __init__(self, staff: Path | None) -> None:
        self._staff = staff

    def add_routes(self, app: web.Application) -> None:
        """Put the route into an application."""
        app.router.add_get("/api/staff", self.show)

    async def show(self, _: web.Request) -> web.Response:
        """The office's address, its staff with their codes, and for how many seconds these are shown."""
        told: dict[str, Any] = {}
        if self._staff is not None and self._staff.exists():
            told = json.loads(self._staff.read_text(encoding="utf-8"))
        now = time.time()
        people = [
            {key: each[key] for key in _SHOWN} | {"code": code_at(each["secret"], now)}
            for each in told.get("staff", [])
        ]
        left = SECONDS - int(now) % SECONDS
        answer = {
            "office": told.get("office", ""),
            "public": told.get("public", ""),
            "left": left,
            "staff": people,
        }
        return web.json_response(answer, headers={"Cache-Control": "no-store"})


def code_at(secret: str, moment: float) -> str:
    """The code of a secret in base 32 at a moment in seconds since 1970."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(moment) // SECONDS), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return str(number % 10**_DIGITS).zfill(_DIGITS)
