"""Inline mode from a person's side: asking the bot in any chat, choosing a result, the neighbours' chat."""

import secrets
import time

from sandbox.entities.detect import with_detected
from sandbox.entities.text import FormattedText, trimmed
from sandbox.errors import PersonError
from sandbox.posting import post, require_open
from sandbox.records import Chat, InlineQuery, Json, Message
from sandbox.world import World

LONGEST_QUERY = 256
LONGEST_OFFSET = 64  # bytes


def ask(world: World, chat: Chat, query: str, offset: str, *, is_among_neighbours: bool) -> InlineQuery:
    """Type a query after the bot's name, which one can do without ever having started it."""
    if len(query) > LONGEST_QUERY or len(offset.encode()) > LONGEST_OFFSET:
        raise PersonError(f"a query has at most {LONGEST_QUERY} characters, an offset {LONGEST_OFFSET} bytes")
    asked = InlineQuery(
        id=str(secrets.randbits(62)),
        person_id=chat.person.id,
        query=query,
        is_among_neighbours=is_among_neighbours,
        asked=time.monotonic(),
    )
    world.inline_queries[asked.id] = asked
    world.record(chat, "inline_query", query=query)
    world.updates.put(
        "inline_query",
        {
            "id": asked.id,
            "from": chat.person.as_user(),
            "query": query,
            "offset": offset,
            "chat_type": "group" if is_among_neighbours else "sender",
        },
    )
    return asked


def choose(world: World, chat: Chat, query_id: str, result_id: str) -> Message:
    """Send a result that the bot offered, where it was asked for; raises PersonError when it did not."""
    query = world.inline_queries.get(query_id)
    if query is None or query.person_id != chat.person.id or query.answer is None:
        raise PersonError("this person has no such answered query")
    result = next((result for result in query.answer["results"] if result["id"] == result_id), None)
    if result is None:
        raise PersonError("the answer has no such result")
    content, markup = dict(result["content"]), result["reply_markup"]
    if query.is_among_neighbours:
        message = world.post_among_neighbours(chat, content, is_via_bot=True, reply_markup=markup)
    else:
        require_open(chat)
        message = post(world, chat, content, is_via_bot=True, reply_markup=markup)
    told: Json = {"result_id": result_id, "from": chat.person.as_user(), "query": query.query}
    # Telegram names the message only where it has buttons, since only then can the bot need it.
    told |= {"inline_message_id": f"Inline{message.message_id:016x}"} if markup else {}
    world.updates.put("chosen_inline_result", told)
    return message


def tell_neighbours(world: World, chat: Chat, text: str) -> Message:
    """Write a plain text into the neighbours' chat; raises PersonError for a blank one."""
    formatted = with_detected(trimmed(FormattedText(text)))
    if not formatted.text:
        raise PersonError("there is nothing to send")
    return world.post_among_neighbours(chat, {"text": formatted.text, "entities": formatted.entities})
