"""How a browser is let in: the session's cookie, and whether it was a page of ours that sent a form (L1).

Separate from the pages, because it knows under which address people reach the office.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

COOKIE = "qatysu_office"
"""The session's cookie; its value opens the office and stands nowhere else."""

ENTRY_COOKIE = "qatysu_entry"
"""What the form of the sign-in page repeats, so that no other page can sign somebody in."""

_LOCAL = "http://127.0.0.1"
_HSTS_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Doorway:
    """The pages' address as people reach it; empty where none is set."""

    web_url: str = ""

    @property
    def is_secure(self) -> bool:
        """Say whether cookies go over TLS alone: everywhere but in a demonstration on one's own machine."""
        return not self.web_url.startswith(_LOCAL)

    @property
    def path(self) -> str:
        """Return the folder that cookies belong to: the proxy may serve the pages below one of its own."""
        return f"{urlsplit(self.web_url).path.rstrip('/')}/office"

    def guards(self) -> dict[str, str]:
        """Return what every answer of a host with TLS carries besides."""
        if not self.web_url.startswith("https://"):
            return {}
        return {"Strict-Transport-Security": f"max-age={_HSTS_SECONDS}"}

    def set_cookie(self, response: web.StreamResponse, name: str, value: str) -> None:
        """Give the browser a cookie until it is closed; no script reads it and no other page sends it."""
        response.set_cookie(
            name, value, path=self.path, httponly=True, secure=self.is_secure, samesite="Strict"
        )

    def drop_cookie(self, response: web.StreamResponse, name: str) -> None:
        """Let the browser forget a cookie."""
        response.del_cookie(name, path=self.path, httponly=True, secure=self.is_secure, samesite="Strict")

    def is_own(self, request: web.Request) -> bool:
        """Say whether a form may have come from a page of ours; what names no origin is no browser."""
        site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
        if site is not None and site != "same-origin":
            return False
        if origin is None or (origin == "null" and site is not None):
            return True
        # A proxy may have changed the host: the address that people know counts too.
        return urlsplit(origin).netloc in {request.host, urlsplit(self.web_url).netloc} - {""}


def is_from_elsewhere(request: web.Request) -> bool:
    """Say whether a link of another site led here: the browser has then kept the cookie to itself."""
    return request.headers.get("Sec-Fetch-Site") == "cross-site"
