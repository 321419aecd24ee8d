"""What a person can do on their phone, each turned into the updates that Telegram would send to the bot."""

import re
import secrets
import zlib

from sandbox.attaching import LONGEST_CAPTION, share_contact, share_place
from sandbox.entities.detect import with_detected
from sandbox.entities.text import FormattedText, trimmed, utf16_length
from sandbox.errors import PersonError
from sandbox.posting import post, require_open
from sandbox.records import Callback, Chat, Json, Message
from sandbox.view import message_view
from sandbox.wire import inaccessible_json, message_json
from sandbox.world import World

LONGEST_TEXT = 4096  # UTF-16 units; clients split what is longer
EDITABLE_SECONDS = 48 * 3600  # by the conversation's clock
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def send_text(world: World, chat: Chat, text: str) -> list[Message]:
    """Type a text and send it, split as clients do; raises PersonError where the input field is closed."""
    require_open(chat)
    pieces = [piece for piece in _pieces(text) if piece.strip()]
    if not pieces:
        raise PersonError("there is nothing to send")
    return [_post_text(world, chat, piece) for piece in pieces]


def edit_text(world: World, chat: Chat, text: str, message_id: int | None = None) -> Message:
    """Write another text or caption over an own message, the newest without an id; tells the bot.

    Raises PersonError for what is not theirs, has no text, is older than 48 hours or would stay the same.
    """
    require_open(chat)
    message = _own_message(chat, message_id)
    name, longest = ("text", LONGEST_TEXT) if "text" in message.content else ("caption", LONGEST_CAPTION)
    entities = "entities" if name == "text" else "caption_entities"
    formatted = with_detected(trimmed(FormattedText(text)))
    if utf16_length(formatted.text) > longest or not (formatted.text or name == "caption"):
        raise PersonError(f"a {name} has 1-{longest} characters")
    if world.clock.timestamp() - message.date > EDITABLE_SECONDS:
        raise PersonError("a message can be edited for 48 hours")
    if formatted.text == message.content.get(name, ""):
        raise PersonError("the message is the same")
    kept = {key: value for key, value in message.content.items() if key not in (name, entities)}
    message.content = kept | ({name: formatted.text, entities: formatted.entities} if formatted.text else {})
    message.edit_date = world.clock.timestamp()
    world.record(chat, "edit", message=message_view(message))
    world.updates.put("edited_message", message_json(world.profile, chat, message))
    return message


def start(world: World, chat: Chat, payload: str | None = None) -> Message:
    """Press START, or open a deep link; a blocked bot is unblocked first, as RESTART does."""
    if payload is not None and not START_PAYLOAD.fullmatch(payload):
        raise PersonError("a start payload has 1-64 characters of A-Z, a-z, 0-9, _ and -")
    if chat.is_blocked:
        unblock(world, chat)
    chat.is_started = True
    return _post_text(world, chat, f"/start {payload}" if payload else "/start")


def tap_inline(world: World, chat: Chat, message: Message, button: Json) -> Json:
    """Tap a button under a message: what the phone does with it, or the callback that asks the bot."""
    if "callback_data" in button:
        return {"kind": "callback", "callback_id": _call_back(world, chat, message, button).id}
    kind = next(name for name in button if name not in ("text", "style", "icon_custom_emoji_id"))
    world.record(chat, "tap", label=button["text"], message_id=message.message_id, tapped=kind)
    match kind:
        case "url":
            return {"kind": "url", "url": button["url"]}
        case "web_app" | "login_url":
            return {"kind": kind, "url": button[kind]["url"]}
        case "copy_text":
            return {"kind": "copy_text", "text": button["copy_text"]["text"]}
        case "switch_inline_query" | "switch_inline_query_current_chat":
            return {"kind": kind, "query": button[kind]}
        case "switch_inline_query_chosen_chat":
            return {"kind": kind, "query": button[kind].get("query", "")}
        case _:
            raise PersonError(f"a button of kind {kind} does nothing in the sandbox")


