"""What a person can do on their phone, each turned into the updates that Telegram would send to the bot."""

import re
import secrets
import zlib

from sandbox.entities.detect import with_detected
from sandbox.entities.text import FormattedText, trimmed, utf16_length
from sandbox.errors import PersonError
from sandbox.files import Upload
from sandbox.records import Callback, Chat, Json, Message
from sandbox.wire import inaccessible_json, message_json
from sandbox.world import World

LONGEST_TEXT = 4096  # UTF-16 units; clients split what is longer
LONGEST_CAPTION = 1024
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def send_text(world: World, chat: Chat, text: str) -> list[Message]:
    """Type a text and send it, split as clients do; raises PersonError where the input field is closed."""
    _require_open(chat)
    pieces = [piece for piece in _pieces(text) if piece.strip()]
    if not pieces:
        raise PersonError("there is nothing to send")
    return [_post_text(world, chat, piece) for piece in pieces]


def start(world: World, chat: Chat, payload: str | None = None) -> Message:
    """Press START, or open a deep link; a blocked bot is unblocked first, as RESTART does."""
    if payload is not None and not START_PAYLOAD.fullmatch(payload):
        raise PersonError("a start payload has 1-64 characters of A-Z, a-z, 0-9, _ and -")
    if chat.is_blocked:
        unblock(world, chat)
    chat.is_started = True
    return _post_text(world, chat, f"/start {payload}" if payload else "/start")


def share_contact(
    world: World, chat: Chat, *, phone: str | None, user_id: int | None, reply_to: int | None
) -> Message:
    """Share a contact card: their own without a phone, otherwise somebody else's."""
    _require_open(chat)
    person = chat.person
    if phone is None:
        if person.phone is None:
            raise PersonError("this person has no phone number")
        contact: Json = {"phone_number": _digits(person.phone), "first_name": person.first_name}
        contact |= {"last_name": person.last_name} if person.last_name else {}
        contact["user_id"] = person.id
    else:
        other = world.chats[user_id].person if user_id in world.chats else None
        contact = {"phone_number": _digits(phone), "first_name": other.first_name if other else "Contact"}
        contact |= {"user_id": user_id} if user_id is not None else {}
    return _post(world, chat, {"contact": contact}, reply_to)


def prepare_attachment(world: World, chat: Chat, kind: str, upload: Upload | None, caption: str) -> Json:
    """Content of a photo, document, sticker or voice message; decodes images, so call it in a thread."""
    _require_open(chat)
    if len(caption) > LONGEST_CAPTION:
        raise PersonError(f"a caption has at most {LONGEST_CAPTION} characters")
    content = _attachment(world, kind, upload)
    formatted = with_detected(trimmed(FormattedText(caption)))
    if formatted.text:
        content |= {"caption": formatted.text, "caption_entities": formatted.entities}
    return content


def attach(world: World, chat: Chat, content: Json) -> Message:
    """Send what `prepare_attachment` made."""
    return _post(world, chat, content, None)


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
        case _:
            raise PersonError(f"a button of kind {kind} does nothing in the sandbox")


def tap_key(world: World, chat: Chat, key: Json) -> Json:
    """Tap a key of the reply keyboard: it sends its text, or shares the person's own contact."""
    keyboard = chat.keyboard
    if keyboard is None:
        raise PersonError("there is no reply keyboard")
    if key.get("request_contact"):
        sent = share_contact(world, chat, phone=None, user_id=None, reply_to=keyboard.message_id)
        result = {"kind": "contact", "message_id": sent.message_id}
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


def _require_open(chat: Chat) -> None:
    if not chat.is_started:
        raise PersonError("the chat is not started: only START can be pressed")
    if chat.is_blocked:
        raise PersonError("the bot is blocked: only RESTART can be pressed")


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
    return _post(world, chat, {"text": formatted.text, "entities": formatted.entities}, reply_to)


def _post(world: World, chat: Chat, content: Json, reply_to: int | None) -> Message:
    message = world.post(chat, content, is_from_bot=False, reply_to=reply_to)
    world.updates.put("message", message_json(world.profile, chat, message))
    return message


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


def _attachment(world: World, kind: str, upload: Upload | None) -> Json:
    match kind:
        case "photo" if upload is not None:
            return {"photo": world.files.add_photo(upload.data).media}
        case "document" if upload is not None:
            stored = world.files.add("Document", upload, {"file_name": upload.name})
            return {"document": stored.media}
        case "sticker":
            upload = upload or Upload(name="sticker.webp", mime="image/webp", data=b"sticker")
            extra: Json = {"type": "regular", "width": 512, "height": 512, "emoji": "\N{THUMBS UP SIGN}"}
            extra |= {"is_animated": False, "is_video": False}
            return {"sticker": world.files.add("Sticker", upload, extra).media}
        case "voice":
            upload = upload or Upload(name="voice.ogg", mime="audio/ogg", data=b"voice")
            return {"voice": world.files.add("Voice", upload, {"duration": 3}).media}
        case _:
            raise PersonError("attach a photo or a document with a file, a sticker or a voice message")


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
