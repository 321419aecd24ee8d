"""Python client for tests: people with phones, and a sandbox that runs in the test's own process."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp

from sandbox.control_client import ControlClient, SandboxRefusal
from sandbox.profile import DEFAULT_BOT
from sandbox.records import Json
from sandbox.screen import InlineAnswer, View
from sandbox.transcript import render_transcript

__all__ = ["PATIENCE", "BotIsBusy", "InlineAnswer", "Person", "Sandbox", "SandboxRefusal", "View"]

Document: TypeAlias = tuple[bytes | Path, str, str]  # content, file name, MIME type

PATIENCE = 10.0  # seconds that a test waits for the bot by default


class BotIsBusy(AssertionError):
    """The bot did not become idle in time, or what was waited for did not come; shows the chat."""


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

    async def tap(
        self,
        label: str,
        message_id: int | None = None,
        *,
        location: tuple[float, float] | None = None,
        wait: bool = True,
    ) -> View:
        """Tap a button by its label: the newest that has it, or the one under a message.

        `location` is latitude and longitude, for a reply key that asks where the person is.
        """
        body: Json = {"label": label}
        if message_id is not None:
            body["message_id"] = message_id
        if location is not None:
            body["location"] = dict(zip(("latitude", "longitude"), location, strict=True))
        return await self._act("tap", body, wait=wait)

    async def edit_text(self, text: str, message_id: int | None = None, *, wait: bool = True) -> View:
        """Write another text or caption over an own message, the newest without an id."""
        return await self._act("edit", {"text": text, "message_id": message_id}, wait=wait)

    async def send_photo(self, data: bytes | Path, caption: str | None = None, *, wait: bool = True) -> View:
        """Send a photo, which arrives as JPEG in several sizes, without its metadata."""
        return await self._attach("photo", [(data, "photo.jpg", "image/jpeg")], caption, wait=wait)

    async def send_document(
        self,
        data: bytes | Path,
        file_name: str = "document.pdf",
        mime_type: str = "application/pdf",
        caption: str | None = None,
        *,
        wait: bool = True,
    ) -> View:
        """Send a document, which arrives untouched."""
        return await self._attach("document", [(data, file_name, mime_type)], caption, wait=wait)

    async def send_album(
        self, photos: Sequence[bytes | Path], caption: str | None = None, *, wait: bool = True
    ) -> View:
        """Send photos at once: one message each with one `media_group_id`, the caption on the first."""
        files = [(data, "photo.jpg", "image/jpeg") for data in photos]
        return await self._attach("photo", files, caption, wait=wait)

    async def send_documents(
        self, documents: Sequence[Document], caption: str | None = None, *, wait: bool = True
    ) -> View:
        """Send documents at once as an album: (content, file name, MIME type) of each."""
        return await self._attach("document", documents, caption, wait=wait)

    async def send_location(
        self,
        latitude: float,
        longitude: float,
        *,
        title: str | None = None,
        address: str = "",
        wait: bool = True,
    ) -> View:
        """Send a place from the attach menu, with a title a venue; for a key that asks see `tap`."""
        place: Json = {"latitude": latitude, "longitude": longitude}
        venue = {} if title is None else {"title": title, "address": address}
        return await self._act("location", place | venue, wait=wait)

    async def send_sticker(self, *, wait: bool = True) -> View:
        """Send a sticker."""
        return await self._attach("sticker", [], None, wait=wait)

    async def send_voice(self, *, wait: bool = True) -> View:
        """Send a voice message."""
        return await self._attach("voice", [], None, wait=wait)

    async def contact(
        self, phone: str | None = None, user_id: int | None = None, *, wait: bool = True
    ) -> View:
        """Share the own contact (no arguments) or somebody's card; the keyboard's key is `tap(label)`."""
        body: Json = {"own": True} if phone is None else {"phone": phone, "user_id": user_id}
        return await self._act("contact", body, wait=wait)

    async def inline(
        self, query: str, offset: str = "", *, place: str = "neighbours", wait: bool = True
    ) -> InlineAnswer:
        """Type `@bot query` in the neighbours' chat or, with `place="bot"`, in the chat with the bot.

        Raises BotIsBusy when the bot does not answer in time, unless `wait` is false.
        """
        patience = self._sandbox.patience if wait else 0
        body = {"query": query, "offset": offset, "place": place, "wait": patience}
        answer = await self._sandbox.post(f"/api/people/{self.id}/inline", json=body)
        if wait and not answer["is_answered"]:
            raise BotIsBusy(f"the bot did not answer the inline query {query!r} in {patience} s")
        return InlineAnswer(answer)

    async def choose(self, answer: InlineAnswer, title: str, *, wait: bool = True) -> View:
        """Send the result with this title; returns the own chat, `result["sent"]` is the message.

        Raises LookupError when no result is called so.
        """
        if title not in answer.titles:
            raise LookupError(f"there is no {title!r} among {answer.titles}")
        result = answer.results[answer.titles.index(title)]
        body = {"query_id": answer.raw["query_id"], "result_id": result["id"]}
        return await self._act("choose", body, wait=wait)

    async def tap_among_neighbours(
        self, label: str, message_id: int | None = None, *, wait: bool = True
    ) -> View:
        """Tap a link under a message in the neighbours' chat; one to this bot opens its chat with /start."""
        body = {"label": label, "message_id": message_id}
        result = await self._sandbox.post(f"/api/people/{self.id}/neighbours/tap", json=body)
        if result.get("payload") is None:
            return View((await self.chat()).raw, result)
        return await self.start(result["payload"], wait=wait)

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

    async def _act(self, verb: str, body: Json | aiohttp.FormData, *, wait: bool) -> View:
        sent = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body}
        result = await self._sandbox.post(f"/api/people/{self.id}/{verb}", **sent)
        if wait:
            await self._sandbox.idle()
        return View((await self.chat()).raw, result)

    async def _attach(self, kind: str, files: Sequence[Document], caption: str | None, *, wait: bool) -> View:
        form = aiohttp.FormData({"kind": kind, "caption": caption or ""}, quote_fields=False)
        for data, file_name, mime_type in files:
            content = await asyncio.to_thread(data.read_bytes) if isinstance(data, Path) else data
            form.add_field("file", content, filename=file_name, content_type=mime_type)
        return await self._act("attach", form, wait=wait)


class Sandbox(ControlClient):
    """A running sandbox: in this process (see RunningSandbox) or elsewhere."""

    def __init__(
        self, url: str, token: str = DEFAULT_BOT, *, patience: float = PATIENCE, settle: float = 0.0
    ) -> None:
        """`settle`: real seconds the bot must stay idle; 0 suits bots that confirm after handling."""
        super().__init__(url)
        self.token = token
        self.patience = patience
        self.settle = settle

    def person(self, person_id: int) -> Person:
        """Somebody who has a phone already."""
        return Person(self, person_id)

    async def add_person(self, first_name: str, **fields: Any) -> Person:
        """Give somebody a phone: last_name, username, language_code, phone, note, id."""
        added = await self.post("/api/people", json={"first_name": first_name, **fields})
        return Person(self, added["id"])

    async def neighbours(self) -> View:
        """The neighbours' chat, which everybody sees; each bubble has its `author`."""
        return View(await self.get("/api/neighbours"), {})

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
