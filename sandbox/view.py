"""A conversation as the person's phone shows it: what the people API, the page and transcripts read."""

from datetime import UTC, datetime

from sandbox.profile import BotProfile
from sandbox.records import Chat, Json, Message, ReplyKeyboard, Room

BUTTON_KINDS = (
    "callback_data",
    "url",
    "web_app",
    "copy_text",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "pay",
    "disabled",
)
KINDS = ("photo", "document", "contact", "sticker", "voice", "venue", "location")  # a venue has both
KEY_KINDS = (
    "request_contact",
    "request_location",
    "request_users",
    "request_chat",
    "request_poll",
    "web_app",
)


def iso(timestamp: int) -> str:
    """A Bot API date as an ISO instant in UTC."""
    return datetime.fromtimestamp(timestamp, UTC).isoformat().replace("+00:00", "Z")


def message_view(message: Message) -> Json:
    """One bubble: text or caption with entities, what is attached, the rows of buttons."""
    content = message.content
    shown: Json = {
        "message_id": message.message_id,
        "from": "bot" if message.is_from_bot else "person",
        "date": iso(message.date),
        "is_edited": message.edit_date is not None,
        "kind": next((kind for kind in KINDS if kind in content), "text"),
        "text": content.get("text", content.get("caption", "")),
        "entities": content.get("entities", content.get("caption_entities", [])),
        "buttons": button_views(message.reply_markup),
        "reply_to": message.reply_to,
        "is_forwarded": message.forward_origin is not None,
        "is_via_bot": message.is_via_bot,
        "media_group_id": message.media_group_id,
    }
    if "photo" in content:
        largest = content["photo"][-1]
        shown["photo"] = {
            "url": f"/api/files/{largest['file_id']}",
            "thumbnail_url": f"/api/files/{content['photo'][min(2, len(content['photo']) - 1)]['file_id']}",
            "width": largest["width"],
            "height": largest["height"],
            "file_unique_id": largest["file_unique_id"],
        }
    if "document" in content:
        document = content["document"]
        shown["document"] = {
            "url": f"/api/files/{document['file_id']}",
            "file_name": document.get("file_name", ""),
            "mime_type": document.get("mime_type", ""),
            "file_size": document["file_size"],
        }
    for kind in ("contact", "sticker", "voice", "venue", "location"):
        if kind in content:
            shown[kind] = content[kind]
    return shown


def chat_view(profile: BotProfile, chat: Chat) -> Json:
    """The whole phone: everything on the person's screen, and the revision it belongs to."""
    language = (chat.person.language_code or "")[:2]
    return {
        "person": person_view(chat),
        "bot": {
            "name": profile.as_user()["first_name"],
            "username": profile.username,
            "description": profile.text("description", language),
            "short_description": profile.text("short_description", language),
        },
        "revision": chat.revision,
        "is_typing": chat.is_typing,
        "messages": [message_view(message) for message in chat.messages.values() if not message.is_deleted],
        "reply_keyboard": _keyboard_view(chat.keyboard),
        "notifications": list(chat.notifications),
        "waiting": [
            {"callback_id": callback.id, "message_id": callback.message_id, "label": callback.label}
            for callback in chat.waiting
        ],
        "commands": profile.commands_for(chat.person),
    }


def person_view(chat: Chat) -> Json:
    """Who holds the phone and how they stand with the bot."""
    person = chat.person
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "full_name": person.full_name,
        "username": person.username,
        "language_code": person.language_code,
        "phone": person.phone,
        "note": person.note,
        "is_started": chat.is_started,
        "is_blocked": chat.is_blocked,
        "revision": chat.revision,
    }


def room_view(room: Room) -> Json:
    """The neighbours' chat: messages with who wrote each; nobody there is the bot."""
    messages = [
        message_view(message) | {"author": {"id": person.id, "full_name": person.full_name}}
        for person, message in room.messages.values()
    ]
    return {"revision": room.revision, "messages": messages}


def button_views(markup: Json | None) -> list[list[Json]]:
    """Inline buttons by rows, as a phone draws them."""
    return [[_button_view(button) for button in row] for row in (markup or {}).get("inline_keyboard", [])]


def _button_view(button: Json) -> Json:
    kind = next((name for name in BUTTON_KINDS if name in button), "text")
    shown = {"label": button["text"], "kind": "callback" if kind == "callback_data" else kind}
    if "url" in button:
        shown["url"] = button["url"]
    if kind.startswith("switch_inline_query"):
        shown["query"] = button[kind].get("query", "") if isinstance(button[kind], dict) else button[kind]
    if "style" in button:
        shown["style"] = button["style"]
    return shown


def _keyboard_view(keyboard: ReplyKeyboard | None) -> Json | None:
    if keyboard is None:
        return None
    markup = keyboard.markup
    return {
        "rows": [[_key_view(key) for key in row] for row in markup.get("keyboard", [])],
        "is_force_reply": "keyboard" not in markup,
        "is_one_time": markup.get("one_time_keyboard", False),
        "is_persistent": markup.get("is_persistent", False),
        "is_hidden": keyboard.is_hidden,
        "placeholder": markup.get("input_field_placeholder", ""),
        "message_id": keyboard.message_id,
    }


def _key_view(key: Json) -> Json:
    kind = next((name for name in KEY_KINDS if key.get(name)), "text")
    return {"label": key["text"], "kind": kind.removeprefix("request_")} | (
        {"style": key["style"]} if "style" in key else {}
    )
