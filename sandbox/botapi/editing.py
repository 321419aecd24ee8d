"""edit… and delete…, with Telegram's reasons why a message cannot be changed."""

from sandbox.botapi.call import Call, Handler, require_message
from sandbox.botapi.formatting import read_caption, read_text, text_content
from sandbox.botapi.markup import read_markup
from sandbox.botapi.media import MEDIA_KINDS, media_content, read_media
from sandbox.errors import bad_request
from sandbox.records import Chat, Json, Message
from sandbox.view import message_view

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600  # by the conversation's clock, since a message's date is told by it


async def edit_text(call: Call) -> Json:
    """Another text, and the inline keyboard of this call or none."""
    chat, message = _editable(call)
    if "rich_message" in call.params:
        raise bad_request("rich messages are not emulated by the sandbox")
    content = text_content(read_text(call.params), call.params)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(call, chat, message, content)


async def edit_caption(call: Call) -> Json:
    """Another caption under the same photo or document."""
    chat, message = _editable(call)
    kept = {name: value for name, value in message.content.items() if name in MEDIA_KINDS}
    if not kept:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, chat, message, kept | read_caption(call.params))


async def edit_media(call: Call) -> Json:
    """Another photo or document, with the caption of the new media."""
    chat, message = _editable(call)
    media = call.params["media"]
    caption = read_caption(media)
    if message.media_group_id is not None and media["type"] not in message.content:
        raise bad_request("Can't change media type in the album")
    stored = await read_media(call, media)
    return _change(call, chat, message, media_content(stored) | caption)


async def edit_markup(call: Call) -> Json:
    """Another inline keyboard, or none."""
    chat, message = _editable(call)
    return _change(call, chat, message, message.content)


async def delete_message(call: Call) -> bool:
    """Remove a message for both sides."""
    chat = call.world.require_chat(call.params["chat_id"])
    message = require_message(chat, call.params["message_id"], "message to delete not found")
    if call.world.clock.timestamp() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(chat, message)
    return True


async def delete_messages(call: Call) -> bool:
    """Remove several; those that are not there are skipped, as Telegram does."""
    chat = call.world.require_chat(call.params["chat_id"])
    for message_id in call.params["message_ids"]:
        message = chat.messages.get(message_id)
        if message is None or message.is_deleted:
            continue
        if call.world.clock.timestamp() - message.date <= DELETABLE_SECONDS:
            call.world.delete(chat, message)
    return True


def _editable(call: Call) -> tuple[Chat, Message]:
    if "inline_message_id" in call.params:
        raise bad_request("inline messages are not emulated by the sandbox")
    if "chat_id" not in call.params:
        raise bad_request("chat_id is empty")
    chat = call.world.require_chat(call.params["chat_id"])
    if "message_id" not in call.params:
        raise bad_request("message identifier is not specified")
    message = require_message(chat, call.params["message_id"], "message to edit not found")
    if not message.is_from_bot or message.had_reply_keyboard or message.forward_origin is not None:
        raise bad_request("message can't be edited")
    return chat, message


def _change(call: Call, chat: Chat, message: Message, content: Json) -> Json:
    markup = read_markup(call.params.get("reply_markup"))
    if content == message.content and markup == message.reply_markup:
        raise bad_request(NOT_MODIFIED)
    message.content = content
    message.reply_markup = markup
    message.edit_date = call.world.clock.timestamp()
    call.world.record(chat, "edit", message=message_view(message))
    return call.answer(chat, message)


METHODS: dict[str, Handler] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
