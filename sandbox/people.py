"""The people HTTP API: tests and the page act as people through it; documented in README.md beside it."""

import asyncio
from dataclasses import dataclass

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox import actions, attaching
from sandbox.errors import PersonError
from sandbox.files import Upload
from sandbox.loading import read_person
from sandbox.queries import read_body, read_number, read_place, read_seconds, require_text
from sandbox.records import Chat, Json, Message
from sandbox.view import chat_view, message_view, person_view
from sandbox.world import World

LONGEST_WAIT = 60.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a person taps: a label, where it stands when several have the same, and where the person is."""

    label: str
    message_id: int | None = None
    row: int | None = None
    column: int | None = None
    place: Json | None = None


def chat_of(world: World, request: web.Request) -> Chat:
    """The chat of the person in the path; raises 404 when there is nobody."""
    chat = world.chats.get(int(request.match_info["id"]))
    if chat is None:
        raise web.HTTPNotFound(text='{"error": "there is no such person"}', content_type="application/json")
    return chat


def find_button(rows: list[list[Json]], aim: Aim) -> Json | None:
    """The button or key that is aimed at, None when it is not there."""
    return next(
        (
            button
            for line, row in enumerate(rows)
            for place, button in enumerate(row)
            if button["text"] == aim.label and aim.row in (None, line) and aim.column in (None, place)
        ),
        None,
    )


def read_aim(body: Json) -> Aim:
    """What a body aims at; raises PersonError for ill-typed fields."""
    names = ("message_id", "row", "column")
    if any(not isinstance(body.get(name), int | None) for name in names):
        raise PersonError(f"{', '.join(names)} must be integers")
    place = body.get("location")
    return Aim(
        label=require_text(body, "label"),
        place=None if place is None else read_place(place if isinstance(place, dict) else {}),
        **{name: body.get(name) for name in names},
    )


class PeopleApi:
    """Routes under `/api/people`: one person, one phone, one private chat with the bot."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Put the people API into an application."""
        person = "/api/people/{id:[0-9]+}"
        app.router.add_get("/api/people", self.list_people)
        app.router.add_post("/api/people", self.add_person)
        app.router.add_get(f"{person}/chat", self.show_chat)
        app.router.add_get(f"{person}/steps", self.show_steps)
        app.router.add_post(f"{person}/send", self.send)
        app.router.add_post(f"{person}/edit", self.edit)
        app.router.add_post(f"{person}/start", self.start)
        app.router.add_post(f"{person}/tap", self.tap)
        app.router.add_post(f"{person}/attach", self.attach)
        app.router.add_post(f"{person}/location", self.location)
        app.router.add_post(f"{person}/contact", self.contact)
        app.router.add_post(f"{person}/block", self.block)
        app.router.add_post(f"{person}/unblock", self.unblock)
        app.router.add_post(f"{person}/clear", self.clear)

    async def list_people(self, _: web.Request) -> web.Response:
        """Everybody who has a phone."""
        return web.json_response({"people": [person_view(chat) for chat in self._world.chats.values()]})

    async def add_person(self, request: web.Request) -> web.Response:
        """Give somebody a phone."""
        body = await read_body(request)
        body.setdefault("id", max(self._world.chats, default=1000) + 1)
        return web.json_response(person_view(self._world.add_person(read_person(body))), status=201)

    async def show_chat(self, request: web.Request) -> web.Response:
        """The phone's screen; with `after` and `wait` as soon as its revision is above `after`."""
        chat = chat_of(self._world, request)
        after = read_number(request.query.get("after", "-1"))
        wait = read_seconds(request.query.get("wait", 0), LONGEST_WAIT)
        await self._world.changed.wait_for(lambda: chat.revision > after, wait)
        return web.json_response(chat_view(self._world.profile, chat))

    async def show_steps(self, request: web.Request) -> web.Response:
        """All that happened in the chat, in order; transcripts are made of it."""
        chat = chat_of(self._world, request)
        return web.json_response({"person": person_view(chat), "steps": chat.steps})

    async def send(self, request: web.Request) -> web.Response:
        """Type and send a text."""
        body = await read_body(request)
        sent = actions.send_text(self._world, chat_of(self._world, request), require_text(body, "text"))
        return _sent(sent)

    async def start(self, request: web.Request) -> web.Response:
        """Press START or follow a deep link."""
        body = await read_body(request)
        sent = actions.start(self._world, chat_of(self._world, request), body.get("payload"))
        return _sent([sent])

    async def tap(self, request: web.Request) -> web.Response:
        """Tap a button by its label; for an inline button wait up to `wait` seconds for the bot's answer."""
        chat = chat_of(self._world, request)
        body = await read_body(request)
        wait = read_seconds(body.get("wait", request.query.get("wait", 0)), LONGEST_WAIT)
        result = self._tap(chat, read_aim(body))
        callback = self._world.callbacks.get(result.get("callback_id", ""))
        if callback is not None:
            await self._world.changed.wait_for(lambda: callback.answer is not None, wait)
            result["answer"] = callback.answer
        return web.json_response(result)

    async def edit(self, request: web.Request) -> web.Response:
        """Write another text over an own message, the newest when none is named."""
        body = await read_body(request)
        message_id = body.get("message_id")
        if not isinstance(message_id, int | None):
            raise PersonError('"message_id" must be an integer')
        text = require_text(body, "text")
        return _sent([actions.edit_text(self._world, chat_of(self._world, request), text, message_id)])

    async def attach(self, request: web.Request) -> web.Response:
        """Send a photo, a document, a sticker or a voice message; several files are an album."""
        form = await request.post()
        uploads = [
            Upload(name=file.filename, mime=file.content_type, data=file.file.read())
            for file in form.getall("file", [])
            if isinstance(file, FileField)
        ]
        kind, caption = str(form.get("kind", "")), str(form.get("caption", ""))
        chat = chat_of(self._world, request)
        contents = await asyncio.to_thread(
            attaching.prepare_attachments, self._world, chat, kind, uploads, caption
        )
        return _sent(attaching.attach(self._world, chat, contents))

    async def location(self, request: web.Request) -> web.Response:
        """Send a place on the map, with a title and an address as a venue."""
        place = read_place(await read_body(request))
        return _sent([attaching.share_place(self._world, chat_of(self._world, request), place)])

    async def contact(self, request: web.Request) -> web.Response:
        """Share the own contact, or somebody's card."""
        body = await read_body(request)
        phone = None if body.get("own") else require_text(body, "phone")
        sent = attaching.share_contact(
            self._world,
            chat_of(self._world, request),
            phone=phone,
            user_id=body.get("user_id"),
            reply_to=None,
        )
        return _sent([sent])

    async def block(self, request: web.Request) -> web.Response:
        """Stop the bot."""
        actions.block(self._world, chat_of(self._world, request))
        return web.json_response(person_view(chat_of(self._world, request)))

    async def unblock(self, request: web.Request) -> web.Response:
        """Let the bot write again."""
        actions.unblock(self._world, chat_of(self._world, request))
        return web.json_response(person_view(chat_of(self._world, request)))

    async def clear(self, request: web.Request) -> web.Response:
        """Delete the conversation on the phone."""
        actions.clear(self._world, chat_of(self._world, request))
        return web.json_response(person_view(chat_of(self._world, request)))

    def _tap(self, chat: Chat, aim: Aim) -> Json:
        """Find the newest button or key that is aimed at, or the one under a given message."""
        if chat.is_blocked:
            raise PersonError("the bot is blocked")
        keyboard = chat.keyboard if aim.message_id is None else None
        key = find_button((keyboard.markup.get("keyboard", []) if keyboard else []), aim)
        for message in sorted(chat.messages.values(), key=lambda message: -message.message_id):
            if key is not None and keyboard is not None and keyboard.message_id > message.message_id:
                break
            button = find_button((message.reply_markup or {}).get("inline_keyboard", []), aim)
            if button is not None and _is_tappable(message, aim.message_id):
                return actions.tap_inline(self._world, chat, message, button)
        if key is not None:
            return actions.tap_key(self._world, chat, key, aim.place)
        raise PersonError(f'there is no button "{aim.label}"')


def _sent(messages: list[Message]) -> web.Response:
    return web.json_response({"sent": [message_view(message) for message in messages]})


def _is_tappable(message: Message, message_id: int | None) -> bool:
    """A deleted message can be tapped only by its id: a phone that has not heard of the deletion yet."""
    return not message.is_deleted if message_id is None else message.message_id == message_id
