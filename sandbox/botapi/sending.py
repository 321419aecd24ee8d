"""send…, copyMessage and forwardMessage."""

from typing import Any

from sandbox.botapi.call import Call, Handler, require_message
from sandbox.botapi.formatting import read_caption, read_text, text_content
from sandbox.botapi.markup import read_markup
from sandbox.botapi.media import media_content, read_file
from sandbox.botapi.places import location_content, venue_content
from sandbox.errors import bad_request
from sandbox.records import Chat, Json, Message

TYPING_SECONDS = 5.0  # real time, as clients show a chat action
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
MEDIA = ("photo", "document", "sticker", "voice", "contact")


async def send_message(call: Call) -> Json:
    """A text message."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    return _deliver(call, chat, text_content(read_text(call.params), call.params))


async def send_photo(call: Call) -> Json:
    """A photo, decoded into Telegram's sizes."""
    return await _send_file(call, "Photo", "photo")


async def send_document(call: Call) -> Json:
    """A document, kept as it is."""
    return await _send_file(call, "Document", "document")


async def send_location(call: Call) -> Json:
    """A place on the map."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    return _deliver(call, chat, location_content(call.params))


async def send_venue(call: Call) -> Json:
    """A place on the map with its title and address."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    return _deliver(call, chat, venue_content(call.params))


async def copy_message(call: Call) -> Json:
    """A message's content again, without a link to its origin; only its id is returned."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    source = _source(call, "message to copy not found")
    content = dict(source.content)
    if "caption" in call.params and any(kind in content for kind in MEDIA):
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= read_caption(call.params)
    return {"message_id": _deliver(call, chat, content)["message_id"]}


async def forward_message(call: Call) -> Json:
    """A message again, with its origin told."""
    chat = call.world.require_open_chat(call.params["chat_id"])
    source = _source(call, "message to forward not found")
    sender = call.world.require_chat(call.params["from_chat_id"]).person.as_user()
    if source.is_from_bot:
        sender = call.world.profile.as_user()
    origin = source.forward_origin or {"type": "user", "sender_user": sender, "date": source.date}
    message = call.world.post(
        chat, dict(source.content), is_from_bot=True, forward_origin=origin, reply_markup=source.reply_markup
    )
    return call.answer(chat, message)


async def send_chat_action(call: Call) -> bool:
    """Shows that the bot is busy, for five seconds or until its next message."""
    if call.params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.show_typing(call.world.require_open_chat(call.params["chat_id"]), TYPING_SECONDS)
    return True


async def _send_file(call: Call, kind: str, field: str) -> Json:
    chat = call.world.require_open_chat(call.params["chat_id"])
    caption = read_caption(call.params)
    read_markup(call.params.get("reply_markup"))
    stored = await read_file(call, kind, call.params.get(field), field)
    return _deliver(call, chat, media_content(stored) | caption)


def _deliver(call: Call, chat: Chat, content: Json) -> Json:
    """Post with the keyboard and the reply that the call asks for."""
    markup = read_markup(call.params.get("reply_markup"))
    is_inline = markup is not None and "inline_keyboard" in markup
    message = call.world.post(
        chat,
        content,
        is_from_bot=True,
        reply_markup=markup if is_inline else None,
        reply_to=reply_target(call, chat),
    )
    if markup is not None and not is_inline:
        call.world.show_keyboard(chat, message, markup)
    return call.answer(chat, message)


def reply_target(call: Call, chat: Chat) -> int | None:
    """The message that a call replies to; raises ApiError when it is not there and must be."""
    parameters: dict[str, Any] = call.params.get("reply_parameters") or {}
    if "message_id" not in parameters:
        return None
    message = chat.messages.get(parameters["message_id"])
    if message is not None and not message.is_deleted:
        return message.message_id
    if parameters.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _source(call: Call, absence: str) -> Message:
    chat = call.world.require_chat(call.params["from_chat_id"])
    return require_message(chat, call.params["message_id"], absence)


METHODS: dict[str, Handler] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "sendChatAction": send_chat_action,
}
