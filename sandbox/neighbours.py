"""Inline queries and the neighbours' chat over HTTP; apart from the people API of the bot's own chats."""

import re

from aiohttp import web

from sandbox import actions, inline
from sandbox.errors import PersonError
from sandbox.people import LONGEST_WAIT, chat_of, find_button, read_aim
from sandbox.queries import read_body, read_seconds, require_text
from sandbox.records import InlineQuery, Json
from sandbox.view import button_views, message_view, room_view
from sandbox.world import World


class NeighboursApi:
    """Routes under `/api/people/ID` for inline mode, and `/api/neighbours`, the chat that everybody sees."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        """Put the routes into an application."""
        person = "/api/people/{id:[0-9]+}"
        app.router.add_get("/api/neighbours", self.show)
        app.router.add_post(f"{person}/inline", self.ask)
        app.router.add_post(f"{person}/choose", self.choose)
        app.router.add_post(f"{person}/neighbours/send", self.send)
        app.router.add_post(f"{person}/neighbours/tap", self.tap)

    async def show(self, _: web.Request) -> web.Response:
        """The neighbours' chat."""
        return web.json_response(room_view(self._world.room))

    async def ask(self, request: web.Request) -> web.Response:
        """Type a query after the bot's name and wait up to `wait` seconds for its answer."""
        chat = chat_of(self._world, request)
        body = await read_body(request)
        wait = read_seconds(body.get("wait", 0), LONGEST_WAIT)
        query = inline.ask(
            self._world,
            chat,
            require_text(body, "query"),
            require_text({"offset": "", **body}, "offset"),
            is_among_neighbours=_is_among_neighbours(body),
        )
        await self._world.changed.wait_for(lambda: query.answer is not None, wait)
        return web.json_response(_query_view(query))

    async def choose(self, request: web.Request) -> web.Response:
        """Send one of the results."""
        chat = chat_of(self._world, request)
        body = await read_body(request)
        sent = inline.choose(
            self._world, chat, require_text(body, "query_id"), require_text(body, "result_id")
        )
        return web.json_response({"sent": [message_view(sent)]})

    async def send(self, request: web.Request) -> web.Response:
        """Write a plain text to the neighbours."""
        chat = chat_of(self._world, request)
        sent = inline.tell_neighbours(self._world, chat, require_text(await read_body(request), "text"))
        return web.json_response({"sent": [message_view(sent)]})

    async def tap(self, request: web.Request) -> web.Response:
        """Tap a button under a message in the neighbours' chat; what the phone does with it."""
        chat = chat_of(self._world, request)
        aim = read_aim(await read_body(request))
        for _, message in reversed(self._world.room.messages.values()):
            button = find_button((message.reply_markup or {}).get("inline_keyboard", []), aim)
            if button is not None and aim.message_id in (None, message.message_id):
                if "callback_data" in button:
                    raise PersonError("callbacks of inline messages are not emulated by the sandbox")
                result = actions.tap_inline(self._world, chat, message, button)
                return web.json_response(result | self._deep_link(result.get("url", "")))
        raise PersonError(f'there is no button "{aim.label}" in the neighbours\' chat')

    def _deep_link(self, url: str) -> Json:
        """The payload of a link that opens the chat with the bot."""
        address = rf"https?://t\.me/{self._world.profile.username}/?\?start=([\w-]+)"
        link = re.fullmatch(address, url, re.IGNORECASE)
        return {"payload": link[1]} if link else {}


def _is_among_neighbours(body: Json) -> bool:
    match body.get("place", "neighbours"):
        case "neighbours":
            return True
        case "bot":
            return False
        case _:
            raise PersonError('"place" must be "neighbours" or "bot"')


def _query_view(query: InlineQuery) -> Json:
    """What the person sees above the input field: the results and their buttons, None without an answer."""
    answer = query.answer
    shown = {"query_id": query.id, "is_answered": answer is not None}
    if answer is None:
        return shown | {"results": [], "next_offset": "", "button": None}
    results = [
        {name: result[name] for name in ("id", "title", "description", "url") if name in result}
        | {"text": result["content"].get("text", ""), "buttons": button_views(result["reply_markup"])}
        for result in answer["results"]
    ]
    return shown | {**answer, "results": results}
