"""Python client for tests: people with phones, and a sandbox that runs in the test's own process."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from sandbox.profile import DEFAULT_BOT
from sandbox.records import Json
from sandbox.transcript import render_message, render_transcript

PATIENCE = 10.0  # seconds that a test waits for the bot by default


class SandboxRefusal(Exception):
    """The people API answered 4xx: what the person tried cannot be done; the reason is its text."""


class BotIsBusy(AssertionError):
    """The bot did not become idle in time, or what was waited for did not come; shows the chat."""


@dataclass(frozen=True, slots=True)
class View:
    """A phone's screen at one moment. `raw` is the people API's JSON."""

    raw: Json
    result: Json

    @property
    def messages(self) -> list[Json]:
        """Bubbles, the oldest first."""
        return list(self.raw["messages"])

    @property
    def last(self) -> Json:
        """The newest bubble of the bot; raises LookupError when there is none."""
        return next(message for message in reversed(self.messages) if message["from"] == "bot")

    @property
    def text(self) -> str:
        """Text or caption of the bot's newest bubble."""
        return str(self.last["text"])

    @property
    def buttons(self) -> list[list[str]]:
        """Labels under the bot's newest bubble, by rows."""
        return [[button["label"] for button in row] for row in self.last["buttons"]]

    @property
    def labels(self) -> list[str]:
        """The same labels in one list."""
        return [label for row in self.buttons for label in row]

    @property
    def keyboard(self) -> list[list[str]]:
        """Labels of the reply keyboard, by rows; empty when there is none."""
        keyboard = self.raw["reply_keyboard"]
        return [[key["label"] for key in row] for row in keyboard["rows"]] if keyboard else []

    @property
    def answer(self) -> str:
        """Text of the callback answer (toast or alert) that the tap got, empty when there was none."""
        return str(self._notification.get("text", ""))

    @property
    def is_alert(self) -> bool:
        """Whether that answer was an alert."""
        return bool(self._notification.get("is_alert", False))

    @property
    def _notification(self) -> Json:
        callback_id = self.result.get("callback_id", "")
        return next((item for item in self.notifications if item["callback_id"] == callback_id), {})

    @property
    def notifications(self) -> list[Json]:
        """All toasts and alerts so far."""
        return list(self.raw["notifications"])

    def find(self, text: str) -> Json | None:
        """The newest bubble that contains a text."""
        return next((message for message in reversed(self.messages) if text in message["text"]), None)

    def __str__(self) -> str:
        return "\n".join("\n".join([f"{m['from']}:", *render_message(m)]) for m in self.messages)