def tap_key(world: World, chat: Chat, key: Json, place: Json | None) -> Json:
    """Tap a key of the reply keyboard: it sends its text, the own contact, or `place`, where they are."""
    keyboard = chat.keyboard
    if keyboard is None:
        raise PersonError("there is no reply keyboard")
    if key.get("request_contact"):
        sent = share_contact(world, chat, phone=None, user_id=None, reply_to=keyboard.message_id)
        result = {"kind": "contact", "message_id": sent.message_id}
    elif key.get("request_location"):
        if place is None:
            raise PersonError('this key sends where the person is: give "location"')
        sent = share_place(world, chat, place, keyboard.message_id)
        result = {"kind": "location", "message_id": sent.message_id}
    elif [name for name in key if name not in ("text", "style", "icon_custom_emoji_id") and key[name]]:
        raise PersonError("a key of this kind does nothing in the sandbox")
    else:
        result = {"kind": "text", "message_id": send_text(world, chat, key["text"])[0].message_id}
    if keyboard.markup.get("one_time_keyboard"):
        keyboard.is_hidden = True
        world.touch(chat)
    return result


def block(world: World, chat: Chat) -> None:
    """Stop the bot; raises PersonError when it is stopped or was never started."""
    if chat.is_blocked or not chat.is_started:
        raise PersonError("the bot is blocked already or was never started")
    chat.is_blocked = True
    world.record(chat, "blocked")
    _tell_membership(world, chat, "member", "kicked")


def unblock(world: World, chat: Chat) -> None:
    """Let the bot write again; raises PersonError when it is not blocked."""
    if not chat.is_blocked:
        raise PersonError("the bot is not blocked")
    chat.is_blocked = False
    world.record(chat, "unblocked")
    _tell_membership(world, chat, "kicked", "member")


def clear(world: World, chat: Chat) -> None:
    """Delete the conversation on the person's phone; the bot is not told."""
    for message in chat.messages.values():
        message.is_deleted = True
    chat.keyboard = None
    chat.notifications.clear()
    world.record(chat, "cleared")


def _own_message(chat: Chat, message_id: int | None) -> Message:
    """The person's own message with a text or a caption; raises PersonError when there is none."""
    own = [
        message
        for message in chat.messages.values()
        if not message.is_from_bot
        and not message.is_deleted
        and not message.is_via_bot
        and message.content.keys() & {"text", "photo", "document"}
        and message_id in (None, message.message_id)
    ]
    if not own:
        raise PersonError("there is no such message of this person with a text")
    return own[-1]


def _pieces(text: str) -> list[str]:
    pieces = []
    while utf16_length(text) > LONGEST_TEXT:
        size = LONGEST_TEXT
        while utf16_length(text[:size]) > LONGEST_TEXT:
            size -= 1
        pieces.append(text[:size])
        text = text[size:]
    return [*pieces, text]


def _post_text(world: World, chat: Chat, text: str) -> Message:
    formatted = with_detected(trimmed(FormattedText(text)))
    keyboard = chat.keyboard
    is_forced = (
        keyboard is not None and "force_reply" in keyboard.markup and "keyboard" not in keyboard.markup
    )
    reply_to = keyboard.message_id if keyboard is not None and is_forced else None
    if is_forced:
        chat.keyboard = None
    return post(world, chat, {"text": formatted.text, "entities": formatted.entities}, reply_to)


def _call_back(world: World, chat: Chat, message: Message, button: Json) -> Callback:
    callback = Callback(
        id=str(secrets.randbits(62)),
        chat_id=chat.person.id,
        message_id=message.message_id,
        label=button["text"],
    )
    world.callbacks[callback.id] = callback
    chat.waiting.append(callback)
    world.record(chat, "tap", label=button["text"], message_id=message.message_id, tapped="callback_data")
    carried = (
        inaccessible_json(chat, message) if message.is_deleted else message_json(world.profile, chat, message)
    )
    world.updates.put(
        "callback_query",
        {
            "id": callback.id,
            "from": chat.person.as_user(),
            "message": carried,
            "chat_instance": str(-(zlib.crc32(str(chat.person.id).encode()) << 30)),
            "data": button["callback_data"],
        },
    )
    return callback


def _tell_membership(world: World, chat: Chat, old: str, new: str) -> None:
    def member(status: str) -> Json:
        known: Json = {"user": world.profile.as_user(), "status": status}
        return known | ({"until_date": 0} if status == "kicked" else {})

    world.updates.put(
        "my_chat_member",
        {
            "chat": chat.person.as_chat(),
            "from": chat.person.as_user(),
            "date": world.clock.timestamp(),
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        },
    )
