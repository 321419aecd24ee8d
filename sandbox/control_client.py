"""The sandbox's own API for tests: log of calls, faults, limits, crowd; apart from people's phones."""

from types import TracebackType
from typing import Any, Self

import aiohttp

from sandbox.records import Json


class SandboxRefusal(Exception):
    """The people API answered 4xx: what the person tried cannot be done; the reason is its text."""


class ControlClient:
    """A connection to a running sandbox, and what a test does to its Telegram."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.close()

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The log of Bot API calls, optionally of one method, after a call's number."""
        query = {"after": after} | ({"method": method} if method else {})
        return list((await self.get("/api/calls", **query))["calls"])

    async def fault(self, kind: str, **matching: Any) -> int:
        """Put a fault in force and return its number; README.md lists kinds and fields.

        Raises SandboxRefusal for what cannot be read.
        """
        return int((await self.post("/api/faults", json={"kind": kind, **matching}))["fault_id"])

    async def faults(self) -> list[Json]:
        """The faults in force, each with how often it `struck`."""
        return list((await self.get("/api/faults"))["faults"])

    async def clear_faults(self, fault_id: int | None = None) -> None:
        """Take one fault out of force, or all."""
        await self.delete("/api/faults" if fault_id is None else f"/api/faults/{fault_id}")

    async def limit(self, per_second: float | None = None, per_chat_second: float | None = None) -> None:
        """Answer 429 to more messages a second than this, of all chats and of one; None for no limit."""
        await self.post("/api/limits", json={"per_second": per_second, "per_chat_second": per_chat_second})

    async def crowd(self, count: int, first_id: int | None = None, language_code: str | None = "kk") -> Json:
        """Add light people to whom the bot may write; returns the crowd's report."""
        fields = {"count": count, "language_code": language_code}
        return await self.post(
            "/api/crowd", json=fields | ({} if first_id is None else {"first_id": first_id})
        )

    async def crowd_report(self) -> Json:
        """What the crowd got: `people`, `reached`, `messages`, `repeated`, `most_in_second`."""
        return await self.get("/api/crowd")

    async def crowd_person(self, person_id: int) -> Json:
        """What one of the crowd got: `messages` and `last_text`."""
        return await self.get(f"/api/crowd/{person_id}")

    async def clear_crowd(self) -> None:
        """Send the crowd away and count from nothing."""
        await self.delete("/api/crowd")

    async def get(self, path: str, **query: Any) -> Json:
        """GET of the sandbox's own API; raises SandboxRefusal."""
        return await self._request("GET", path, params={name: str(value) for name, value in query.items()})

    async def post(self, path: str, **options: Any) -> Json:
        """POST to the sandbox's own API; raises SandboxRefusal."""
        return await self._request("POST", path, **options)

    async def delete(self, path: str) -> Json:
        """DELETE in the sandbox's own API; raises SandboxRefusal."""
        return await self._request("DELETE", path)

    async def _request(self, method: str, path: str, **options: Any) -> Json:
        if self._http is None:
            raise RuntimeError("use the sandbox as a context manager")
        async with self._http.request(method, self.url + path, **options) as response:
            body: Json = await response.json()
            if not response.ok:
                raise SandboxRefusal(body.get("error", str(response.status)))
            return body