class Person:
    """Somebody with a phone. Each act waits until the bot has handled it and returns the newest view."""

    def __init__(self, sandbox: "Sandbox", person_id: int) -> None:
        self._sandbox = sandbox
        self.id = person_id

    async def start(self, payload: str | None = None, *, wait: bool = True) -> View:
        """Press START (or RESTART after a block), optionally with a deep link's payload."""
        return await self._act("start", {"payload": payload} if payload else {}, wait=wait)

    async def send(self, text: str, *, wait: bool = True) -> View:
        """Type a text and send it."""
        return await self._act("send", {"text": text}, wait=wait)

    async def tap(self, label: str, message_id: int | None = None, *, wait: bool = True) -> View:
        """Tap a button by its label: the newest that has it, or the one under a message."""
        body: Json = {"label": label}
        if message_id is not None:
            body["message_id"] = message_id
        return await self._act("tap", body, wait=wait)

    async def attach_photo(self, data: bytes | Path, caption: str = "", *, wait: bool = True) -> View:
        """Send a photo with an optional caption."""
        return await self._attach("photo", data, "photo.jpg", "image/jpeg", caption, wait=wait)

    async def attach_document(
        self,
        data: bytes | Path,
        file_name: str = "document.pdf",
        mime: str = "application/pdf",
        caption: str = "",
        *,
        wait: bool = True,
    ) -> View:
        """Send a document with an optional caption."""
        return await self._attach("document", data, file_name, mime, caption, wait=wait)

    async def send_sticker(self, *, wait: bool = True) -> View:
        """Send a sticker."""
        return await self._attach("sticker", None, "", "", "", wait=wait)

    async def send_voice(self, *, wait: bool = True) -> View:
        """Send a voice message."""
        return await self._attach("voice", None, "", "", "", wait=wait)

    async def contact(
        self, phone: str | None = None, user_id: int | None = None, *, wait: bool = True
    ) -> View:
        """Share the own contact (no arguments) or somebody's card; the keyboard's key is `tap(label)`."""
        body: Json = {"own": True} if phone is None else {"phone": phone, "user_id": user_id}
        return await self._act("contact", body, wait=wait)

    async def block(self, *, wait: bool = True) -> View:
        """Stop the bot."""
        return await self._act("block", {}, wait=wait)

    async def unblock(self, *, wait: bool = True) -> View:
        """Let the bot write again."""
        return await self._act("unblock", {}, wait=wait)

    async def clear(self) -> View:
        """Delete the conversation on the phone."""
        return await self._act("clear", {}, wait=False)

    async def chat(self) -> View:
        """The screen now."""
        return View(await self._sandbox.get(f"/api/people/{self.id}/chat"), {})

    async def last(self) -> Json:
        """The bot's newest bubble now."""
        return (await self.chat()).last

    async def wait_for(self, text: str, timeout: float = PATIENCE) -> View:
        """Wait until some bubble of the bot contains a text; raises BotIsBusy when it does not come."""
        deadline = asyncio.get_running_loop().time() + timeout
        view = await self.chat()
        while not any(text in message["text"] for message in view.messages if message["from"] == "bot"):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                raise BotIsBusy(f"{text!r} did not come; the chat is:\n{view}")
            query = {"after": view.raw["revision"], "wait": left}
            view = View(await self._sandbox.get(f"/api/people/{self.id}/chat", **query), {})
        return view

    async def transcript(self) -> str:
        """The conversation from its beginning as plain text, for golden files."""
        read = await self._sandbox.get(f"/api/people/{self.id}/steps")
        return render_transcript(read["person"]["full_name"], read["steps"])

    async def _act(self, verb: str, body: Json, *, wait: bool) -> View:
        result = await self._sandbox.post(f"/api/people/{self.id}/{verb}", json=body)
        if wait:
            await self._sandbox.idle()
        return View((await self.chat()).raw, result)

    async def _attach(
        self, kind: str, data: bytes | Path | None, file_name: str, mime: str, caption: str, *, wait: bool
    ) -> View:
        form = aiohttp.FormData({"kind": kind, "caption": caption}, quote_fields=False)
        if data is not None:
            content = await asyncio.to_thread(data.read_bytes) if isinstance(data, Path) else data
            form.add_field("file", content, filename=file_name, content_type=mime)
        result = await self._sandbox.post(f"/api/people/{self.id}/attach", data=form)
        if wait:
            await self._sandbox.idle()
        return View((await self.chat()).raw, result)


class Sandbox:
    """A running sandbox: in this process (see RunningSandbox) or elsewhere."""

    def __init__(
        self, url: str, token: str = DEFAULT_BOT, *, patience: float = PATIENCE, settle: float = 0.0
    ) -> None:
        """`settle`: real seconds the bot must stay idle; 0 suits bots that confirm after handling."""
        self.url = url.rstrip("/")
        self.token = token
        self.patience = patience
        self.settle = settle
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.close()

    def person(self, person_id: int) -> Person:
        """Somebody who has a phone already."""
        return Person(self, person_id)

    async def add_person(self, first_name: str, **fields: Any) -> Person:
        """Give somebody a phone: last_name, username, language_code, phone, note, id."""
        added = await self.post("/api/people", json={"first_name": first_name, **fields})
        return Person(self, added["id"])

    async def idle(self, timeout: float | None = None) -> None:
        """Wait until the bot has handled everything; raises BotIsBusy when it does not."""
        wait = self.patience if timeout is None else timeout
        state = await self.get("/api/idle", wait=wait, settle=self.settle)
        if not state["is_idle"]:
            raise BotIsBusy(f"the bot is not idle after {wait} s: {state}")

    async def now(self) -> datetime:
        """The conversation's present instant."""
        return datetime.fromisoformat((await self.get("/api/clock"))["now"])

    async def move_clock(self, to: datetime | None = None, *, seconds: float | None = None) -> None:
        """Move the clock forward, to an instant or by seconds."""
        await self.post("/api/clock", json={"to": to.isoformat()} if to else {"advance": seconds})

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The log of Bot API calls, optionally of one method, after a call's number."""
        query = {"after": after} | ({"method": method} if method else {})
        return list((await self.get("/api/calls", **query))["calls"])

    async def get(self, path: str, **query: Any) -> Json:
        """GET of the sandbox's own API; raises SandboxRefusal."""
        return await self._request("GET", path, params={name: str(value) for name, value in query.items()})

    async def post(self, path: str, **options: Any) -> Json:
        """POST to the sandbox's own API; raises SandboxRefusal."""
        return await self._request("POST", path, **options)

    async def _request(self, method: str, path: str, **options: Any) -> Json:
        if self._http is None:
            raise RuntimeError("use the sandbox as a context manager")
        async with self._http.request(method, self.url + path, **options) as response:
            body: Json = await response.json()
            if not response.ok:
                raise SandboxRefusal(body.get("error", str(response.status)))
            return body
