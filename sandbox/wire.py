"""Messages as the Bot API sends them to the bot; apart from the view, which is what a person sees."""

from sandbox.profile import BotProfile
from sandbox.records import Chat, Json, Message


def message_json(profile: BotProfile, chat: Chat, message: Message, *, with_reply: bool = True) -> Json:
    """The Bot API `Message`; the replied message is included one level deep."""
    wired: Json = {
        "message_id": message.message_id,
        "from": profile.as_user() if message.is_from_bot else chat.person.as_user(),
        "chat": chat.person.as_chat(),
        "date": message.date,
    }
    if message.edit_date is not None:
        wired["edit_date"] = message.edit_date
    if message.forward_origin is not None:
        wired["forward_origin"] = message.forward_origin
    if message.media_group_id is not None:
        wired["media_group_id"] = message.media_group_id
    if message.is_via_bot:
        wired["via_bot"] = profile.as_user()
    replied = chat.messages.get(message.reply_to) if with_reply and message.reply_to is not None else None
    if replied is not None and not replied.is_deleted:
        wired["reply_to_message"] = message_json(profile, chat, replied, with_reply=False)
    wired |= {name: value for name, value in message.content.items() if value != []}
    if message.reply_markup is not None:
        wired["reply_markup"] = message.reply_markup
    return wired


def inaccessible_json(chat: Chat, message: Message) -> Json:
    """What a callback carries for a message that is gone: date 0 and nothing to read."""
    return {"chat": chat.person.as_chat(), "message_id": message.message_id, "date": 0}
